#include "common/cli/version.hpp"

#include <fmt/core.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <CLI/Version.hpp>
#include <array>
#include <sorani/version.hpp>

namespace ku {
namespace {

std::string dotted(const UVersionInfo& version) {
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(version, text.data());
  return text.data();
}

}  // namespace

std::string version_text(std::string_view program) {
  UVersionInfo icu{};
  UVersionInfo icu_unicode{};
  u_getVersion(icu);
  u_getUnicodeVersion(icu_unicode);
  return fmt::format(
      "{} (libsorani) {}\n"
      "Unicode {}\n"
      "{}, ICU {} (Unicode {}), fmt {}.{}.{}, CLI11 {}\n",
      program, sorani::version(), sorani::unicode_version(), sorani::library_versions(), dotted(icu),
      dotted(icu_unicode), FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100, CLI11_VERSION);
}

}  // namespace ku
