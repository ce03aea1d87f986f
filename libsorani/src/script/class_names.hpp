#pragma once

#include <cstdint>
#include <string_view>

#include "script/script.hpp"

namespace sorani::script {

/// The name of a class in data files.
struct ClassName {
  std::string_view name;
  Class value;
};

inline constexpr ClassName kClassNames[] = {
    {"sorani-letter", kSoraniLetter},
    {"arabic-letter", kArabicLetter},
    {"vowel", kVowel},
    {"semivowel", kSemivowel},
    {"consonant", kConsonant},
    {"dual-joining", kDualJoining},
    {"right-joining", kRightJoining},
    {"arabic-mark", kArabicMark},
    {"mark", kMark},
    {"digit", kDigit},
    {"latin-letter", kLatinLetter},
    {"other-letter", kOtherLetter},
    {"space", kSpace},
    {"white-space", kWhiteSpace},
    {"punctuation", kPunctuation},
    {"symbol", kSymbol},
    {"line-end", kLineEnd},
    {"ascii-alnum", kAsciiAlnum},
    {"tatweel", kTatweel},
    {"join-control", kJoinControl},
};

/// A class by its name in data files: "sorani-letter", "arabic-letter", "vowel", "dual-joining" …; 0 if unknown.
constexpr std::uint32_t class_by_name(std::string_view name) noexcept {
  for (const ClassName& known : kClassNames) {
    if (known.name == name) return known.value;
  }
  return 0;
}

}  // namespace sorani::script
