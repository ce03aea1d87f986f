#include "utf8/properties.hpp"

#include <algorithm>
#include <utility>

#include "utf8/generated.hpp"
#include "utf8/two_stage.hpp"

namespace sorani::utf8 {
namespace {

const tables::Properties& properties(char32_t c) noexcept {
  return tables::kProperties[tables::kPropertiesIndex[two_stage_index(tables::kPropertiesBlock, c)]];
}

// Hangul syllables are composed by arithmetic (Unicode 15, section 3.12).
constexpr char32_t kHangulL = 0x1100, kHangulV = 0x1161, kHangulT = 0x11A7, kHangulSyllables = 0xAC00;
constexpr char32_t kHangulLCount = 19, kHangulVCount = 21, kHangulTCount = 28;

char32_t compose_hangul(char32_t first, char32_t second) noexcept {
  if (first - kHangulL < kHangulLCount && second - kHangulV < kHangulVCount) {
    return kHangulSyllables + ((first - kHangulL) * kHangulVCount + (second - kHangulV)) * kHangulTCount;
  }
  const char32_t syllable = first - kHangulSyllables;
  const char32_t trailing = second - kHangulT;
  if (syllable < kHangulLCount * kHangulVCount * kHangulTCount && syllable % kHangulTCount == 0 && trailing > 0 &&
      trailing < kHangulTCount) {
    return first + trailing;
  }
  return 0;
}

}  // namespace

Category category(char32_t c) noexcept { return properties(c).category; }

std::uint8_t combining_class(char32_t c) noexcept { return properties(c).combining_class; }

bool nfc_no(char32_t c) noexcept { return properties(c).nfc_no; }

bool nfc_maybe(char32_t c) noexcept { return properties(c).nfc_maybe; }

std::optional<char32_t> compose(char32_t first, char32_t second) noexcept {
  // Most characters are never the second one of a composition.
  if (!nfc_maybe(second)) return std::nullopt;
  if (const char32_t syllable = compose_hangul(first, second)) return syllable;
  const auto pairs = tables::compositions();
  const auto found =
      std::lower_bound(pairs.begin(), pairs.end(), std::pair(first, second),
                       [](const auto& entry, const auto& key) { return std::pair(entry.first, entry.second) < key; });
  if (found == pairs.end() || found->first != first || found->second != second) return std::nullopt;
  return found->composite;
}

std::u32string_view canonical_decomposition(char32_t c) noexcept {
  const auto& sequence =
      tables::kDecompositions[tables::kDecompositionIndex[two_stage_index(tables::kDecompositionBlock, c)]];
  return {tables::kDecompositionCharacters + sequence.begin, sequence.length};
}

std::u32string_view presentation_form(char32_t c) noexcept {
  if (c < tables::kFirstPresentationForm || c > tables::kLastPresentationForm) return {};
  const auto& sequence = tables::kPresentationForms[c - tables::kFirstPresentationForm];
  return {tables::kPresentationFormCharacters + sequence.begin, sequence.length};
}

char32_t to_lower(char32_t c) noexcept { return c + static_cast<char32_t>(properties(c).to_lower); }

int digit_value(char32_t c) noexcept { return properties(c).digit_value; }

}  // namespace sorani::utf8
