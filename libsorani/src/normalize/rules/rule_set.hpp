#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <sorani/normalizer.hpp>

#include "normalize/code_point_table.hpp"
#include "normalize/generated.hpp"
#include "normalize/rules/pattern.hpp"

namespace sorani::normalize {

/// In place of the number of a rule that is off.
inline constexpr std::uint16_t kNoRule = 0xFFFF;

/// The name of a rule of `rule_rows()`.
inline std::string_view rule_name(std::uint16_t rule) noexcept { return rule_rows()[rule].name; }

/// What a single character always becomes.
struct Replacement {
  std::u32string_view to;
  std::uint16_t rule;
};

/// The index of a rule in `rule_rows()`. Throws `Error` if there is none.
std::uint16_t rule_index(std::string_view name);

/// The rules that the options turn on: replacements of single characters in a map, rewrites with context as patterns.
/// Rules that are hooks are only known to be active.
class RuleSet {
 public:
  /// Throws `Error` when the options name something unknown.
  explicit RuleSet(const NormalizerOptions& options);

  bool active(std::uint16_t rule) const noexcept { return active_[rule]; }
  bool active(std::string_view rule) const { return active_[rule_index(rule)]; }

  const std::vector<Pattern>& patterns() const noexcept { return patterns_; }

  /// What `c` becomes in any context, or nullptr.
  const Replacement* replacement(char32_t c) const noexcept {
    const std::uint16_t index = map_[c];
    return index == 0 ? nullptr : &replacements_[index - 1];
  }

  /// The replacement of ASCII digits in tokens without Latin letters: the rule, or kNoRule, and the digit zero.
  struct TokenDigits {
    std::uint16_t rule = kNoRule;
    char32_t zero = 0;
  };
  const TokenDigits& token_digits() const noexcept { return token_digits_; }

 private:
  void select(const NormalizerOptions& options);
  void add(const ReplacementRow& row);

  std::vector<bool> active_;
  std::vector<Pattern> patterns_;
  TokenDigits token_digits_;
  std::vector<Replacement> replacements_;
  CodePointTable<std::uint16_t> map_;  // index into replacements_, plus 1
};

}  // namespace sorani::normalize
