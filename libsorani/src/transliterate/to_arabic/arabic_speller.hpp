#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

#include "transliterate/scheme/generated.hpp"

namespace sorani::transliterate {

/// Spells a sequence of sounds in the Arabic script.
///
/// A vowel is written with ئ before it at the start of a word and after another vowel; i is not written; final h is هـ.
/// No Sorani word has three و or ی in a row, since û and î share their letter with the glide after them: bûwe is بووە,
/// like bûe.
class ArabicSpeller {
 public:
  /// All that the spelling of the next sounds depends on.
  struct State {
    Context before = kEdge;  ///< the previous sound, or `kEdge` or `kStem`
    char letter = 0;         ///< the second byte of the last letter if it is و or ی, else 0
    std::uint8_t count = 0;  ///< how many of them were written in a row

    bool operator<(const State& other) const {
      return std::tie(before, letter, count) < std::tie(other.before, other.letter, other.count);
    }
  };

  /// What is written between two vowels.
  enum class Hiatus {
    hamza,  ///< ئ, inside a word: ta-êsta تائێستا
    glide,  ///< ی, before an ending: tenya-e تەنیایە
  };

  ArabicSpeller() = default;
  explicit ArabicSpeller(Context before) noexcept : state_{before} {}
  explicit ArabicSpeller(const State& state) noexcept : state_(state) {}

  /// Appends the letters of a sound, given by its number.
  void put(Context sound, std::string& out, Hiatus hiatus = Hiatus::hamza);
  /// Ends the word; what follows is no sound, or another word.
  void end(std::string& out);

  Context before() const noexcept { return state_.before; }
  const State& state() const noexcept { return state_; }

  /// True if the spelling of the next sounds is the same after either of the two.
  static bool are_equivalent(Context a, Context b) noexcept;

 private:
  void put_letters(std::string_view letters, std::string& out);

  State state_;
};

}  // namespace sorani::transliterate
