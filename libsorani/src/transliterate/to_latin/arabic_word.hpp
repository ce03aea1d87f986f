#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// Words in the Arabic script: their bounds in text, and the letters that the pronouncer gets.
namespace sorani::transliterate {

/// The Arabic block, which has nearly all letters. Its characters have two bytes, the first of which is D8..DB.
inline constexpr char32_t kFirstArabic = 0x600;
inline constexpr std::size_t kArabicBlock = 0x100;

/// True if a character of the Arabic block begins with this byte.
constexpr bool is_arabic_lead(char byte) noexcept { return (static_cast<std::uint8_t>(byte) & 0xFC) == 0xD8; }

/// A value for each character of the Arabic block, indexed by its two bytes; T() for second bytes that are ill-formed.
template <typename T>
class ArabicTable {
 public:
  void set(char32_t c, T value) { values_[(c >> 6 & 3) << 8 | 0x80 | (c & 0x3F)] = value; }
  /// `lead` must satisfy `is_arabic_lead`.
  T get(char lead, char second) const noexcept {
    return values_[(static_cast<std::size_t>(lead) & 3) << 8 | static_cast<std::uint8_t>(second)];
  }
  /// The value of the character at `at`; T() if it is not in the block.
  T get(std::string_view text, std::size_t at) const noexcept {
    return at + 1 < text.size() && is_arabic_lead(text[at]) ? get(text[at], text[at + 1]) : T();
  }

 private:
  std::array<T, 0x400> values_{};
};

/// What a character of the Arabic block can be part of.
enum class WordPart : std::uint8_t {
  none,     ///< signs, digits, letters that are not read
  letter,   ///< of the alphabet
  foreign,  ///< a letter that is not of the alphabet, or a mark
  tatweel,
};
using WordParts = ArabicTable<WordPart>;

const WordParts& word_parts() noexcept;

/// The end of the word if it continues at `at` with a joiner; or `at`.
std::size_t word_end_after_joiner(const WordParts& parts, std::string_view text, std::size_t at) noexcept;

/// The end of the longest word that begins at `at`: letters, marks, tatweel, and joiners between them. `at` if there is
/// none. `parts` is `word_parts()`.
inline std::size_t word_end(const WordParts& parts, std::string_view text, std::size_t at) noexcept {
  while (at + 1 < text.size() && is_arabic_lead(text[at]) && parts.get(text[at], text[at + 1]) != WordPart::none) {
    at += 2;
  }
  return at < text.size() && text[at] == '\xE2' ? word_end_after_joiner(parts, text, at) : at;
}

/// True if the word contains foreign letters or marks.
bool is_foreign(const WordParts& parts, std::string_view word) noexcept;

/// The end of the letters of the alphabet that begin at `at`.
std::size_t letters_end(const WordParts& parts, std::string_view text, std::size_t at) noexcept;

/// Replaces `out` by the letters of a word, with foreign letters and marks respelled by foreign-letters.tsv. Empty if
/// the word has no letter.
void map_letters(std::string_view word, std::vector<std::uint8_t>& out);

/// The same, with names in Arabic spelling respelled by arabic-names.tsv: the input of the pronouncer.
void read_letters(std::string_view word, std::vector<std::uint8_t>& out);

}  // namespace sorani::transliterate
