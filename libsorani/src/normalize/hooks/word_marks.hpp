#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "normalize/char_table.hpp"
#include "normalize/output_tail.hpp"

namespace sorani::normalize {

/// The rules vowel-marks (a letter and a mark of a legacy font become one letter, لَ → ڵ) and strip-marks (marks are
/// deleted). They need the whole word: a mark that spells no Kurdish letter makes it an Arabic quotation.
struct MarkRules {
  // The numbers of the rules; kNoRule where they are off.
  std::uint16_t vowel_marks;
  std::uint16_t strip_marks;

  bool are_on() const noexcept;

  struct Respelled {
    std::size_t length;  ///< in characters
    std::uint16_t rule;
  };
  /// Rewrites a word in place; nothing if neither rule changes it.
  std::optional<Respelled> respell(std::span<char32_t> word) const noexcept;
};

/// Applies these rules to the output of the rewriter.
class WordMarks {
 public:
  WordMarks(const CharTable& chars, MarkRules rules) noexcept : chars_(chars), rules_(rules) {}

  /// Rewrites the word before `boundary`, the last character of the output. Returns true if that changes it.
  bool end_word(OutputTail& tail, char32_t boundary);

 private:
  const CharTable& chars_;
  MarkRules rules_;
  std::u32string word_;  // buffer
};

}  // namespace sorani::normalize
