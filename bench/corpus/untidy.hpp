#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/random.hpp"

namespace corpus {

/// How a line is typed. All off is the spelling that ku-norm leaves alone.
struct Typing {
  bool arabic_keyboard = false;  ///< ك for ک
  bool lam_hamza = false;        ///< لأ for ڵ at a word's end
  double alef_maksura = 0;       ///< share of ى among ی at a word's end
  double tatweel = 0;            ///< share of words that are stretched by tatweels
  double tatweel_letters = 0;    ///< share of letters with a tatweel after them in such words
  double marks = 0;              ///< share of words that are set with vowel marks
  double mark_letters = 0;       ///< share of letters with a vowel mark after them in such words
};

/// Respells tidy words as they are found in real files.
class Untidy {
 public:
  /// Reads dirt.tsv and presentation.tsv from the directory `data`.
  explicit Untidy(const std::string& data);

  /// Appends `word`, made of letters of the alphabet, as `typing` says.
  void append(std::string_view word, const Typing& typing, Random& random, std::string& out) const;
  /// Appends `word` with vowel marks for the letters that old fonts lacked.
  void append_legacy(std::string_view word, std::string& out) const;
  /// Appends `word` in presentation forms.
  void append_presentation(std::string_view word, std::string& out) const;
  /// Appends `word` with another letter for a last ە.
  void append_heh(std::string_view word, Random& random, std::string& out) const;
  /// Appends an invisible control character.
  void append_control(Random& random, std::string& out) const;
  /// Appends characters of a symbol font: a bullet or a formula.
  void append_symbols(Random& random, std::string& out) const;

 private:
  static constexpr std::size_t kLetters = 0x800;  // the characters of two bytes
  using Spellings = std::array<std::string, kLetters>;
  enum Form : std::size_t { isolated, final, initial, medial };

  Spellings keyboard_, final_, lam_hamza_, legacy_;
  std::array<Spellings, 4> forms_;
  std::array<bool, kLetters> right_only_{};
  std::size_t heh_ = 0;  ///< the letter that `hehs_` are typed for
  std::vector<std::string> marks_, hehs_, controls_, symbols_;
};

}  // namespace corpus
