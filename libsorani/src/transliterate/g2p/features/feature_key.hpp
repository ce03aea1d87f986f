#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// Features of the model as 64-bit keys: a template in the lowest byte and up to seven symbols in the others.
namespace sorani::transliterate::g2p {

/// Feature templates. libsorani/data/g2p-weights.tsv uses their names; features.hpp and lexicon_features.hpp say what
/// each is made of.
enum class Template : std::uint8_t {
  // The role of a letter in its syllable, with the letters around it.
  letter_before_2,
  letter_around,
  letter_after_2,
  // The shape of a syllable.
  shape,
  shape_before,
  shape_after,
  onset,
  onset_before,
  coda_after,
  coda_sonority,
  // An unwritten i and its context.
  i_around_before,
  i_around_after,
  i_sonority,
  // The letters of a syllable.
  syllable,
  // Two neighboring syllables.
  pair_shape,
  pair_cluster,
  pair_cluster_sonority,
  pair_i_onset,
  pair_i_cluster,
  // Agreement with the lexicon, and boundaries between morphs.
  lexicon_vowel,
  lexicon_vowel_last,
  lexicon_i,
  boundary,
  boundary_after,
  boundary_sonority,
  boundary_affix_after,
  boundary_affix_before,
  boundary_syllable,
};

inline constexpr std::size_t kTemplateCount = 28;
inline constexpr std::size_t kMaxSymbols = 7;  // bytes of a key beside the template

/// The name of a template, and the kinds of its symbols, one character each:
///   L letter, C sonority class, N nucleus of a syllable, n number from 0 to 9
struct TemplateInfo {
  std::string_view name;
  std::string_view symbols;
};

inline constexpr std::array<TemplateInfo, kTemplateCount> kTemplates = {{
    {"letter-before-2", "nLLL"},
    {"letter-around", "nLLL"},
    {"letter-after-2", "nLLL"},
    {"shape", "nNnn"},
    {"shape-before", "nNnnL"},
    {"shape-after", "nNnnL"},
    {"onset", "nNnLL"},
    {"onset-before", "LLL"},
    {"coda-after", "LLLL"},
    {"coda-sonority", "CCCNC"},
    {"i-around-before", "LLLL"},
    {"i-around-after", "LLLL"},
    {"i-sonority", "nCCCCC"},
    {"syllable", "nNLLLLL"},
    {"pair-shape", "nNnnNn"},
    {"pair-cluster", "LLLNN"},
    {"pair-cluster-sonority", "CCCNN"},
    {"pair-i-onset", "nNnnNnL"},
    {"pair-i-cluster", "NNnnLL"},
    {"lexicon-vowel", "nnnnnn"},
    {"lexicon-vowel-last", "nnnn"},
    {"lexicon-i", "nnnnnn"},
    {"boundary", "nnnnnn"},
    {"boundary-after", "nnnLL"},
    {"boundary-sonority", "nnnCCCC"},
    {"boundary-affix-after", "nnnLLLL"},
    {"boundary-affix-before", "nnnLLLL"},
    {"boundary-syllable", "nnnn"},
}};

/// The template in the lowest byte, then the symbols, a byte each.
using FeatureKey = std::uint64_t;

/// A sequence of symbols, the first in the lowest byte.
template <unsigned kCount>
struct Symbols {
  std::uint64_t bits;
};

namespace detail {

template <typename Symbol>
struct SymbolTraits {
  static constexpr unsigned kCount = 1;
  static constexpr std::uint64_t bits(Symbol symbol) noexcept { return static_cast<std::uint64_t>(symbol); }
};

template <unsigned kSymbols>
struct SymbolTraits<Symbols<kSymbols>> {
  static constexpr unsigned kCount = kSymbols;
  static constexpr std::uint64_t bits(Symbols<kSymbols> symbols) noexcept { return symbols.bits; }
};

}  // namespace detail

/// Concatenates symbols: single ones (numbers below 256, enumerators) and sequences.
template <typename... Parts>
constexpr auto symbols(Parts... parts) noexcept {
  std::uint64_t bits = 0;
  unsigned shift = 0;
  ((bits |= detail::SymbolTraits<Parts>::bits(parts) << shift, shift += 8 * detail::SymbolTraits<Parts>::kCount), ...);
  return Symbols<(detail::SymbolTraits<Parts>::kCount + ... + 0u)>{bits};
}

template <typename... Parts>
constexpr FeatureKey feature_key(Template name, Parts... parts) noexcept {
  static_assert((detail::SymbolTraits<Parts>::kCount + ... + 0u) <= kMaxSymbols);
  return symbols(name, parts...).bits;
}

constexpr Template template_of(FeatureKey key) noexcept { return static_cast<Template>(key & 0xFF); }

/// Symbol number `at` of a key, from 0.
constexpr unsigned symbol_of(FeatureKey key, std::size_t at) noexcept {
  return static_cast<unsigned>(key >> (8 * (at + 1)) & 0xFF);
}

}  // namespace sorani::transliterate::g2p
