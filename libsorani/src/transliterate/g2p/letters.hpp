#pragma once

#include <cstddef>
#include <cstdint>

/// The letters of the alphabet as the reading of words sees them.
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
inline constexpr std::uint8_t kEdge = kLetterCount;      ///< what stands before and behind a word
inline constexpr std::uint8_t kNone = kLetterCount + 1;  ///< no letter, in a feature that has room for more of them
inline constexpr std::size_t kLetterSymbolCount = kLetterCount + 2;

/// How open the mouth is; sorted into what Sorani syllables tell apart.
enum class Sonority : std::uint8_t { edge, vowel, waw, yeh, liquid, nasal, fricative, affricate, stop };

inline constexpr std::size_t kSonorityCount = 9;

/// A letter as feature keys are written in libsorani/data/g2p-weights.tsv, and its class.
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
