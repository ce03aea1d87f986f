#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sorani::normalize::restore {

/// A letter of the alphabet, as its index in `script::alphabet()`, or kEdge.
using Letter = std::uint8_t;
inline constexpr std::size_t kLetterCount = 33;
inline constexpr Letter kEdge = kLetterCount;  ///< the edge of a word, in n-grams

/// A letter as it is typed: the number of a `read-as` of restore-letters.tsv, from 1.
using Typed = std::uint8_t;
inline constexpr std::size_t kMaxTyped = 64;

enum class Keyboard : std::uint8_t { arabic, persian };

/// Typed words of more letters are not restored, and no longer words are written.
inline constexpr std::size_t kMaxWord = 24;
inline constexpr std::size_t kMaxRestored = 32;

/// The letters of a word, without allocation.
template <typename Value, std::size_t capacity>
struct ShortWord {
  std::array<Value, capacity> values{};
  std::uint8_t size = 0;

  bool full() const noexcept { return size == capacity; }
  void push(Value value) noexcept { values[size++] = value; }
  void pop() noexcept { --size; }
  std::basic_string_view<Value> view() const noexcept { return {values.data(), size}; }
};

using TypedWord = ShortWord<Typed, kMaxWord>;
using Word = ShortWord<Letter, kMaxRestored>;
using LetterView = std::basic_string_view<Letter>;
using TypedView = std::basic_string_view<Typed>;

/// The index of a letter of the alphabet, or kEdge for another character.
Letter letter_of(char32_t c) noexcept;

/// Appends letters in UTF-8.
void append_letters(LetterView letters, std::string& out);

/// What a character is in a word to be restored.
struct CharacterInfo {
  enum Kind : std::uint8_t {
    separator,  ///< not part of a word
    letter,     ///< is typed for a letter of the alphabet
    mark,       ///< a vowel mark, a ZWNJ or a tatweel: not read, unless it is typed for a letter
    other       ///< a letter that no row has: the word is not restored
  };
  Kind kind = separator;
  Typed typed = 0;             ///< of a letter or a mark that can be read
  bool is_vowel_mark = false;  ///< a mark that only words of other languages hold, unless it is read
  bool is_kurdish = false;     ///< a letter that neither keyboard has
  bool is_arabic = false;      ///< a letter that only an Arabic keyboard has
  bool is_persian = false;     ///< a letter that only a Persian keyboard has
};

CharacterInfo character_info(char32_t c) noexcept;

/// `character_info` of the block Arabic, for whoever asks often.
inline constexpr char32_t kArabicBlock = 0x600;
inline constexpr std::size_t kArabicBlockSize = 0x100;
const CharacterInfo* arabic_block() noexcept;

/// The typed letter that is a letter of the alphabet, or 0.
Typed typed_of(Letter letter) noexcept;
/// The letter of the alphabet that a typed letter is, or kEdge if it is none.
Letter letter_typed(Typed typed) noexcept;

}  // namespace sorani::normalize::restore
