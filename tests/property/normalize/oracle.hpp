#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <sorani/normalizer.hpp>

#include "normalize/rules/rule_set.hpp"

namespace sorani::test {

/// The normalizer's rewriting in the most obvious way: push a character, try every pattern, take back what the longest
/// match replaces, push the replacement. No automaton, no history, no fast path. It implements replacements, patterns,
/// nfc and the rules for vowel marks; not references, addresses, digits by token, word maps and fonts.
class Oracle {
 public:
  /// Throws `std::logic_error` if the options turn on something that the oracle does not implement.
  explicit Oracle(const NormalizerOptions& options);

  /// The state after a part of the text.
  struct State {
    std::u32string out = U"\n";  // the line end before the text, and the output so far
    char32_t last = U'\n';       // the last character read
  };

  /// Processes one more character of the text.
  void read(State& state, char32_t c) const;

  /// The output if the text ends here, in UTF-8.
  std::string finish(State state) const;

  /// A whole text, in UTF-8.
  std::string operator()(std::string_view text) const;

 private:
  bool is_active(std::string_view rule) const { return rules_.active(rule); }
  /// True for an invisible character, which does not end a word: it stays only until the next one is known.
  bool is_passing(char32_t c) const;
  bool apply_pattern(std::u32string& out, std::u32string& pending) const;
  bool compose(std::u32string& out, std::u32string& pending) const;
  bool end_word(std::u32string& out, std::u32string& pending) const;

  normalize::RuleSet rules_;
  std::vector<const normalize::Pattern*> patterns_;
};

}  // namespace sorani::test
