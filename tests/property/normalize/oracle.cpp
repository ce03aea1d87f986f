#include "normalize/oracle.hpp"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "script/script.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::test {
namespace {

bool fits(const normalize::Pattern& pattern, std::u32string_view out) {
  if (pattern.length() > out.size()) return false;
  const std::u32string_view tail = out.substr(out.size() - pattern.length());
  for (std::size_t i = tail.size(); i-- > 0;) {
    if (!pattern.symbols[i].contains(tail[i])) return false;
  }
  return true;
}

/// Normalization form C of a character and the marks on it.
std::u32string nfc(std::u32string_view text) {
  if (text[0] >= utf8::kIllFormed) {  // like a character that composes with no mark
    std::u32string run(text);
    run[0] = U'\n';
    run = nfc(run);
    run[0] = text[0];
    return run;
  }
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(error);
  icu::UnicodeString before;
  for (const char32_t c : text) before.append(static_cast<UChar32>(c));
  const icu::UnicodeString after = form->normalize(before, error);
  std::u32string result;
  for (int i = 0; i < after.length(); i = after.moveIndex32(i, 1)) result += static_cast<char32_t>(after.char32At(i));
  return result;
}

/// More marks than these are not put in order, and vowel marks in longer words not read as letters: both are noise.
constexpr std::size_t kMaxMarks = 32;
constexpr std::size_t kMaxWordLength = 64;

bool is_vowel_mark(char32_t c) { return script::is(c, script::kArabicMark); }

bool in_word(char32_t c) {
  return script::is(c, script::kArabicLetter | script::kMark | script::kTatweel | script::kJoinControl);
}

/// True if the text and a و end in a whole word of final-waw.tsv.
bool lacks_final_waw(const std::u32string& text) {
  for (const std::u32string_view stem : normalize::final_waw_stems()) {
    if (text.ends_with(stem) && (text.size() == stem.size() || !in_word(text[text.size() - stem.size() - 1]))) {
      return true;
    }
  }
  return false;
}

/// The word with each letter and vowel mark replaced by their Kurdish letter; nothing if it has other marks.
std::optional<std::u32string> with_letters(std::u32string word) {
  const std::size_t length = word.size();
  for (std::size_t i = length; i-- > 0;) {  // from the end, so that positions before stay valid
    if (!is_vowel_mark(word[i])) continue;
    const bool alone = i > 0 && !is_vowel_mark(word[i - 1]) && (i + 1 == word.size() || !is_vowel_mark(word[i + 1]));
    if (!alone) return {};
    const auto rows = normalize::vowel_mark_rows();
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const auto& r) { return r.letter == word[i - 1] && r.mark == word[i]; });
    if (row == rows.end() || (i == 1 && length > 2 && !row->initial)) return {};
    if (i > 1 && word[i - 2] == row->not_after) return {};
    word.replace(i - 1, 2, 1, row->to);
  }
  return word;
}

}  // namespace

Oracle::Oracle(const NormalizerOptions& options) : rules_(options) {
  for (const std::uint16_t number : rules_.pattern_numbers()) patterns_.push_back(&normalize::pattern_rows()[number]);
  for (const std::string_view rule : {"html", "urls", "emails", "digits-arabic", "digits-persian"}) {
    if (is_active(rule)) throw std::logic_error("not in the oracle: " + std::string(rule));
  }
  if (!options.word_map.empty() || !options.font.empty()) throw std::logic_error("not in the oracle: maps and fonts");
}

void Oracle::read(State& state, char32_t c) const {
  state.last = c;
  std::u32string pending(1, c);  // the next character last
  while (!pending.empty()) {
    const char32_t next = pending.back();
    pending.pop_back();
    if (const normalize::ReplacementRow* row = rules_.replacement(next)) {
      const std::u32string_view to = normalize::text_of(*row);
      pending.append(to.rbegin(), to.rend());
      continue;
    }
    state.out += next;
    if (apply_pattern(state.out, pending)) continue;
    if (is_active("nfc") && compose(state.out, pending)) continue;
    end_word(state.out, pending);
  }
}

std::string Oracle::finish(State state) const {
  if (state.last != U'\n' && state.last != U'\0') {
    read(state, U'\n');
    state.out.pop_back();
  }
  std::string text;
  for (const char32_t c : state.out.substr(1)) utf8::append(c, text);
  return text;
}

std::string Oracle::operator()(std::string_view text) const {
  State state;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text, at);
    read(state, next.value);
    at += next.length;
  }
  return finish(std::move(state));
}

bool Oracle::is_passing(char32_t c) const {
  if (!is_active("invisible")) return false;
  return normalize::transient_characters().find(c) != std::u32string_view::npos;
}

bool Oracle::apply_pattern(std::u32string& out, std::u32string& pending) const {
  const normalize::Pattern* best = nullptr;
  for (const normalize::Pattern* pattern : patterns_) {
    if (fits(*pattern, out) && (best == nullptr || pattern->length() > best->length())) best = pattern;
  }
  if (best == nullptr || best->keep) return false;
  const std::u32string right = out.substr(out.size() - best->right_length);
  std::u32string to(best->to);
  if (!best->one_for_one.empty()) {
    const std::size_t last = best->length() - best->right_length - 1;
    to = best->one_for_one[best->symbols[last].points.find(out[out.size() - best->right_length - 1])];
  }
  out.erase(out.size() - best->right_length - best->from_length);
  if (best->conjunction && lacks_final_waw(out)) std::erase(to, U' ');
  pending.append(right.rbegin(), right.rend());
  pending.append(to.rbegin(), to.rend());
  return true;
}

bool Oracle::compose(std::u32string& out, std::u32string& pending) const {
  std::size_t start = out.size() - 1;
  if (utf8::combining_class(out[start]) == 0 && !utf8::nfc_maybe(out[start])) return false;
  do {
    --start;
  } while (start > 0 && utf8::combining_class(out[start]) != 0);
  const std::u32string run = out.substr(start);
  if (run.size() > 1 + kMaxMarks) return false;
  const std::u32string composed = nfc(run);
  if (composed == run) return false;
  out.erase(start);
  pending.append(composed.rbegin(), composed.rend());
  return true;
}

bool Oracle::end_word(std::u32string& out, std::u32string& pending) const {
  const char32_t boundary = out.back();
  if (in_word(boundary) || is_passing(boundary)) return false;
  std::size_t start = out.size() - 1;
  while (start > 0 && (in_word(out[start - 1]) || is_passing(out[start - 1]))) --start;
  const std::u32string word = out.substr(start, out.size() - 1 - start);
  if (std::none_of(word.begin(), word.end(), is_vowel_mark)) return false;
  std::u32string result = word;
  if (word.size() > kMaxWordLength && !is_active("strip-marks")) return false;
  const auto letters = is_active("vowel-marks") ? with_letters(word) : std::nullopt;
  if (letters) {
    result = *letters;
  } else if (is_active("strip-marks")) {
    std::erase_if(result, is_vowel_mark);
  }
  if (result == word) return false;
  out.erase(start);
  pending += boundary;
  pending.append(result.rbegin(), result.rend());
  return true;
}

}  // namespace sorani::test
