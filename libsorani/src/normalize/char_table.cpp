#include "normalize/char_table.hpp"

#include <algorithm>

#include "normalize/generated.hpp"
#include "script/script.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {

CharTraits::CharTraits(const RuleSet& rules)
    : rules_(rules),
      orders_marks_(rules.active("nfc")),
      flags_arabic_marks_(rules.active("vowel-marks") || rules.active("strip-marks")),
      ends_references_(rules.active("html")),
      ends_tokens_(rules.active("urls") || rules.active("emails") || rules.active("digits-arabic") ||
                   rules.active("digits-persian")) {
  if (!rules.active("invisible")) return;
  for (const char32_t c : transient_characters()) transient_.set(c, true);
}

CharInfo CharTraits::info(char32_t c, ClassId class_id) const noexcept {
  unsigned flags = 0;
  if (c >= utf8::kIllFormed) return {class_id, kIllFormedByte, false};
  const std::uint32_t classes = script::classes(c);
  if (rules_.replacement(c) != nullptr) flags |= kReplaced;
  if (orders_marks_ && (utf8::combining_class(c) != 0 || utf8::nfc_maybe(c))) flags |= kOrdersMarks;
  if (flags_arabic_marks_ && (classes & script::kArabicMark) != 0) flags |= kArabicMark;
  if (ends_references_ && c == U';') flags |= kEndsReference;
  if (ends_tokens_ && (classes & (script::kWhiteSpace | script::kLineEnd)) != 0) flags |= kEndsToken;
  constexpr std::uint32_t kInWord = script::kArabicLetter | script::kMark | script::kTatweel | script::kJoinControl;
  const bool in_word = (classes & kInWord) != 0 || transient_[c];
  return {class_id, static_cast<std::uint8_t>(flags), in_word};
}

CharInfo CharTable::other(char32_t c) const noexcept {
  const auto found = std::lower_bound(tables_.listed.begin(), tables_.listed.end(), c);
  const bool is_listed = found != tables_.listed.end() && *found == c;
  return traits_.info(c, is_listed ? tables_.listed_classes[static_cast<std::size_t>(found - tables_.listed.begin())]
                                   : tables_.by_combination[script::combination_index(c)]);
}

}  // namespace sorani::normalize
