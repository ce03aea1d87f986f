#pragma once

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>

/// How characters that would end a key or its row are written in keys; see `NgramCounter`. The inverse is
/// `unescaped_ngram`.
namespace sorani::count {

struct Escape {
  char character;
  char letter;  ///< after the backslash
};

inline constexpr Escape kEscapes[] = {{'\t', 't'}, {'\n', 'n'}, {'\r', 'r'}, {'\\', '\\'}};

/// True for each byte that keys write as an escape.
inline constexpr std::array<bool, 256> kIsEscaped = [] {
  std::array<bool, 256> is_escaped{};
  for (const Escape& escape : kEscapes) is_escaped[static_cast<unsigned char>(escape.character)] = true;
  return is_escaped;
}();

/// True if keys write a character of the unit as an escape. Inline: called for every unit.
inline bool needs_escapes(std::string_view unit) noexcept {
  return std::any_of(unit.begin(), unit.end(), [](char c) { return kIsEscaped[static_cast<unsigned char>(c)]; });
}

/// Appends a unit as keys write it.
void append_escaped(std::string_view unit, std::string& out);

}  // namespace sorani::count
