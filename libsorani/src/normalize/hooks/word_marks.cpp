// The rules vowel-marks and strip-marks: they need the whole word, since one vowel mark more makes it an Arabic
// quotation.

#include <algorithm>
#include <string>

#include "normalize/rewriter.hpp"
#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

/// Longer runs of letters are no words; the look back stays short.
constexpr std::size_t kMaxWordLength = 64;

bool is_arabic_mark(char32_t c) noexcept { return script::is(c, script::kArabicMark); }

/// The Kurdish letter that the mark at `i` spells with the letter before it, or 0.
char32_t letter_spelled(std::u32string_view word, std::size_t i) {
  if (i == 0 || (i + 1 < word.size() && is_arabic_mark(word[i + 1]))) return 0;
  for (const VowelMarkRow& row : vowel_mark_rows()) {
    if (row.letter != word[i - 1] || row.mark != word[i]) continue;
    if (i > 1 && word[i - 2] == row.not_after) return 0;
    return row.initial || i > 1 || word.size() == 2 ? row.to : 0;
  }
  return 0;
}

/// The word with its pairs as Kurdish letters, or an empty string if it holds marks of another kind.
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

bool Rewriter::end_word(char32_t boundary) {
  word_has_marks_ = false;
  const bool letters = program_.vowel_marks != Program::kNoRule;
  const bool strip = program_.strip_marks != Program::kNoRule;
  if (!letters && !strip) return false;

  const std::string_view text = written();
  std::size_t start = text.size() - utf8::decode_before(text, text.size()).length;
  std::u32string& word = word_;
  word.clear();
  while (start > 0) {
    const utf8::Decoded before = utf8::decode_before(text, start);
    if (!program_.chars[before.value].in_word) break;
    word += before.value;
    start -= before.length;
    if (!strip && word.size() > kMaxWordLength) return false;
  }
  std::reverse(word.begin(), word.end());

  std::uint16_t rule = program_.vowel_marks;
  std::u32string result = letters ? with_letters(word) : std::u32string();
  if (result.empty()) {
    if (!strip) return false;
    rule = program_.strip_marks;
    std::copy_if(word.begin(), word.end(), std::back_inserter(result), [](char32_t c) { return !is_arabic_mark(c); });
  }
  if (result == word) return false;
  replace_tail(base_ + start, result, boundary, name(rule));
  return true;
}

}  // namespace sorani::normalize
