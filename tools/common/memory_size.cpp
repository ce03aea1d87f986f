#include "common/memory_size.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <limits>

#include "common/command_line.hpp"
#include "common/diagnostics.hpp"

namespace ku {
namespace {

constexpr std::string_view kSuffixes = "bKMGT";
constexpr unsigned kBitsPerSuffix = 10;

}  // namespace

std::size_t parse_memory_size(std::string_view option, const std::string& value) {
  const auto refuse = [&]() -> std::size_t {
    throw UsageError(fmt::format("{}: '{}' is not a size; write it as 512K, 8M, 2G or 50%", option, value));
  };
  const std::size_t digits = std::min(value.find_first_not_of("0123456789"), value.size());
  const std::string suffix = value.substr(digits);
  if (digits == 0 || suffix.size() > 1) return refuse();
  const bool is_share = suffix == "%";
  const std::size_t step = suffix == "k" ? 1 : suffix.empty() ? 1 : kSuffixes.find(suffix);
  if (!is_share && step == std::string_view::npos) return refuse();
  const unsigned shift = is_share ? 0 : static_cast<unsigned>(step) * kBitsPerSuffix;
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
  // Of the first and the second version of control groups. Where there is no limit, there is no number or a huge one.
  for (const char* const file : {"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"}) {
    std::ifstream in(file);
    std::size_t limit = 0;
    if (in >> limit) memory = std::min(memory, limit);
  }
  return memory;
}

}  // namespace ku
