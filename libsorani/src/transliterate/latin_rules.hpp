#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "transliterate/scheme.hpp"

namespace sorani::transliterate {

/// What Latin letters stand for on the way back from a scheme: its table read backwards, and latin-spellings.tsv.
///
/// Words are asked about in lower case, as `folded` makes it, and composed. They may be known in part only: what is
/// not known yet can be asked for.
class LatinRules {
 public:
  /// A rule with what it depends on. Views stay valid.
  struct Rule {
    std::string_view from;
    Context left;
    Context right;
    std::string_view unless;
    std::string_view to;  ///< numbers of phonemes, at least one
  };

  struct Match {
    const Rule* rule = nullptr;
    bool is_open = false;  ///< what follows decides which rule it is
  };

  explicit LatinRules(const Scheme& scheme);

  /// The rule for what `rest`, the rest of a word, begins with; it is not empty. `left` is the sound before.
  /// `may_apply(rule)` is asked where there are words that the rule is not for. Unless `is_whole`, more of the word may
  /// follow.
  template <typename MayApply>
  Match find(std::string_view rest, Context left, bool is_whole, const MayApply& may_apply) const {
    for (const Rule& rule : rules_[static_cast<std::uint8_t>(rest.front())]) {
      if (!fits(rule.left, left)) continue;
      if (!rest.starts_with(rule.from)) {
        if (!is_whole && rule.from.starts_with(rest)) return {nullptr, true};
        continue;
      }
      if (rule.right != kAnything) {
        const Next next = first_sound(rest.substr(rule.from.size()), is_whole, may_apply);
        if (next.is_open) return {nullptr, true};
        if (!fits(rule.right, next.sound)) continue;
      }
      if (rule.unless.empty() || may_apply(rule)) return {&rule, false};
    }
    return {};
  }

  /// True if a word that begins with this character begins with a vowel.
  bool begins_with_vowel(char32_t c) const;

  /// How a whole word is spelled that is not spelled by its sounds, or nothing.
  std::string_view word(std::string_view word) const noexcept;
  /// True if `word` can give something for a word that begins so.
  bool begins_word(std::string_view part) const noexcept;

  /// The character in lower case; of a variant of a sign, the sign.
  char32_t folded(char32_t c) const;

  /// True if some rule knows a text with this character in it, which is not a letter of the Latin script.
  bool is_sign(char32_t c) const noexcept { return signs_.find(c) != std::u32string::npos; }

  /// True if a word with this character may be one that a rule is not for.
  bool is_exception(char32_t c) const noexcept { return exceptions_.find(c) != std::u32string::npos; }

  /// True if no rule tells the one sound before it from the other.
  bool are_alike(Context a, Context b) const;

 private:
  struct Next {
    Context sound = kEdge;
    bool is_open = false;
  };

  /// The sound that `rest` begins with, as far as can be told without its neighbors.
  template <typename MayApply>
  Next first_sound(std::string_view rest, bool is_whole, const MayApply& may_apply) const {
    if (rest.empty()) return {kEdge, !is_whole};
    for (const Rule& rule : rules_[static_cast<std::uint8_t>(rest.front())]) {
      if (rest.starts_with(rule.from)) {
        if (rule.unless.empty() || may_apply(rule)) return {static_cast<Context>(rule.to.front()), false};
      } else if (!is_whole && rule.from.starts_with(rest)) {
        return {kEdge, true};
      }
    }
    return {};
  }

  void add_rule(const Rule& rule);
  std::vector<std::string_view> add_inverse_images(const Scheme& scheme);

  std::array<std::vector<Rule>, 256> rules_;  // by the first byte, the longest first
  std::map<char32_t, char32_t> folds_;
  std::u32string signs_;
  std::u32string exceptions_;
};

}  // namespace sorani::transliterate
