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

}  // namespace sorani::script
