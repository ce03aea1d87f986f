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

void add_range(std::u32string& points, char32_t first, char32_t last) {
  for (char32_t c = first; c <= last; ++c) points.push_back(c);
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
  } else if (name == "ascii-sign") {
    ascii_sign_ = true;
  } else if (name == "joiner") {
    points_ += U"\u200C\u200D";
  } else if (name == "tatweel") {
    points_ += U'\u0640';
  } else if (name == "heh") {
    points_ += U"\u0647\u06BE";
  } else if (name == "non-joining") {
    points_ += U"\u0621\u0674";
  } else if (name == "variation-selector") {
    add_range(points_, 0xFE00, 0xFE0F);
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
  const std::uint32_t classes = script::classes(c);
  const bool ascii_sign = c > 0x20 && c < 0x7F && (classes & script::kAsciiAlnum) == 0;
  if ((ascii_sign_ && ascii_sign) || points_.find(c) != std::u32string::npos) return !negated_;
  return contains_classes(classes);
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
