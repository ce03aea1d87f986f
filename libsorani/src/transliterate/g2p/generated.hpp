#pragma once

#include <cstddef>
#include <cstdint>

#include "transliterate/g2p/letters.hpp"
#include "transliterate/g2p/lexicon.hpp"

/// The tables of the pronunciation model, written by `tablegen g2p`.
namespace sorani::transliterate::g2p::tables {

extern const LetterInfo kLetterInfos[];  // kLetterSymbolCount of them

extern const LexiconNode kLexiconNodes[];
extern const std::size_t kLexiconNodesSize;
extern const LexiconEntry kLexiconEntries[];
extern const std::size_t kLexiconEntriesSize;
extern const LexiconLetter kLexiconLetters[];
extern const std::size_t kLexiconLettersSize;

extern const std::uint16_t kDisplacements[];
extern const std::size_t kDisplacementsSize;
extern const std::uint32_t kWeightSlots[];
extern const std::size_t kWeightSlotsSize;
extern const double kWeightScale;

}  // namespace sorani::transliterate::g2p::tables
