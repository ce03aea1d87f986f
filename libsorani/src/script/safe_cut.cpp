// Where a long line may be cut without changing the result of any rule: see sorani/fragment.hpp for the promise.
//
// Candidates are spaces between two letters, searched from the end. Only letters that no rule at a word boundary looks
// at qualify; it suffices that real text has such a place every few words, so the set is kept small and simple:
//
//   - not waw: و is also the conjunction, which may be joined to the word before it
//   - not heh and its relatives: a final ه becomes ە
//   - no digits, marks, tatweel or punctuation
//   - not the first letter of a Latin word of one or two letters that may be the copula (ye, in), which
//     transliteration joins to the word before it
//
// Each byte is looked at a constant number of times.

#include <algorithm>
#include <cstring>
#include <sorani/fragment.hpp>

#include "script/generated.hpp"
#include "script/script.hpp"

namespace sorani {
inline namespace v0 {
namespace {

using script::tables::kEncliticInitials;

bool is_ascii_letter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'z';
}

/// A letter of U+0621..U+06D3 that is not in line-cuts.tsv: no form of waw or heh.
bool is_plain_arabic_letter(char32_t c) {
  constexpr char32_t kFirst = 0x621, kLast = 0x6D3;
  const std::span<const char32_t> letters = script::uncut_letters();
  return c >= kFirst && c <= kLast && script::is(c, script::kArabicLetter) &&
         !std::binary_search(letters.begin(), letters.end(), c);
}

/// Whether the two bytes are one such letter.
bool is_plain_arabic_letter(char first, char second) {
  const char32_t lead = static_cast<unsigned char>(first);
  const char32_t rest = static_cast<unsigned char>(second);
  if (lead < 0xD8 || lead > 0xDB || (rest & 0xC0) != 0x80) return false;
  return is_plain_arabic_letter((lead & 0x1F) << 6 | (rest & 0x3F));
}

/// True if the Latin word at `at` may be one that the Arabic script joins to the word before it: one or two letters, as
/// in ye, in.
bool may_be_enclitic(std::string_view text, std::size_t at) {
  constexpr std::size_t kMaxLetters = 2;
  if (kEncliticInitials.find(text[at]) == std::string_view::npos) return false;
  const std::string_view letters = text.substr(at, kMaxLetters + 1);
  return letters.size() <= kMaxLetters || !std::all_of(letters.begin(), letters.end(), is_ascii_letter);
}

bool letter_begins_at(std::string_view text, std::size_t at) {
  if (at < text.size() && is_ascii_letter(text[at])) return !may_be_enclitic(text, at);
  return at + 1 < text.size() && is_plain_arabic_letter(text[at], text[at + 1]);
}

bool letter_ends_at(std::string_view text, std::size_t end) {
  if (end >= 1 && is_ascii_letter(text[end - 1])) return true;
  return end >= 2 && is_plain_arabic_letter(text[end - 2], text[end - 1]);
}

}  // namespace

std::size_t safe_cut(std::string_view text, std::size_t from) noexcept {
  std::size_t end = text.size();
  while (end > from) {
    const void* const space = ::memrchr(text.data() + from, ' ', end - from);
    if (space == nullptr) return 0;
    const auto at = static_cast<std::size_t>(static_cast<const char*>(space) - text.data());
    if (letter_ends_at(text, at) && letter_begins_at(text, at + 1)) return at + 1;
    end = at;
  }
  return 0;
}

}  // namespace v0
}  // namespace sorani
