#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "transliterate/g2p/letters.hpp"
#include "transliterate/g2p/lexicon/lexicon.hpp"

/// The tables of the pronunciation model, written by `tablegen g2p`.
namespace sorani::transliterate::g2p::tables {

extern const std::array<LetterInfo, kLetterSymbolCount> kLetterInfos;

extern const std::span<const LexiconNode> kLexiconNodes;
extern const std::span<const std::uint16_t> kLexiconFirstEntries;
extern const std::span<const LexiconEntry> kLexiconEntries;
extern const std::span<const LexiconLetter> kLexiconLetters;

extern const std::span<const std::uint16_t> kRowDisplacements;
extern const std::span<const std::uint64_t> kRowSlots;
extern const std::span<const std::uint16_t> kDisplacements;
extern const std::span<const std::uint32_t> kWeightSlots;
extern const std::span<const std::int8_t> kScoreCells;
extern const double kWeightScale;

}  // namespace sorani::transliterate::g2p::tables
