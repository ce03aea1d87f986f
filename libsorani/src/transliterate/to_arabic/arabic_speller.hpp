#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

#include "transliterate/scheme/generated.hpp"

namespace sorani::transliterate {

/// Spells sounds in the Arabic script, one after the other.
///
/// A vowel at the start of a word is written with ئ, as it is after another vowel; i is not written; h at the end is
/// هـ. No Kurdish word has three و or ی in a row, since û and î are written with the letter of the glide that follows
/// them: bûwe is بووە, as bûe is.
class ArabicSpeller {
 public:
  /// What the spelling of the next sound depends on.
  struct State {
    Context before = kEdge;  ///< the sound before, or `kEdge` or `kStem`
    char letter = 0;         ///< the last byte of the letter that may not come a third time, or 0
    std::uint8_t count = 0;  ///< how many of it stand in a row

    bool operator<(const State& other) const {
      return std::tie(before, letter, count) < std::tie(other.before, other.letter, other.count);
    }
  };

  /// How two vowels are kept apart.
  enum class Hiatus {
    hamza,  ///< ta-êsta: تائێستا
    glide,  ///< an ending after a vowel: tenya-e: تەنیایە
  };

  ArabicSpeller() = default;
  explicit ArabicSpeller(Context before) noexcept : state_{before} {}
  explicit ArabicSpeller(const State& state) noexcept : state_(state) {}

  /// Appends the letters of a sound, given by its number.
  void put(Context sound, std::string& out, Hiatus hiatus = Hiatus::hamza);
  /// The word ends here, or something stands here that is no sound.
  void end(std::string& out);

  Context before() const noexcept { return state_.before; }
  const State& state() const noexcept { return state_; }

  /// True if it makes no difference to what follows which of the two sounds stood before it.
  static bool are_equivalent(Context a, Context b) noexcept;

 private:
  void put_letters(std::string_view letters, std::string& out);

  State state_;
};

}  // namespace sorani::transliterate
