#pragma once

#include <string>
#include <string_view>

#include <sorani/normalizer.hpp>

#include "normalize/rules/rule_set.hpp"

namespace sorani::test {

/// The normalizer's rewriting in the most obvious way: push a character, look at every pattern, take back what fits the
/// longest one, push what it becomes. No automaton, no history, no fast path. It knows characters, patterns, nfc and
/// the vowel marks of words; not references, addresses, digits by token, word maps and fonts.
class Oracle {
 public:
  /// Throws `std::logic_error` if the options ask for something that the oracle doesn't know.
  explicit Oracle(const NormalizerOptions& options);

  /// The text up to some place: the line end that the text begins after, and what it has been rewritten to so far.
  struct State {
    std::u32string out = U"\n";
    char32_t last = U'\n';  // last character read
  };

  /// Goes on with one more character of the text.
  void read(State& state, char32_t c) const;

  /// The output if the text ends here, in UTF-8.
  std::string finish(State state) const;

  /// A whole text, in UTF-8.
  std::string operator()(std::string_view text) const;

 private:
  bool is_active(std::string_view rule) const { return rules_.active(rule); }
  /// True for an invisible character, which ends no word: it stays only until the next one is known.
  bool is_passing(char32_t c) const;
  bool apply_pattern(std::u32string& out, std::u32string& pending) const;
  bool compose(std::u32string& out, std::u32string& pending) const;
  bool end_word(std::u32string& out, std::u32string& pending) const;

  normalize::RuleSet rules_;
};

}  // namespace sorani::test
