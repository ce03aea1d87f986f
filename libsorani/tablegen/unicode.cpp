#include "unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "code_points.hpp"
#include "error.hpp"

namespace tablegen {
namespace {

bool is_hangul_syllable(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

bool is_mark(char32_t c) {
  const utf8proc_category_t category = utf8proc_category(signed_value(c));
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
}

std::u32string decompose(char32_t c, int options) {
  std::array<utf8proc_int32_t, 64> buffer{};
  int last_class = UTF8PROC_BOUNDCLASS_START;
  const auto length = utf8proc_decompose_char(signed_value(c), buffer.data(), buffer.size(),
                                              static_cast<utf8proc_option_t>(options), &last_class);
  if (length < 0 || static_cast<std::size_t>(length) > buffer.size()) {
    throw Error("cannot decompose " + notation(c));
  }
  std::u32string text;
  for (utf8proc_ssize_t i = 0; i < length; ++i) text.push_back(static_cast<char32_t>(buffer[static_cast<size_t>(i)]));
  return text;
}

}  // namespace

bool is_surrogate(char32_t c) noexcept { return c >= 0xD800 && c <= 0xDFFF; }

std::vector<std::u32string> canonical_decompositions() {
  std::vector<std::u32string> all(kCodePointCount);
  for (char32_t c = 0; c < kCodePointCount; ++c) {
    if (is_surrogate(c) || is_hangul_syllable(c)) continue;
    std::u32string text = decompose(c, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
    if (text != std::u32string(1, c)) all[c] = std::move(text);
  }
  return all;
}

std::u32string compose_all(const std::u32string& decomposed) {
  std::vector<utf8proc_int32_t> buffer(decomposed.begin(), decomposed.end());
  const auto length = utf8proc_normalize_utf32(buffer.data(), static_cast<utf8proc_ssize_t>(buffer.size()),
                                               static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (length < 0) throw Error(utf8proc_errmsg(length));
  return {buffer.begin(), buffer.begin() + length};
}

bool is_nfc_no(char32_t c, const std::u32string& decomposition) {
  return !decomposition.empty() && compose_all(decomposition) != std::u32string(1, c);
}

std::u32string presentation_form(char32_t c) {
  // Between the two blocks of forms stand others, such as vertical punctuation.
  const bool is_form = (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF);
  if (!is_form) return {};
  std::u32string text = decompose(c, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
  if (text == std::u32string(1, c)) return {};
  // The spacing forms of marks decompose to a space or a tatweel that only carries the mark.
  const bool carries_mark = (text.front() == U' ' || character_name(text.front()) == "ARABIC TATWEEL") &&
                            text.size() > 1 && std::all_of(text.begin() + 1, text.end(), is_mark);
  return carries_mark ? text.substr(1) : text;
}

char32_t lower_case(char32_t c) noexcept { return static_cast<char32_t>(utf8proc_tolower(signed_value(c))); }

}  // namespace tablegen
