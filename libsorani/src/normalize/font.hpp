#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>

#include "normalize/rule_tables.hpp"

namespace sorani::normalize {

/// The letters of a legacy font. They are read once, from the text as it comes: what they become is never read again.
class Font {
 public:
  /// No font for an empty name; throws `Error` for an unknown one.
  explicit Font(std::string_view name);

  bool empty() const noexcept { return by_first_.empty(); }

  struct Match {
    std::size_t length;  ///< bytes of text, 0 if nothing of the font is there
    std::u32string_view value;
  };

  /// The longest letter of the font at `text[at]`.
  Match match(std::string_view text, std::size_t at) const noexcept { return empty() ? Match{} : find(text, at); }

 private:
  Match find(std::string_view text, std::size_t at) const noexcept;

  std::unordered_multimap<char32_t, const FontRow*> by_first_;
};

}  // namespace sorani::normalize
