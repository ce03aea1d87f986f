#include "tokenize/lists.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "script/script.hpp"
#include "tokenize/tables.hpp"
#include "unicode/utf8.hpp"

namespace sorani::tokenize {
namespace {

/// The letter that a look-alike stands for; any other character as it is.
char32_t normalized(char32_t c) noexcept {
  const auto list = script::look_alikes();
  const auto found =
      std::lower_bound(list.begin(), list.end(), c, [](const script::LookAlike& a, char32_t b) { return a.value < b; });
  return found != list.end() && found->value == c && found->letter.size() == 1 ? found->letter[0] : c;
}

}  // namespace

std::span<const Abbreviation> abbreviations() noexcept { return {tables::kAbbreviations, tables::kAbbreviationsSize}; }

AbbreviationKind abbreviation_kind(std::string_view text) noexcept {
  // A look-alike can be longer than the letter, by at most half.
  if (text.size() > kLongestAbbreviation * 3 / 2) return AbbreviationKind::none;
  std::array<char, kLongestAbbreviation> word{};
  std::size_t size = 0;
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded decoded = unicode::decode(text, at);
    const char32_t c = normalized(decoded.value);
    at += decoded.length;
    const std::size_t length = c < 0x80 ? 1 : 2;
    if (c >= 0x800 || size + length > word.size()) return AbbreviationKind::none;
    if (c < 0x80) {
      word[size++] = static_cast<char>(c);
    } else {
      word[size++] = static_cast<char>(0xC0 | c >> 6);
      word[size++] = static_cast<char>(0x80 | (c & 0x3F));
    }
  }
  const std::string_view key(word.data(), size);
  const auto list = abbreviations();
  const auto found = std::lower_bound(list.begin(), list.end(), key,
                                      [](const Abbreviation& a, std::string_view b) { return a.text < b; });
  return found != list.end() && found->text == key ? found->kind : AbbreviationKind::none;
}

bool is_top_level_domain(std::string_view text) noexcept {
  const std::span list(tables::kTopLevelDomains, tables::kTopLevelDomainsSize);
  return std::binary_search(list.begin(), list.end(), text);
}

}  // namespace sorani::tokenize
