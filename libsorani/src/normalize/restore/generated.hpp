#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// What `tablegen restore` defines, from libsorani/data.
namespace sorani::normalize::restore {

/// A row of keyboard-confusions.tsv: how Kurdish letters are typed.
struct Confusion {
  std::u32string_view letters;  ///< of the alphabet, at least one
  std::u32string_view typed;    ///< empty if they are left out
  float arabic;                 ///< cost on an Arabic keyboard: -ln of how often they are typed so
  float persian;                ///< cost on a Persian keyboard
};

/// Every row, by the letters.
std::span<const Confusion> confusions() noexcept;

/// A row of restore-letters.tsv.
struct TypedLetter {
  char32_t letter;
  char32_t read_as;  ///< the letter that it is the same as on every keyboard
  bool is_arabic;    ///< tells an Arabic keyboard
  bool is_persian;   ///< tells a Persian keyboard
};

/// Every row, by code point.
std::span<const TypedLetter> typed_letters() noexcept;

// The arrays of the built-in model: see model.hpp.
extern const std::span<const std::uint8_t> kLetterClasses;
extern const std::span<const std::uint32_t> kBuckets;
extern const std::span<const std::uint8_t> kWordRecords;
extern const std::span<const std::uint32_t> kPairs;
extern const std::span<const std::uint16_t> kRowNumbers;
extern const std::span<const std::uint8_t> kFourgrams;
extern const std::span<const std::uint8_t> kTrigrams;

}  // namespace sorani::normalize::restore
