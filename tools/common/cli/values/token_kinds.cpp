#include "common/cli/values/token_kinds.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstddef>

#include "common/io/diagnostics.hpp"

namespace ku {

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < sorani::kTokenKindCount; ++i) {
    names.emplace_back(sorani::to_string(static_cast<sorani::TokenKind>(i)));
  }
  return names;
}

sorani::TokenKinds parse_kinds(std::string_view option, const std::string& value) {
  sorani::TokenKinds kinds;
  std::string_view rest = value;
  while (true) {
    const std::size_t comma = rest.find(',');
    const std::string_view name = rest.substr(0, comma);
    const auto kind = sorani::token_kind(name);
    if (!kind) {
      throw UsageError(fmt::format("{}: no kind '{}'; there are: {}", option, name, fmt::join(kind_names(), ", ")));
    }
    kinds |= {*kind};
    if (comma == std::string_view::npos) return kinds;
    rest.remove_prefix(comma + 1);
  }
}

}  // namespace ku
