#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <sorani/normalizer.hpp>

#include "normalize/generated.hpp"
#include "utf8/two_stage.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {

/// In place of the number of a rule that is off.
inline constexpr std::uint16_t kNoRule = 0xFFFF;

/// The name of a rule of `rule_rows()`.
inline std::string_view rule_name(std::uint16_t rule) noexcept { return rule_rows()[rule].name; }

/// What a row replaces its character by.
inline std::u32string_view text_of(const ReplacementRow& row) noexcept {
  return replacement_text().substr(row.begin, row.length);
}

/// The index of a rule in `rule_rows()`. Throws `Error` if there is none.
std::uint16_t rule_index(std::string_view name);

/// The rules that the options turn on: replacements of single characters, and rewrites with context as patterns. Rules
/// that are hooks are only known to be active.
class RuleSet {
 public:
  /// Throws `Error` when the options name something unknown.
  explicit RuleSet(const NormalizerOptions& options);

  bool active(std::uint16_t rule) const noexcept { return active_[rule]; }
  bool active(std::string_view rule) const { return active_[rule_index(rule)]; }

  /// The rules that are on, as indices into `rule_rows()` in ascending order.
  std::vector<std::uint16_t> active_rules() const;

  /// Their patterns, as indices into `pattern_rows()` in ascending order.
  std::vector<std::uint16_t> pattern_numbers() const;

  /// What `c` becomes in any context, or nullptr: the first row of a rule that is on. Bytes of ill-formed text stay.
  const ReplacementRow* replacement(char32_t c) const noexcept {
    if (c >= utf8::kIllFormed) return nullptr;
    std::size_t row = tables::kFirstReplacementIndex[utf8::two_stage_index(tables::kFirstReplacementBlock, c)];
    while (row != 0) {
      const ReplacementRow& candidate = replacements_[row - 1];
      if (active_[candidate.rule]) return &candidate;
      row = candidate.next;
    }
    return nullptr;
  }

  /// The replacement of ASCII digits in tokens without Latin letters: the rule, or kNoRule, and the digit zero.
  struct TokenDigits {
    std::uint16_t rule = kNoRule;
    char32_t zero = 0;
  };
  const TokenDigits& token_digits() const noexcept { return token_digits_; }

 private:
  void select(const NormalizerOptions& options);

  std::vector<bool> active_;
  TokenDigits token_digits_;
  std::span<const ReplacementRow> replacements_ = replacement_rows();
};

}  // namespace sorani::normalize
