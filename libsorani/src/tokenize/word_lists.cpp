#include "tokenize/word_lists.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::tokenize {
namespace {

/// The longest listed ending has 12 bytes; look-alikes can take half as much again (three bytes for two).
constexpr std::size_t kMaxEndingBytes = 18;

/// The letter that a look-alike stands for; any other character unchanged.
char32_t folded(char32_t c) noexcept {
  const auto list = script::look_alikes();
  const auto found =
      std::lower_bound(list.begin(), list.end(), c, [](const script::LookAlike& a, char32_t b) { return a.value < b; });
  return found != list.end() && found->value == c && found->letter.size() == 1 ? found->letter[0] : c;
}

/// A short text with look-alikes replaced by the letters of the alphabet, in a buffer on the stack. `fits` is false if
/// it is too long to be in a list.
template <std::size_t Capacity>
struct FoldedWord {
  explicit FoldedWord(std::string_view text) noexcept {
    // A look-alike takes at most three bytes where the letter takes two.
    if (text.size() > Capacity * 3 / 2) return;
    for (std::size_t at = 0; at < text.size();) {
      const utf8::Decoded decoded = utf8::decode(text, at);
      const char32_t c = folded(decoded.value);
      const std::size_t length = c < 0x80 ? 1 : 2;
      if (c >= 0x800 || size + length > Capacity) return;
      if (length == 1) {
        bytes[size++] = static_cast<char>(c);
      } else {
        bytes[size++] = static_cast<char>(0xC0 | c >> 6);
        bytes[size++] = static_cast<char>(0x80 | (c & 0x3F));
      }
      at += decoded.length;
    }
    fits = true;
  }
  std::string_view view() const noexcept { return {bytes.data(), size}; }

  bool fits = false;
  std::array<char, Capacity> bytes{};
  std::size_t size = 0;
};

/// The row of a list, sorted by bytes, for a text with its look-alikes folded; nullptr if there is none. No row has
/// more than `MaxBytes`.
template <std::size_t MaxBytes, typename Row>
const Row* find_row(std::span<const Row> list, std::string_view text) noexcept {
  const FoldedWord<MaxBytes> word(text);
  if (!word.fits) return nullptr;
  const auto found = std::lower_bound(list.begin(), list.end(), word.view(),
                                      [](const Row& a, std::string_view b) { return a.text < b; });
  return found != list.end() && found->text == word.view() ? &*found : nullptr;
}

}  // namespace

AbbreviationKind abbreviation_kind(std::string_view text) noexcept {
  const Abbreviation* const row = find_row<kMaxAbbreviationBytes>(abbreviations(), text);
  return row == nullptr ? AbbreviationKind::none : row->kind;
}

SentenceRole sentence_role(std::string_view words) noexcept {
  const SentenceWord* const row = find_row<kMaxSentenceWordBytes>(sentence_words(), words);
  return row == nullptr ? SentenceRole::none : row->role;
}

Ending ending_kind(std::string_view token) noexcept {
  if (token.empty()) return Ending::none;
  const SentenceRole first = sentence_role(token.substr(0, utf8::decode(token, 0).length));
  if (first == SentenceRole::ending_letter) return Ending::certain;
  const SentenceRole role = token.size() > kMaxEndingBytes ? SentenceRole::none : sentence_role(token);
  if (role == SentenceRole::ending) return Ending::certain;
  return role == SentenceRole::ending_or_word ? Ending::possible : Ending::none;
}

}  // namespace sorani::tokenize
