#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "identify/folding.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

/// What a token, a run of ASCII letters and non-ASCII characters, consists of.
///
/// A token is cut into words at characters that are neither letters nor marks. Letters are folded (`fold`), canonically
/// composed with the marks after them, and all other marks are left out; ه before a zero-width non-joiner is ە. What
/// folding hides is a feature by itself: letters as they were before, marks, and non-ASCII signs.
namespace sorani::identify {

/// Stands at both ends of a word.
inline constexpr char32_t kWordEdge = U'_';
inline constexpr std::size_t kMaxNgram = 6;
/// Longer words are cut.
inline constexpr std::size_t kMaxWord = 40;

/// The letters of a token, by script.
struct LetterCounts {
  std::uint32_t arabic = 0;
  std::uint32_t latin = 0;
  std::uint32_t foreign = 0;  ///< of other scripts
};

/// Calls `visit_word(std::span<const char32_t>)` for each word, with an edge at both ends, and
/// `visit_character(char32_t)` for each character that folding hides. Returns the letters.
template <typename VisitWord, typename VisitCharacter>
LetterCounts read_token(std::string_view token, VisitWord&& visit_word, VisitCharacter&& visit_character) {
  constexpr char32_t kHeh = 0x0647;
  constexpr char32_t kAe = 0x06D5;
  constexpr char32_t kZwnj = 0x200C;
  constexpr char32_t kFirstPresentationForm = 0xFB50;
  const FoldingTable& fold = folding_table();
  LetterCounts counts;
  std::array<char32_t, kMaxWord + 2> word;
  word[0] = kWordEdge;
  std::size_t size = 1;
  const auto end_word = [&] {
    if (size == 1) return;
    word[size++] = kWordEdge;
    visit_word(std::span<const char32_t>(word.data(), size));
    size = 1;
  };
  const auto visit_hidden = [&](char32_t c) {
    if (c >= 0x80 && c < utf8::kIllFormed) visit_character(c);
  };
  const auto add_letter = [&](char32_t c) {
    if (size == word.size() - 1) end_word();
    word[size++] = c;
  };
  for (std::size_t at = 0; at < token.size();) {
    const utf8::Decoded decoded = utf8::decode(token, at);
    const char32_t c = decoded.value;
    at += decoded.length;
    const Folded folded = fold(c);
    switch (folded.kind) {
      case CharacterKind::arabic:
        ++counts.arabic;
        if (c >= kFirstPresentationForm) {
          // The isolated and the final form of heh are ە in Kurdish text.
          const bool is_ae = c == 0xFEE9 || c == 0xFEEA;
          for (const char32_t letter : utf8::presentation_form(c)) add_letter(is_ae ? kAe : fold(letter).letter);
          break;
        }
        add_letter(folded.letter);
        if (folded.is_hidden) visit_hidden(c);
        break;
      case CharacterKind::latin:
        ++counts.latin;
        add_letter(folded.letter);
        break;
      case CharacterKind::foreign:
        ++counts.foreign;
        add_letter(folded.letter);
        break;
      case CharacterKind::mark:
        if (size > 1) {
          if (const auto composed = utf8::compose(word[size - 1], c)) {
            word[size - 1] = fold(*composed).letter;
            break;
          }
          if (c == kZwnj && word[size - 1] == kHeh) word[size - 1] = kAe;
        }
        visit_hidden(c);
        break;
      case CharacterKind::separator:
        end_word();
        visit_hidden(c);
        break;
    }
  }
  end_word();
  return counts;
}

}  // namespace sorani::identify
