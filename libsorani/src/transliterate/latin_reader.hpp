#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "transliterate/scheme.hpp"

namespace sorani::transliterate {

/// Spells words of Latin letters in the Arabic script.
///
/// The longest texts that some rule knows become sounds; sounds become letters. A vowel at the start of a word is
/// written with ئ, as it is after another vowel; i is not written; h at the end is هـ.
class LatinReader {
 public:
  explicit LatinReader(const Scheme& scheme);

  /// Appends the spelling of a word. Characters that no rule knows stay as they are.
  void read(std::string_view word, std::string& out);

  /// True if some rule knows a text with this character in it, which is not a letter of the Latin script.
  bool is_sign(char32_t c) const noexcept { return signs_.find(c) != std::u32string::npos; }

  /// True if the text begins with a vowel.
  bool begins_with_vowel(std::string_view text);

 private:
  /// A rule with what its order depends on.
  struct Rule {
    std::string_view from;
    Context left;
    Context right;
    std::string_view unless;
    std::string_view to;  ///< numbers of phonemes
  };

  void add_rule(const Rule& rule);
  std::vector<std::string_view> add_inverse_images(const Scheme& scheme);
  void fold(std::string_view word);
  const Rule* find(std::size_t at, Context left, bool look_ahead) const;
  Context first_sound(std::size_t at) const;
  bool holds_one(std::string_view texts) const;
  void spell(std::string& out);

  std::array<std::vector<Rule>, 256> rules_;  // by the first byte, the longest first
  std::map<char32_t, char32_t> folds_;
  std::u32string signs_;

  std::string folded_;
  /// Sounds by number, or kEdge with the text that stays as it is.
  struct Part {
    Context sound;
    std::string_view text;
  };
  std::vector<Part> parts_;
};

}  // namespace sorani::transliterate
