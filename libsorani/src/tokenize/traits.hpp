#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tokenize/generated.hpp"
#include "utf8/two_stage.hpp"

/// The traits of a character: its Unicode properties and its roles in libsorani/data/token-characters.tsv.
namespace sorani::tokenize {

/// Flags; a character has several.
enum Trait : std::uint32_t {
  kLetter = 1u << 0,       ///< of any script, tatweel included
  kLatin = 1u << 1,        ///< a letter of the Latin script
  kMark = 1u << 2,         ///< a combining mark: in one token with what precedes it
  kJoiner = 1u << 3,       ///< U+200C and U+200D: part of a word, also at its end
  kFormat = 1u << 4,       ///< another invisible control: part of a word inside it, not at its ends
  kDigit = 1u << 5,        ///< a decimal digit
  kNumeric = 1u << 6,      ///< another number: ² ½ ①
  kSpace = 1u << 7,        ///< white space
  kControl = 1u << 8,      ///< an invisible control that separates tokens
  kPunctuation = 1u << 9,  ///< a token by itself, of kind punctuation
  kSymbol = 1u << 10,      ///< a token by itself, of kind symbol
  kEmoji = 1u << 11,       ///< shown as an emoji by itself
  kPictograph = 1u << 12,  ///< can be part of an emoji
  kRegional = 1u << 13,    ///< two of them are a flag
  kSkinTone = 1u << 14,    ///< modifies the emoji before it
  kTag = 1u << 15,         ///< spells out a flag after an emoji
  // Roles and spacing; the header of the data file defines them.
  kAlone = 1u << 16,
  kEnd = 1u << 17,
  kFullStop = 1u << 18,
  kOpener = 1u << 19,
  kCloser = 1u << 20,
  kApostrophe = 1u << 21,
  kHyphen = 1u << 22,
  kBetweenDigits = 1u << 23,
  kSign = 1u << 24,
  kConnector = 1u << 25,
  kNoSpaceBefore = 1u << 26,
  kNoSpaceAfter = 1u << 27,
  kToggle = 1u << 28,       ///< no space after the first of a pair and before the second
  kDirectional = 1u << 29,  ///< an invisible character with a direction: U+200E, U+200F, U+061C; kFormat too
};

/// The traits of a character. Ill-formed bytes (values above U+10FFFF) are symbols.
inline std::uint32_t traits(char32_t c) noexcept {
  return tables::kTraits[tables::kTraitsIndex[utf8::two_stage_index(tables::kTraitsBlock, c)]];
}

inline bool has(char32_t c, std::uint32_t any_of) noexcept { return (traits(c) & any_of) != 0; }

/// The name of a role or spacing in the data file.
struct TraitName {
  std::string_view name;
  std::uint32_t value;
};

inline constexpr TraitName kRoleNames[] = {
    {"alone", kAlone},        {"end", kEnd},
    {"full-stop", kFullStop}, {"opener", kOpener},
    {"closer", kCloser},      {"apostrophe", kApostrophe},
    {"hyphen", kHyphen},      {"number", kBetweenDigits},
    {"sign", kSign},          {"connector", kConnector},
};

inline constexpr TraitName kSpacingNames[] = {
    {"left", kNoSpaceBefore}, {"right", kNoSpaceAfter}, {"both", kNoSpaceBefore | kNoSpaceAfter}, {"toggle", kToggle}};

}  // namespace sorani::tokenize
