#pragma once

#include <cstdint>
#include <string>

#include "normalize/char_table.hpp"
#include "normalize/output_tail.hpp"

namespace sorani::normalize {

/// The rules vowel-marks (a letter and a mark of a legacy font become one letter, لَ → ڵ) and strip-marks (marks are
/// deleted). They need the whole word: a mark that spells no Kurdish letter makes it an Arabic quotation.
class WordMarks {
 public:
  /// The numbers of the rules, or kNoRule.
  WordMarks(const CharTable& chars, std::uint16_t vowel_marks, std::uint16_t strip_marks) noexcept
      : chars_(chars), vowel_marks_(vowel_marks), strip_marks_(strip_marks) {}

  /// Rewrites the word before `boundary`, the last character of the output. Returns true if that changes it.
  bool end_word(OutputTail& tail, char32_t boundary);

 private:
  const CharTable& chars_;
  std::uint16_t vowel_marks_;
  std::uint16_t strip_marks_;
  std::u32string word_;  // buffer
};

}  // namespace sorani::normalize
