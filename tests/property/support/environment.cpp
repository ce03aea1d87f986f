#include "support/environment.hpp"

#include <charconv>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

namespace sorani::test {
namespace {

std::size_t number(const char* name, std::size_t fallback) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return fallback;
  const std::string_view text = value;
  std::size_t result = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), result);
  if (error != std::errc() || stop != text.data() + text.size()) {
    throw std::runtime_error(std::string(name) + " is not a number: " + value);
  }
  return result;
}

}  // namespace

std::size_t property_runs(std::size_t fallback) { return number("SORANI_PROPERTY_RUNS", fallback); }

std::uint64_t case_seed(std::size_t index) {
  static const std::size_t first = number("SORANI_PROPERTY_SEED", 0);
  return first + index;
}

std::size_t oracle_length(std::size_t fallback) { return number("SORANI_ORACLE_LENGTH", fallback); }

}  // namespace sorani::test
