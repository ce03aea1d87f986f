#pragma once

#include <algorithm>
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

/// True if a unit contains a character that keys write as an escape. Inline: called for every unit.
inline bool needs_escapes(std::string_view unit) noexcept {
  return std::any_of(unit.begin(), unit.end(), [](char c) {
    return std::any_of(std::begin(kEscapes), std::end(kEscapes),
                       [&](const Escape& escape) { return escape.character == c; });
  });
}

/// Appends a unit as keys write it.
void append_escaped(std::string_view unit, std::string& out);

}  // namespace sorani::count
