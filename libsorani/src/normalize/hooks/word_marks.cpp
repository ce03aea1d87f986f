#include "normalize/hooks/word_marks.hpp"

#include <algorithm>
#include <string_view>

#include "normalize/generated.hpp"
#include "normalize/rules/rule_set.hpp"
#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

/// Longer runs of letters are not words; bounds how far to look back.
constexpr std::size_t kMaxWordLength = 64;

using Word = std::span<const char32_t>;

bool is_arabic_mark(char32_t c) noexcept { return script::is(c, script::kArabicMark); }

/// The Kurdish letter that the mark at `i` and the letter before it stand for, or 0.
char32_t letter_spelled(Word word, std::size_t i) noexcept {
  if (i == 0 || (i + 1 < word.size() && is_arabic_mark(word[i + 1]))) return 0;
  for (const VowelMarkRow& row : vowel_mark_rows()) {
    if (row.letter != word[i - 1] || row.mark != word[i]) continue;
    if (i > 1 && word[i - 2] == row.not_after) return 0;
    return row.initial || i > 1 || word.size() == 2 ? row.to : 0;
  }
  return 0;
}

bool spells_letters(Word word) noexcept {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_arabic_mark(word[i]) && letter_spelled(word, i) == 0) return false;
  }
  return true;
}

/// Replaces each letter and mark by their Kurdish letter, in a word that `spells_letters`. Returns its length.
std::size_t put_letters(std::span<char32_t> word) noexcept {
  std::size_t length = 0;  // at most i; less once a mark was read, so the letter before i is still there
  for (std::size_t i = 0; i < word.size(); ++i, ++length) {
    const bool has_mark = i + 1 < word.size() && is_arabic_mark(word[i + 1]);
    word[length] = has_mark ? letter_spelled(word, i + 1) : word[i];
    if (has_mark) ++i;
  }
  return length;
}

}  // namespace

bool MarkRules::are_on() const noexcept { return vowel_marks != kNoRule || strip_marks != kNoRule; }

std::optional<MarkRules::Respelled> MarkRules::respell(std::span<char32_t> word) const noexcept {
  if (std::none_of(word.begin(), word.end(), is_arabic_mark)) return std::nullopt;
  if (vowel_marks != kNoRule && spells_letters(word)) return Respelled{put_letters(word), vowel_marks};
  if (strip_marks == kNoRule) return std::nullopt;
  const auto end = std::remove_if(word.begin(), word.end(), is_arabic_mark);
  return Respelled{static_cast<std::size_t>(end - word.begin()), strip_marks};
}

bool WordMarks::end_word(OutputTail& tail, char32_t boundary) {
  if (!rules_.are_on()) return false;
  const std::string_view text = tail.written();
  std::size_t start = tail.end_before(boundary);
  std::u32string& word = word_;
  word.clear();
  while (start > 0) {
    const utf8::Decoded before = utf8::decode_before(text, start);
    if (!chars_[before.value].in_word) break;
    word += before.value;
    start -= before.length;
    if (rules_.strip_marks == kNoRule && word.size() > kMaxWordLength) return false;
  }
  std::reverse(word.begin(), word.end());
  const auto respelled = rules_.respell(word);
  if (!respelled) return false;
  word.resize(respelled->length);
  tail.replace_tail(start, word, boundary, rule_name(respelled->rule));
  return true;
}

}  // namespace sorani::normalize
