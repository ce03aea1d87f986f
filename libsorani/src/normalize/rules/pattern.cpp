#include "normalize/rules/pattern.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include <sorani/error.hpp>

#include "script/script.hpp"

namespace sorani::normalize {
namespace {

/// Calls `f` for each part of `text` between separators.
template <typename F>
void for_each_part(std::string_view text, char separator, F f) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) f(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

char32_t parse_code_point(std::string_view word) {
  std::uint32_t value = 0;
  const char* end = word.data() + word.size();
  if (word.starts_with("U+") && word.size() >= 6) {
    const auto [stop, error] = std::from_chars(word.data() + 2, end, value, 16);
    if (error == std::errc() && stop == end && value <= 0x10FFFF) return value;
  }
  throw Error("not a code point: " + std::string(word));
}

void SymbolSet::add_class(std::string_view name) {
  if (name == "any") {
    any_ = true;
  } else if (name == "unknown") {
    unknown_ = true;
  } else if (const std::uint32_t bits = script::class_by_name(name); bits != 0) {
    classes_ |= bits;
  } else {
    throw Error("unknown class of characters: " + std::string(name));
  }
}

SymbolSet SymbolSet::parse(std::string_view word) {
  SymbolSet set;
  const bool classes = word.starts_with('<') && word.ends_with('>');
  if (classes) word = word.substr(1, word.size() - 2);
  if (word.starts_with('!')) {
    set.negated_ = true;
    word.remove_prefix(1);
  }
  for_each_part(word, '|', [&](std::string_view part) {
    if (classes && !part.starts_with("U+")) {
      set.add_class(part);
    } else {
      set.points_ += parse_code_point(part);
    }
  });
  return set;
}

bool SymbolSet::contains(char32_t c) const noexcept {
  return points_.find(c) != std::u32string::npos ? !negated_ : contains_classes(script::classes(c));
}

std::vector<SymbolSet> parse_symbols(std::string_view column) {
  std::vector<SymbolSet> symbols;
  for_each_part(column, ' ', [&](std::string_view word) { symbols.push_back(SymbolSet::parse(word)); });
  return symbols;
}

std::u32string parse_code_points(std::string_view column) {
  std::u32string text;
  for_each_part(column, ' ', [&](std::string_view word) { text += parse_code_point(word); });
  return text;
}

}  // namespace sorani::normalize
