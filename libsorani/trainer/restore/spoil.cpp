#include "restore/spoil.hpp"

#include <cmath>
#include <vector>

#include "normalize/restore/generated.hpp"
#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace trainer::restore {

using namespace sorani::normalize::restore;

namespace {

/// The letter that an Arabic keyboard has for a letter, ي for ی: the last one that is read so.
char32_t arabic_key(char32_t c) {
  char32_t key = c;
  for (const TypedLetter& letter : typed_letters()) {
    if (letter.is_arabic && letter.read_as == c) key = letter.letter;
  }
  return key;
}

}  // namespace

std::string Spoiler::spoil(const LetterString& word, Keyboard keyboard) {
  std::u32string letters;
  for (const Letter letter : word) letters += sorani::script::alphabet()[letter].value;
  std::string typed;
  for (std::u32string_view rest = letters; !rest.empty();) {
    const Confusion& segment = row(rest, keyboard, !typed.empty() && rest.size() > 1);
    for (const char32_t c : segment.typed)
      sorani::utf8::append(keyboard == Keyboard::arabic ? arabic_key(c) : c, typed);
    rest.remove_prefix(segment.letters.size());
  }
  return typed;
}

/// One of the rows for the longest letters that fit.
const Confusion& Spoiler::row(std::u32string_view rest, Keyboard keyboard, bool may_be_left_out) {
  std::vector<const Confusion*> rows;
  std::vector<double> shares;
  double sum = 0;
  for (const Confusion& candidate : confusions()) {
    if (!rest.starts_with(candidate.letters) || (candidate.typed.empty() && !may_be_left_out)) continue;
    if (!rows.empty() && candidate.letters.size() < rows.front()->letters.size()) continue;
    if (!rows.empty() && candidate.letters.size() > rows.front()->letters.size()) {
      rows.clear();
      shares.clear();
      sum = 0;
    }
    rows.push_back(&candidate);
    shares.push_back(
        std::exp(-static_cast<double>(keyboard == Keyboard::arabic ? candidate.arabic : candidate.persian)));
    sum += shares.back();
  }
  double left = draw() * sum;
  std::size_t drawn = 0;
  while (drawn + 1 < rows.size() && left >= shares[drawn]) left -= shares[drawn++];
  return *rows[drawn];
}

}  // namespace trainer::restore
