#pragma once

#include <cstddef>
#include <cstdint>

/// The letters of the alphabet as numbers, and their sonority classes.
namespace sorani::transliterate::g2p {

/// Letters by their index in script::alphabet(). The build stops where the order is another one.
enum Letter : std::uint8_t {
  kHamza,  ///< ئ
  kAlef,   ///< ا
  kBeh,
  kPeh,
  kTeh,
  kJeem,
  kTcheh,
  kHah,
  kKhah,
  kDal,
  kReh,
  kRehV,  ///< ڕ
  kZain,
  kJeh,
  kSeen,
  kSheen,
  kAin,
  kGhain,
  kFeh,
  kVeh,
  kQaf,
  kKaf,
  kGaf,
  kLam,
  kLamV,  ///< ڵ
  kMeem,
  kNoon,
  kWaw,
  kOe,  ///< ۆ
  kHeh,
  kAe,  ///< ە
  kYeh,
  kYehV,  ///< ێ
};

inline constexpr std::size_t kLetterCount = 33;
inline constexpr std::uint8_t kEdge = kLetterCount;      ///< the context before and behind a word
inline constexpr std::uint8_t kNone = kLetterCount + 1;  ///< padding of features that have room for more letters
inline constexpr std::size_t kLetterSymbolCount = kLetterCount + 2;

/// Sonority class, as finely as Sorani phonotactics needs: the two glides can be vowels and have a class each.
enum class Sonority : std::uint8_t { edge, vowel, waw, yeh, liquid, nasal, fricative, affricate, stop };

inline constexpr std::size_t kSonorityCount = 9;

/// The character for a letter in libsorani/data/g2p-weights.tsv, and its sonority class.
struct LetterInfo {
  char symbol;
  Sonority sonority;
};

/// True for letters that are always a vowel.
constexpr bool is_vowel_letter(std::uint8_t letter) noexcept {
  return letter == kAlef || letter == kOe || letter == kAe || letter == kYehV;
}

/// True for و and ی.
constexpr bool is_semivowel_letter(std::uint8_t letter) noexcept { return letter == kWaw || letter == kYeh; }

}  // namespace sorani::transliterate::g2p
