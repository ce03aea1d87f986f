#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "normalize/output_tail.hpp"
#include "normalize/rules/rule_set.hpp"

namespace sorani::normalize {

/// The rules urls and emails (an address becomes a mask) and digits-arabic and digits-persian (ASCII digits, but not in
/// tokens with Latin letters). They apply to tokens: what is between white space.
///
/// A token is processed when white space follows it. Patterns may delete that white space ("a )" becomes "a)"), and the
/// token continues. Processing the whole token each time would take quadratic time for "( ( ( (". Therefore a token
/// that has not doubled in size since it was last processed is deferred to the end of the line.
class TokenRules {
 public:
  /// The numbers of the rules, or kNoRule.
  struct Rules {
    std::uint16_t urls = kNoRule;
    std::uint16_t emails = kNoRule;
    RuleSet::TokenDigits digits;
  };
  explicit TokenRules(const Rules& rules) : rules_(rules) {}

  /// Starts a run.
  void begin() noexcept;

  /// Processes the token before `boundary`, white space at the end of the output. Returns true if that changes the
  /// output.
  bool end_token(OutputTail& tail, char32_t boundary);

  /// Processes the deferred tokens at the end of a fragment. To be repeated until it returns false.
  bool end_text(OutputTail& tail);

 private:
  static constexpr std::size_t kNone = SIZE_MAX;

  /// A part of the output to be replaced.
  struct Replaced {
    std::size_t begin;
    std::size_t end;
    std::uint16_t rule;
    std::u32string to;
  };

  void follow(OutputTail& tail) noexcept;
  std::size_t token_begin(const OutputTail& tail, std::size_t end) const;
  void find_replaced(const OutputTail& tail, std::size_t begin, std::size_t end);
  bool process_deferred(OutputTail& tail, char32_t boundary);
  bool apply_replaced(OutputTail& tail, std::size_t end, char32_t boundary);

  Rules rules_;
  std::vector<Replaced> replaced_;  // of the tokens being processed
  // The last token begins at `token_begin_` and is known to contain no white space up to `token_end_`.
  std::size_t token_begin_ = kNone;
  std::size_t token_end_ = 0;
  std::size_t processed_size_ = 0;  // of the last token, when it was last processed
  std::size_t deferred_ = kNone;    // begin of the first deferred token
};

}  // namespace sorani::normalize
