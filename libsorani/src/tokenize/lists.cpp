#include "tokenize/lists.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "script/script.hpp"
#include "tokenize/tables.hpp"
#include "unicode/utf8.hpp"

namespace sorani::tokenize {
namespace {

constexpr std::size_t kLongestSentenceWord = 24;

/// The letter that a look-alike stands for; any other character as it is.
char32_t normalized(char32_t c) noexcept {
  const auto list = script::look_alikes();
  const auto found =
      std::lower_bound(list.begin(), list.end(), c, [](const script::LookAlike& a, char32_t b) { return a.value < b; });
  return found != list.end() && found->value == c && found->letter.size() == 1 ? found->letter[0] : c;
}

std::span<const SentenceWord> sentence_words() noexcept { return {tables::kSentenceWords, tables::kSentenceWordsSize}; }

/// A short word with the letters of the alphabet for their look-alikes.
template <std::size_t Capacity>
struct Normalized {
  explicit Normalized(std::string_view text) noexcept {
    // A look-alike can be longer than the letter, by at most half.
    if (text.size() > Capacity * 3 / 2) return;
    for (std::size_t at = 0; at < text.size();) {
      const unicode::Decoded decoded = unicode::decode(text, at);
      const char32_t c = normalized(decoded.value);
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

}  // namespace

std::span<const Abbreviation> abbreviations() noexcept { return {tables::kAbbreviations, tables::kAbbreviationsSize}; }

AbbreviationKind abbreviation_kind(std::string_view text) noexcept {
  const Normalized<kLongestAbbreviation> word(text);
  if (!word.fits) return AbbreviationKind::none;
  const auto list = abbreviations();
  const auto found = std::lower_bound(list.begin(), list.end(), word.view(),
                                      [](const Abbreviation& a, std::string_view b) { return a.text < b; });
  return found != list.end() && found->text == word.view() ? found->kind : AbbreviationKind::none;
}

bool has_role(std::string_view word, SentenceRole role) noexcept {
  const Normalized<kLongestSentenceWord> normalized(word);
  if (!normalized.fits) return false;
  const auto list = sentence_words();
  return std::any_of(list.begin(), list.end(), [&](const SentenceWord& listed) {
    return listed.role == role && listed.text == normalized.view();
  });
}

bool ends_with_role(std::string_view word, SentenceRole role) noexcept {
  const auto list = sentence_words();
  return std::any_of(list.begin(), list.end(), [&](const SentenceWord& listed) {
    if (listed.role != role || word.size() <= listed.text.size()) return false;
    const Normalized<kLongestSentenceWord> ending(word.substr(word.size() - listed.text.size()));
    return ending.fits && ending.view() == listed.text;
  });
}

}  // namespace sorani::tokenize
