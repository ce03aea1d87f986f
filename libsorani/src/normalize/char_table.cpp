#include "normalize/char_table.hpp"

#include "normalize/generated.hpp"
#include "script/script.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
CharTable::CharTable(const EquivalenceClasses& classes, const RuleSet& rules)
    : classes_(classes),
      rules_(rules),
      orders_marks_(rules.active("nfc")),
      flags_arabic_marks_(rules.active("vowel-marks") || rules.active("strip-marks")),
      ends_references_(rules.active("html")),
      ends_tokens_(rules.active("urls") || rules.active("emails") || rules.active("digits-arabic") ||
                   rules.active("digits-persian")) {
  if (rules.active("invisible")) {
    for (const char32_t c : transient_characters()) transient_.set(c, true);
  }
  direct_.reserve(kDirectSize);
  for (char32_t c = 0; c < kDirectSize; ++c) direct_.push_back(compute(c));
}

CharInfo CharTable::compute(char32_t c) const noexcept {
  unsigned flags = 0;
  if (c >= utf8::kIllFormed) return {classes_[c], kIllFormedByte, false};
  if (rules_.replacement(c) != nullptr) flags |= kReplaced;
  if (orders_marks_ && (utf8::combining_class(c) != 0 || utf8::nfc_maybe(c))) flags |= kOrdersMarks;
  if (flags_arabic_marks_ && script::is(c, script::kArabicMark)) flags |= kArabicMark;
  if (ends_references_ && c == U';') flags |= kEndsReference;
  if (ends_tokens_ && script::is(c, script::kWhiteSpace | script::kLineEnd)) flags |= kEndsToken;
  constexpr std::uint32_t kInWord = script::kArabicLetter | script::kMark | script::kTatweel | script::kJoinControl;
  const bool in_word = script::is(c, kInWord) || transient_[c];
  return {classes_[c], static_cast<std::uint8_t>(flags), in_word};
}

}  // namespace sorani::normalize
