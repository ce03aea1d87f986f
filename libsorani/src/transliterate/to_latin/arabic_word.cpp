#include "transliterate/to_latin/arabic_word.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "script/characters.hpp"
#include "script/script.hpp"
#include "transliterate/scheme/generated.hpp"
#include "transliterate/to_latin/arabic_names.hpp"
#include "utf8/utf8.hpp"

namespace sorani::transliterate {
namespace {

constexpr std::uint8_t kNoLetter = 0xFF;

/// The number of each letter of the alphabet by its offset in the Arabic block, or `kNoLetter`.
const std::array<std::uint8_t, kArabicBlock>& letter_numbers() {
  static const auto numbers = [] {
    std::array<std::uint8_t, kArabicBlock> list;
    list.fill(kNoLetter);
    std::uint8_t number = 0;
    for (const script::Letter& letter : script::alphabet()) list[letter.value - kFirstArabic] = number++;
    return list;
  }();
  return numbers;
}

std::uint8_t letter_number(char32_t c) noexcept {
  return c >= kFirstArabic && c < kFirstArabic + kArabicBlock ? letter_numbers()[c - kFirstArabic] : kNoLetter;
}

std::span<const ForeignLetters> foreign_letters() noexcept { return tables::kForeignLetters; }

/// The first row that applies at `at`, or null.
const ForeignLetters* find_foreign(std::u32string_view word, std::size_t at) noexcept {
  for (const ForeignLetters& row : foreign_letters()) {
    if (!word.substr(at).starts_with(row.from)) continue;
    const std::size_t next = at + row.from.size();
    const bool is_before = next < word.size() && row.not_before.find(word[next]) != std::u32string_view::npos;
    const bool is_here =
        row.place == ForeignPlace::anywhere || (at == 0 && (row.place == ForeignPlace::start || next == word.size()));
    if (is_here && !is_before) return &row;
  }
  return nullptr;
}

/// Canonical order puts shadda after vowel marks; it is read before them.
void put_shaddas_first(std::u32string& word) {
  constexpr char32_t kShadda = script::character::kArabicShadda.value;
  const auto is_mark = [](char32_t c) { return script::is(c, script::kArabicMark); };
  for (auto at = word.begin(); at != word.end();) {
    const auto begin = std::find_if(at, word.end(), is_mark);
    at = std::find_if_not(begin, word.end(), is_mark);
    if (at - begin > 1) std::stable_partition(begin, at, [](char32_t c) { return c == kShadda; });
  }
}

/// The length of a zero width joiner or non-joiner at `at`; 0 if there is none.
std::size_t joiner_length(std::string_view text, std::size_t at) noexcept {
  constexpr std::string_view kNonJoiner = script::character::kZeroWidthNonJoiner.utf8,
                             kJoiner = script::character::kZeroWidthJoiner.utf8;
  const std::string_view rest = text.substr(at, kJoiner.size());
  return rest == kNonJoiner || rest == kJoiner ? kJoiner.size() : 0;
}

/// Maps a word that has letters of the alphabet only, as most have; no row of foreign-letters.tsv applies to it.
/// Returns false for other words.
bool read_plain_letters(std::string_view word, std::vector<std::uint8_t>& out) {
  out.clear();
  const auto& numbers = letter_numbers();
  std::size_t at = 0;
  for (; at + 1 < word.size() && is_arabic_lead(word[at]); at += 2) {
    const utf8::Decoded c = utf8::decode(word, at);
    if (c.length != 2 || numbers[c.value - kFirstArabic] == kNoLetter) return false;
    out.push_back(numbers[c.value - kFirstArabic]);
  }
  return at == word.size();
}

}  // namespace

const WordParts& word_parts() noexcept {
  static const auto parts = [] {
    WordParts list;
    for (char32_t c = kFirstArabic; c < kFirstArabic + kArabicBlock; ++c) {
      if (script::is(c, script::kSoraniLetter)) {
        list.set(c, WordPart::letter);
      } else if (script::is(c, script::kTatweel)) {
        list.set(c, WordPart::tatweel);
      } else if (script::is(c, script::kArabicMark)) {
        list.set(c, WordPart::foreign);
      }
    }
    for (const ForeignLetters& row : foreign_letters()) {
      if (!script::is(row.from.front(), script::kSoraniLetter)) list.set(row.from.front(), WordPart::foreign);
    }
    return list;
  }();
  return parts;
}

std::size_t word_end_after_joiner(const WordParts& parts, std::string_view text, std::size_t at) noexcept {
  std::size_t next = at;
  while (const std::size_t length = joiner_length(text, next)) next += length;
  return next == at || parts.get(text, next) == WordPart::none ? at : word_end(parts, text, next);
}

bool is_foreign(const WordParts& parts, std::string_view word) noexcept {
  for (std::size_t at = 0; at < word.size();) {
    if (parts.get(word, at) == WordPart::foreign) return true;
    at += utf8::decode(word, at).length;
  }
  return false;
}

std::size_t letters_end(const WordParts& parts, std::string_view text, std::size_t at) noexcept {
  while (parts.get(text, at) == WordPart::letter) at += 2;
  return at;
}

void map_letters(std::string_view word, std::vector<std::uint8_t>& out) {
  if (read_plain_letters(word, out)) return;
  out.clear();
  std::u32string characters;
  bool has_letter = false;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded c = utf8::decode(word, at);
    at += c.length;
    if (script::is(c.value, script::kJoinControl | script::kTatweel)) continue;
    has_letter |= script::is(c.value, script::kArabicLetter);
    characters += c.value;
  }
  if (!has_letter) return;
  put_shaddas_first(characters);
  for (std::size_t at = 0; at < characters.size();) {
    const ForeignLetters* const foreign = find_foreign(characters, at);
    if (foreign == nullptr) {
      if (const std::uint8_t number = letter_number(characters[at]); number != kNoLetter) out.push_back(number);
      ++at;
      continue;
    }
    for (const char32_t c : foreign->letters) {
      if (c != U'=') {
        out.push_back(letter_number(c));
      } else if (!out.empty()) {
        out.push_back(out.back());
      }
    }
    at += foreign->from.size();
  }
}

void read_letters(std::string_view word, std::vector<std::uint8_t>& out) {
  map_letters(word, out);
  respell_arabic_name(word, out);
}

}  // namespace sorani::transliterate
