#include "normalize/hooks/final_waw.hpp"

#include <algorithm>
#include <array>

#include "normalize/generated.hpp"
#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

constexpr std::size_t kMaxListedLength = 12;

bool in_word(char32_t c) noexcept {
  return script::is(c, script::kArabicLetter | script::kMark | script::kTatweel | script::kJoinControl);
}

/// The last letters of the stems: vowels.
const std::u32string& letters_before_waw() {
  static const std::u32string letters = [] {
    std::u32string all;
    for (const std::u32string_view stem : final_waw_stems()) {
      if (all.find(stem.back()) == all.npos) all += stem.back();
    }
    return all;
  }();
  return letters;
}

/// True if the last word of `text`, with a و, is a word of final-waw.tsv.
bool lacks_final_waw(std::string_view text) noexcept {
  if (text.empty()) return false;
  const char32_t last = utf8::decode_before(text, text.size()).value;
  if (letters_before_waw().find(last) == std::u32string::npos) return false;
  std::array<char32_t, kMaxListedLength> letters;
  std::size_t first = letters.size();
  for (std::size_t at = text.size(); at > 0;) {
    const utf8::Decoded before = utf8::decode_before(text, at);
    if (!in_word(before.value)) break;
    if (first == 0) return false;
    letters[--first] = before.value;
    at -= before.length;
  }
  const std::u32string_view word(letters.data() + first, letters.size() - first);
  const auto stems = final_waw_stems();
  return std::binary_search(stems.begin(), stems.end(), word);
}

}  // namespace

std::u32string_view replacement_after(const Pattern& pattern, std::string_view before) noexcept {
  std::u32string_view to = pattern.to;
  if (!pattern.conjunction || !lacks_final_waw(before)) return to;
  if (to.starts_with(U' ')) to.remove_prefix(1);
  if (to.ends_with(U' ')) to.remove_suffix(1);
  return to;
}

}  // namespace sorani::normalize
