#include "normalize/char_table.hpp"

#include "normalize/rules/rule_tables.hpp"
#include "script/script.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

/// What `invisible` keeps only until the next character is known: it ends no word.
std::vector<char32_t> invisible_characters() {
  std::vector<char32_t> all;
  for (const SetRow& set : set_rows()) all.insert(all.end(), set.points.begin(), set.points.end());
  return all;
}

}  // namespace

CharTable::CharTable(const SymbolGroups& groups, const RuleSet& rules)
    : groups_(groups),
      rules_(rules),
      orders_marks_(rules.active("nfc")),
      looks_at_marks_(rules.active("vowel-marks") || rules.active("strip-marks")),
      ends_references_(rules.active("html")),
      ends_tokens_(rules.active("urls") || rules.active("emails") || rules.active("digits-arabic") ||
                   rules.active("digits-persian")) {
  if (rules.active("invisible")) {
    for (const char32_t c : invisible_characters()) passes_.set(c, true);
  }
  direct_.reserve(kDirect);
  for (char32_t c = 0; c < kDirect; ++c) direct_.push_back(info(c));
}

CharInfo CharTable::info(char32_t c) const noexcept {
  unsigned flags = 0;
  if (c >= utf8::kIllFormed) return {groups_[c], kIllFormedByte, false};
  if (rules_.replacement(c) != nullptr) flags |= kReplaced;
  if (orders_marks_ && (utf8::combining_class(c) != 0 || utf8::nfc_maybe(c))) flags |= kOrdersMarks;
  if (looks_at_marks_ && script::is(c, script::kArabicMark)) flags |= kArabicMark;
  if (ends_references_ && c == U';') flags |= kEndsReference;
  if (ends_tokens_ && script::is(c, script::kWhiteSpace | script::kLineEnd)) flags |= kEndsToken;
  const bool in_word = script::is(c, script::kArabicLetter | script::kMark) || c == U'\u200C' || c == U'\u200D' ||
                       c == U'\u0640' || passes_[c];
  return {groups_[c], static_cast<std::uint8_t>(flags), in_word};
}

}  // namespace sorani::normalize
