#include "normalize/hooks/word_marks.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "normalize/generated.hpp"
#include "normalize/rules/rule_set.hpp"
#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

/// Longer runs of letters are not words; bounds how far to look back.
constexpr std::size_t kMaxWordLength = 64;

bool is_arabic_mark(char32_t c) noexcept { return script::is(c, script::kArabicMark); }

/// The Kurdish letter that the mark at `i` and the letter before it stand for, or 0.
char32_t letter_spelled(std::u32string_view word, std::size_t i) {
  if (i == 0 || (i + 1 < word.size() && is_arabic_mark(word[i + 1]))) return 0;
  for (const VowelMarkRow& row : vowel_mark_rows()) {
    if (row.letter != word[i - 1] || row.mark != word[i]) continue;
    if (i > 1 && word[i - 2] == row.not_after) return 0;
    return row.initial || i > 1 || word.size() == 2 ? row.to : 0;
  }
  return 0;
}

/// The word with each letter and mark replaced by their Kurdish letter; empty if some mark stands for none.
std::u32string with_letters(std::u32string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_arabic_mark(word[i]) && letter_spelled(word, i) == 0) return {};
  }
  std::u32string result;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_arabic_mark(word[i])) {
      result.back() = letter_spelled(word, i);
    } else {
      result += word[i];
    }
  }
  return result;
}

}  // namespace

bool WordMarks::end_word(OutputTail& tail, char32_t boundary) {
  const bool letters = vowel_marks_ != kNoRule;
  const bool strip = strip_marks_ != kNoRule;
  if (!letters && !strip) return false;

  const std::string_view text = tail.written();
  std::size_t start = tail.end_before(boundary);
  std::u32string& word = word_;
  word.clear();
  while (start > 0) {
    const utf8::Decoded before = utf8::decode_before(text, start);
    if (!chars_[before.value].in_word) break;
    word += before.value;
    start -= before.length;
    if (!strip && word.size() > kMaxWordLength) return false;
  }
  std::reverse(word.begin(), word.end());

  std::uint16_t rule = vowel_marks_;
  std::u32string result = letters ? with_letters(word) : std::u32string();
  if (result.empty()) {
    if (!strip) return false;
    rule = strip_marks_;
    std::copy_if(word.begin(), word.end(), std::back_inserter(result), [](char32_t c) { return !is_arabic_mark(c); });
  }
  if (result == word) return false;
  tail.replace_tail(start, result, boundary, rule_name(rule));
  return true;
}

}  // namespace sorani::normalize
