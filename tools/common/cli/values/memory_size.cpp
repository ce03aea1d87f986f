#include "common/cli/values/memory_size.hpp"

#include <fmt/core.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <limits>

#include "common/cli/command_line.hpp"
#include "common/cli/values/control_group.hpp"
#include "common/io/diagnostics.hpp"

namespace ku {
namespace {

/// The position of a suffix is its power of 1024. Lower-case letters mean the same, except `b`.
constexpr std::string_view kSuffixes = "bKMGTPE";
constexpr unsigned kBitsPerSuffix = 10;

std::size_t power_of(const std::string& suffix) {
  if (suffix.empty()) return 1;
  const char letter = suffix.front();
  const bool is_lower = letter >= 'a' && letter <= 'z' && letter != 'b';
  return kSuffixes.find(is_lower ? static_cast<char>(letter - 'a' + 'A') : letter);
}

}  // namespace

std::size_t parse_memory_size(std::string_view option, const std::string& value) {
  const std::size_t digits = std::min(value.find_first_not_of("0123456789"), value.size());
  const std::string suffix = value.substr(digits);
  const bool is_share = suffix == "%";
  const std::size_t power = is_share ? 0 : power_of(suffix);
  if (digits == 0 || suffix.size() > 1 || power == std::string_view::npos) {
    throw UsageError(fmt::format("{}: '{}' is not a size; write it as 512K, 8M, 2G or 50%", option, value));
  }
  const unsigned shift = static_cast<unsigned>(power) * kBitsPerSuffix;
  const std::uint64_t most = is_share ? 100 : std::numeric_limits<std::size_t>::max() >> shift;
  const std::uint64_t number = parse_number(option, value.substr(0, digits), 1, most);
  return is_share ? static_cast<std::size_t>(usable_memory() / 100 * number)
                  : static_cast<std::size_t>(number << shift);
}

std::size_t usable_memory() {
  const auto pages = static_cast<std::size_t>(std::max(::sysconf(_SC_PHYS_PAGES), 1L));
  std::size_t memory = pages * static_cast<std::size_t>(std::max(::sysconf(_SC_PAGESIZE), 1L));
  for (const int resource : {RLIMIT_AS, RLIMIT_DATA}) {
    struct rlimit limit {};
    if (::getrlimit(static_cast<__rlimit_resource_t>(resource), &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
      memory = std::min<std::size_t>(memory, limit.rlim_cur);
    }
  }
  return std::min<std::size_t>(memory, control_group_memory());
}

}  // namespace ku
