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

/// The sounds that Latin letters stand for in a scheme: the inverse of its table, and latin-spellings.tsv.
///
/// Rules are matched against words in NFC and folded by `folded`. The longest match wins, and among rules with the same
/// text the one that was added first: rules of the scheme for this direction, spellings with contexts, the inverse
/// table, spellings without contexts; of spellings, those with more contexts first. A text with several sounds in the
/// scheme has no inverse, and is left to the spellings.
///
/// The transducer reads words byte by byte, so that a word can be given up to some letter only; results tell whether
/// lookahead is needed, that is, whether the letters after it decide.
class LatinRules {
 public:
  /// A rewrite rule from letters to sounds, with its contexts. Views point to constant tables.
  struct Rule {
    std::string_view from;
    Context left;
    Context right;
    CharacterSets unless;  ///< does not apply in words with a character of these sets
    CharacterSets with;    ///< unless 0: applies only in words with a character of these sets
    std::string_view to;   ///< numbers of phonemes, at least one

    bool depends_on_word() const noexcept { return unless != 0 || with != 0; }
  };

  struct Match {
    const Rule* rule = nullptr;
    bool needs_lookahead = false;  ///< the letters after `rest` decide which rule applies
  };

  explicit LatinRules(const Scheme& scheme);

  /// The rule for the first letters of `rest`, which is not empty; null if none matches. `left` is the previous sound.
  /// `may_apply(rule)` decides about rules that depend on the other letters of the word. `ends_word`: no more letters
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

  /// The spelling of a word that is an exception to the rules, or nothing.
  std::string_view word(std::string_view word) const noexcept;
  /// True if `part` is a prefix of such a word.
  bool begins_word(std::string_view part) const noexcept;

  /// The character in lower case; for a variant of a sign, the sign.
  char32_t folded(char32_t c) const;

  /// True for characters of rules that are not letters of the Latin script, such as ’.
  bool is_sign(char32_t c) const noexcept { return signs_.find(c) != std::u32string::npos; }

  /// True if the character occurs in some rule.
  bool knows(char32_t c) const noexcept { return std::binary_search(known_.begin(), known_.end(), c); }

  /// The sets that contain this character, of all that some rule depends on.
  CharacterSets sets_of(char32_t c) const noexcept;
  /// The sets that contain this character: rules with one of these sets do not apply in a word with the character.
  CharacterSets exceptions(char32_t c) const noexcept { return sets_of(c) & unless_sets_; }
  /// True if some rule applies only in words with this character.
  bool is_marker(char32_t c) const noexcept { return (sets_of(c) & with_sets_) != 0; }

  /// The enclitic that a word, given folded, is after a word whose last sound is `before`; null if it is none.
  const Enclitic* enclitic(std::string_view word, Context before) const noexcept;
  /// True if an enclitic can begin at `at`, which is not the end of the text.
  bool may_begin_enclitic(std::string_view text, std::size_t at) const {
    return begins_enclitic_[static_cast<std::uint8_t>(text[at])] &&
           (static_cast<std::uint8_t>(text[at]) < 0x80 || begins_enclitic_beyond_ascii(text, at));
  }
  /// True if `part` is a prefix of an enclitic.
  bool begins_enclitic(std::string_view part) const noexcept;

  /// True if the scheme writes every ئ, so that a vowel without it after a number or a closing mark begins an ending.
  bool writes_hamza() const noexcept { return is_unique_; }

  /// Whether letters, given folded, are an ending of a number.
  struct Ending {
    bool is_complete = false;  ///< they are one
    bool is_prefix = false;    ///< they can be extended to one
  };
  Ending ending(std::string_view letters) const noexcept { return ending(letters, 0); }

  /// How much of the word before some letters their spelling depends on.
  enum class Dependence {
    nothing,
    edge,  ///< whether there is any: they begin the word or not
    all,   ///< its last sound and letters
  };
  /// The dependence of letters, given folded, whose first is `first`.
  Dependence dependence(char32_t first) const;

  /// True if the same rules apply after either of the two sounds.
  bool are_equivalent(Context a, Context b) const;

 private:
  struct Next {
    Context sound = kEdge;
    bool needs_lookahead = false;
  };

  /// The first sound of `rest`, by rules without a right context.
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

  /// Quick test: true if neither text can be a prefix of the other.
  static bool second_bytes_differ(std::string_view a, std::string_view b) noexcept {
    return a.size() > 1 && b.size() > 1 && a[1] != b[1];
  }

  using Images = std::map<std::string_view, std::set<Phoneme>>;

  void index_enclitics();
  void collect_known();
  bool begins_enclitic_beyond_ascii(std::string_view text, std::size_t at) const;
  void add_rule(const SpellingRule& rule);
  void add_inverse_images(const Images& images);
  void add_spellings(const Images& images, bool have_contexts);
  Ending ending(std::string_view letters, std::uint8_t last_slot) const noexcept;

  std::array<std::vector<Rule>, 256> rules_;  // by the first byte, the longest first
  std::map<char32_t, char32_t> folds_;
  std::u32string signs_;
  CharacterSets unless_sets_ = 0, with_sets_ = 0;  // of all rules
  std::u32string known_;                           // sorted
  std::array<bool, 256> begins_enclitic_{};        // by first byte of either case
  bool is_unique_;
};

}  // namespace sorani::transliterate
