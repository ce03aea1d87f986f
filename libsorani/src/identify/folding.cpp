#include "identify/folding.hpp"

#include <algorithm>

#include "identify/generated.hpp"
#include "utf8/properties.hpp"

namespace sorani::identify {
namespace {

bool is_arabic(char32_t c) {
  return (c >= 0x0600 && c < 0x0780) || (c >= 0x0870 && c < 0x0900) || (c >= 0xFB50 && c < 0xFE00) ||
         (c >= 0xFE70 && c < 0xFF00);
}

bool is_latin(char32_t c) {
  return c < 0x0370 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2C60 && c < 0x2C80) || (c >= 0xA720 && c < 0xA800) ||
         (c >= 0xFB00 && c < 0xFB07);
}

CharacterKind kind_of(char32_t c) {
  using utf8::Category;
  constexpr char32_t kTatweel = 0x0640;
  if (c == kTatweel) return CharacterKind::mark;
  switch (utf8::category(c)) {
    case Category::Lu:
    case Category::Ll:
    case Category::Lt:
    case Category::Lm:
    case Category::Lo:
      if (is_arabic(c)) return CharacterKind::arabic;
      return is_latin(c) ? CharacterKind::latin : CharacterKind::foreign;
    case Category::Mn:
    case Category::Mc:
    case Category::Me:
    case Category::Cf:
      return CharacterKind::mark;
    default:
      return CharacterKind::separator;
  }
}

}  // namespace

Folded fold_slow(char32_t c) noexcept {
  const auto letters = tables::kFoldedLetters;
  const auto found = std::lower_bound(letters.begin(), letters.end(), c,
                                      [](const FoldedLetter& row, char32_t letter) { return row.letter < letter; });
  if (found != letters.end() && found->letter == c) return {found->folded, kind_of(c), true};
  return {utf8::to_lower(c), kind_of(c), false};
}

FoldingTable::FoldingTable() noexcept {
  for (std::size_t c = 0; c < rows_.size(); ++c) rows_[c] = fold_slow(static_cast<char32_t>(c));
}

const FoldingTable& folding_table() noexcept {
  static const FoldingTable table;
  return table;
}

}  // namespace sorani::identify
