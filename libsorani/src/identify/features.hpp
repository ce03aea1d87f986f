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

/// The features of a token: of a run of ASCII letters and non-ASCII characters.
///
/// A token is cut into words at characters that are neither letters nor marks. Letters are folded (`fold`), canonically
/// composed with the marks after them, and all other marks are left out; ه before a zero-width non-joiner is ە. The
/// features of a word, with an edge `_` at both ends, are its n-grams of one to five characters, and the word as a
/// whole. What folding hides is a feature too, by itself: letters as they were before, marks, and non-ASCII signs.
namespace sorani::identify {

/// A feature is hashed character by character.
using FeatureHash = std::uint64_t;

inline constexpr FeatureHash kEmptyFeature = 0;

constexpr FeatureHash add_character(FeatureHash hash, char32_t c) noexcept {
  hash = (hash + c + 1) * 0x9E3779B97F4A7C15;
  return hash ^ hash >> 32;
}

constexpr FeatureHash hash_feature(std::u32string_view feature) noexcept {
  FeatureHash hash = kEmptyFeature;
  for (const char32_t c : feature) hash = add_character(hash, c);
  return hash;
}

inline constexpr char32_t kWordEdge = U'_';
inline constexpr std::size_t kMaxNgram = 5;
/// The longest word that is a feature as a whole, with its edges.
inline constexpr std::size_t kMaxWholeWord = 14;
/// Longer words are cut.
inline constexpr std::size_t kMaxWord = 40;

/// The letters of a token, by script.
struct LetterCounts {
  std::uint32_t arabic = 0;
  std::uint32_t latin = 0;
  std::uint32_t foreign = 0;  ///< of other scripts
};

/// Calls `visit(std::u32string_view feature, FeatureHash)` for each feature of a word with its edges.
template <typename Visit>
void visit_word(std::span<const char32_t> word, Visit&& visit) {
  const std::u32string_view text(word.data(), word.size());
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    FeatureHash hash = kEmptyFeature;
    const std::size_t longest = std::min(kMaxNgram, text.size() - begin);
    for (std::size_t length = 1; length <= longest; ++length) {
      const char32_t c = text[begin + length - 1];
      hash = add_character(hash, c);
      if (length > 1 || c != kWordEdge) visit(text.substr(begin, length), hash);
    }
  }
  if (text.size() > kMaxNgram && text.size() <= kMaxWholeWord) visit(text, hash_feature(text));
}

/// Calls `visit` for each feature of a token, and counts its letters.
template <typename Visit>
LetterCounts visit_token(std::string_view token, Visit&& visit) {
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
    visit_word(std::span<const char32_t>(word.data(), size), visit);
    size = 1;
  };
  const auto visit_character = [&](char32_t c) {
    const std::u32string_view text(&c, 1);
    if (c >= 0x80 && c < utf8::kIllFormed) visit(text, hash_feature(text));
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
        if (folded.is_hidden) visit_character(c);
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
        visit_character(c);
        break;
      case CharacterKind::separator:
        end_word();
        visit_character(c);
        break;
    }
  }
  end_word();
  return counts;
}

}  // namespace sorani::identify
