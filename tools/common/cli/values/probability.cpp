#include "common/cli/values/probability.hpp"

#include <fmt/core.h>

#include <charconv>
#include <system_error>

#include "common/io/diagnostics.hpp"

namespace ku {

double parse_probability(std::string_view option, const std::string& value) {
  double number = 0;
  const char* const end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, number, std::chars_format::fixed);
  if (error != std::errc() || stop != end || !(number >= 0 && number <= 1)) {
    throw UsageError(fmt::format("{}: '{}' is not a number from 0 to 1", option, value));
  }
  return number;
}

}  // namespace ku
