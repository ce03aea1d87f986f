#include "normalize/restore/letters.hpp"

#include <algorithm>

#include "normalize/restore/generated.hpp"
#include "script/characters.hpp"
#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize::restore {
namespace {

/// Everything known of letters, made when first asked for.
struct LetterTables {
  LetterTables();

  std::array<CharacterInfo, kArabicBlockSize> infos{};  // of the block Arabic
  CharacterInfo joiner{};                               // ZWNJ
  std::array<Typed, kLetterCount + 1> typed{};          // by letter
  std::array<Letter, kMaxTyped> letters{};              // by typed letter
};

bool is_typed(char32_t c) {
  const auto rows = confusions();
  return std::any_of(rows.begin(), rows.end(),
                     [c](const Confusion& row) { return row.typed.find(c) != row.typed.npos; });
}

/// What c is but for the number of a typed letter.
CharacterInfo info_by_class(char32_t c) {
  CharacterInfo info;
  if (script::is(c, script::kArabicMark | script::kTatweel | script::kJoinControl)) {
    info.kind = CharacterInfo::mark;
    info.is_vowel_mark = script::is(c, script::kArabicMark);
  } else if (script::is(c, script::kArabicLetter | script::kLatinLetter | script::kOtherLetter | script::kMark)) {
    info.kind = CharacterInfo::other;
  }
  return info;
}

LetterTables::LetterTables() {
  for (std::size_t i = 0; i < kArabicBlockSize; ++i) infos[i] = info_by_class(kArabicBlock + static_cast<char32_t>(i));
  joiner.kind = CharacterInfo::mark;
  letters.fill(kEdge);
  std::u32string known;
  for (const TypedLetter& row : typed_letters()) {
    if (known.find(row.read_as) == known.npos) known += row.read_as;
    const bool is_joiner = row.letter == script::character::kZeroWidthNonJoiner.value;
    CharacterInfo& info = is_joiner ? joiner : infos[row.letter - kArabicBlock];
    info.typed = static_cast<Typed>(1 + known.find(row.read_as));
    if (info.kind == CharacterInfo::other) info.kind = CharacterInfo::letter;
    const Letter letter = letter_of(row.letter);
    info.is_arabic = row.is_arabic;
    info.is_persian = row.is_persian;
    if (letter == kEdge) continue;
    info.is_kurdish = !is_typed(row.letter);
    typed[letter] = info.typed;
    letters[info.typed] = letter;
  }
}

const LetterTables& tables_of_letters() {
  static const LetterTables tables;
  return tables;
}

}  // namespace

Letter letter_of(char32_t c) noexcept {
  const auto letters = script::alphabet();
  const auto at = std::find_if(letters.begin(), letters.end(), [c](const script::Letter& l) { return l.value == c; });
  return static_cast<Letter>(at == letters.end() ? kEdge : at - letters.begin());
}

void append_letters(LetterView letters, std::string& out) {
  static const auto texts = [] {
    std::array<std::array<char, 2>, kLetterCount> all{};
    for (std::size_t i = 0; i < kLetterCount; ++i) {
      std::string text;
      utf8::append(script::alphabet()[i].value, text);
      text.copy(all[i].data(), 2);  // all are of the block Arabic
    }
    return all;
  }();
  for (const Letter letter : letters) out.append(texts[letter].data(), 2);
}

CharacterInfo character_info(char32_t c) noexcept {
  const LetterTables& tables = tables_of_letters();
  if (c - kArabicBlock < kArabicBlockSize) return tables.infos[c - kArabicBlock];
  if (c == script::character::kZeroWidthNonJoiner.value) return tables.joiner;
  return c >= utf8::kIllFormed ? CharacterInfo{} : info_by_class(c);
}

const CharacterInfo* arabic_block() noexcept { return tables_of_letters().infos.data(); }

Typed typed_of(Letter letter) noexcept { return tables_of_letters().typed[letter]; }
Letter letter_typed(Typed typed) noexcept { return tables_of_letters().letters[typed]; }

}  // namespace sorani::normalize::restore
