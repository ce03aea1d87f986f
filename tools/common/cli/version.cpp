#include "common/cli/version.hpp"

#include <fmt/core.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <CLI/Version.hpp>
#include <sorani/version.hpp>

namespace ku {

std::string version_text(std::string_view program) {
  return fmt::format(
      "{} (libsorani) {}\n"
      "Unicode {}\n"
      "{}, ICU {} (Unicode {}), fmt {}.{}.{}, CLI11 {}\n",
      program, sorani::version(), sorani::unicode_version(), sorani::library_versions(), U_ICU_VERSION,
      U_UNICODE_VERSION, FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100, CLI11_VERSION);
}

}  // namespace ku
