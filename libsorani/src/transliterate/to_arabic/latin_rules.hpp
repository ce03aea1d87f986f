#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "transliterate/scheme/scheme.hpp"

namespace sorani::transliterate {

/// What Latin letters stand for on the way back from a scheme: its table read backwards, and latin-spellings.tsv.
///
/// Words are asked about in lower case, as `folded` makes it, and composed. They may be known in part only: what is
/// not known yet can be asked for.
class LatinRules {
 public:
  /// Sets of characters, a bit for each.
  using ExceptionSets = std::uint8_t;

  /// A rule with what it depends on. Views stay valid.
  struct Rule {
    std::string_view from;
    Context left;
    Context right;
    std::string_view unless;
    std::string_view with;
    std::string_view to;       ///< numbers of phonemes, at least one
    ExceptionSets exceptions;  ///< the set of the characters in `unless`

    bool depends_on_word() const noexcept { return !unless.empty() || !with.empty(); }
  };

  struct Match {
    const Rule* rule = nullptr;
    bool needs_lookahead = false;  ///< what follows decides which rule it is
  };

  explicit LatinRules(const Scheme& scheme);

  /// The rule for what `rest`, the rest of a word, begins with; it is not empty. `left` is the sound before.
  /// `may_apply(rule)` is asked of rules that are not for all words. Unless `ends_word`, more of the word may
  /// follow.
  template <typename MayApply>
  Match find(std::string_view rest, Context left, bool ends_word, const MayApply& may_apply) const {
    for (const Rule& rule : rules_[static_cast<std::uint8_t>(rest.front())]) {
      if (second_bytes_differ(rule.from, rest) || !fits(rule.left, left)) continue;
      if (!rest.starts_with(rule.from)) {
        if (!ends_word && rule.from.starts_with(rest)) return {nullptr, true};
        continue;
      }
      if (rule.right != kAnything) {
        const auto last = static_cast<Context>(rule.to.back());
        const Next next = first_sound(rest.substr(rule.from.size()), last, ends_word, may_apply);
        if (next.needs_lookahead) return {nullptr, true};
        if (!fits(rule.right, next.sound)) continue;
      }
      if (!rule.depends_on_word() || may_apply(rule)) return {&rule, false};
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

  /// True if the character stands in a text that some rule is about.
  bool knows(char32_t c) const noexcept { return std::binary_search(known_.begin(), known_.end(), c); }

  /// The sets that hold this character: rules with one of them may not be for a word with it.
  ExceptionSets exceptions(char32_t c) const noexcept;
  /// True if a word with this character may be one that only some rule is for.
  bool is_marker(char32_t c) const noexcept { return markers_.find(c) != std::u32string::npos; }

  /// How the word is spelled as the end of another one whose last sound is `before`; null if it is not. Words are given
  /// folded.
  const Enclitic* enclitic(std::string_view word, Context before) const noexcept;
  /// True if such a word may begin at `at`, which is not the end of the text.
  bool may_begin_enclitic(std::string_view text, std::size_t at) const {
    return begins_enclitic_[static_cast<std::uint8_t>(text[at])] &&
           (static_cast<std::uint8_t>(text[at]) < 0x80 || begins_enclitic_beyond_ascii(text, at));
  }
  /// True if a word that begins so can be such a word.
  bool begins_enclitic(std::string_view part) const noexcept;

  /// True if ئ is written wherever it is in the Arabic script, so that a vowel without it after a number or a closing
  /// mark begins an ending.
  bool writes_hamza() const noexcept { return is_unique_; }

  /// What letters, given folded, are as an ending of a number.
  struct Ending {
    bool is_complete = false;  ///< they are one
    bool is_prefix = false;    ///< more letters can make them one
  };
  Ending ending(std::string_view letters) const noexcept { return ending(letters, 0); }

  /// What the spelling of letters depends on that stands before them.
  enum class Dependence {
    nothing,
    edge,  ///< whether they begin the word
    all,   ///< the letters and sounds before
  };
  /// That of letters, given folded, that begin with this one.
  Dependence dependence(char32_t first) const;

  /// True if no rule tells the one sound before it from the other.
  bool are_equivalent(Context a, Context b) const;

 private:
  struct Next {
    Context sound = kEdge;
    bool needs_lookahead = false;
  };

  /// The sound that `rest` begins with, as far as can be told without what follows it.
  template <typename MayApply>
  Next first_sound(std::string_view rest, Context left, bool ends_word, const MayApply& may_apply) const {
    if (rest.empty()) return {kEdge, !ends_word};
    for (const Rule& rule : rules_[static_cast<std::uint8_t>(rest.front())]) {
      if (second_bytes_differ(rule.from, rest) || rule.right != kAnything || !fits(rule.left, left)) continue;
      if (rest.starts_with(rule.from)) {
        if (!rule.depends_on_word() || may_apply(rule)) return {static_cast<Context>(rule.to.front()), false};
      } else if (!ends_word && rule.from.starts_with(rest)) {
        return {kEdge, true};
      }
    }
    return {};
  }

  /// True if the second bytes tell already that neither text begins with the other.
  static bool second_bytes_differ(std::string_view a, std::string_view b) noexcept {
    return a.size() > 1 && b.size() > 1 && a[1] != b[1];
  }

  using Images = std::map<std::string_view, std::set<Phoneme>>;

  void index_enclitics();
  void collect_known();
  bool begins_enclitic_beyond_ascii(std::string_view text, std::size_t at) const;
  ExceptionSets exception_set(std::string_view unless);
  void add_rule(const SpellingRule& rule);
  void add_inverse_images(const Images& images);
  void add_spellings(const Images& images, bool have_contexts);
  Ending ending(std::string_view letters, std::uint8_t last_slot) const noexcept;

  std::array<std::vector<Rule>, 256> rules_;  // by the first byte, the longest first
  std::map<char32_t, char32_t> folds_;
  std::u32string signs_;
  std::vector<std::pair<std::string_view, std::u32string>> exceptions_;  // `unless` and its characters
  std::u32string markers_;
  std::u32string known_;                     // sorted
  std::array<bool, 256> begins_enclitic_{};  // by the first byte, in small letters and capitals
  bool is_unique_;
};

}  // namespace sorani::transliterate
