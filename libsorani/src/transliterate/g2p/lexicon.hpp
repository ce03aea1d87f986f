#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

/// Stems, prefixes and suffixes with their readings: libsorani/data/lexicon.tsv as a trie of spellings.
namespace sorani::transliterate::g2p {

enum class MorphKind : std::uint8_t {
  prefix,
  stem,  ///< of a noun, an adjective, a name; function words
  verb,  ///< a form or stem of a verb
  suffix,
  unknown,  ///< a letter that no row of the lexicon covers
  none,     ///< no morph: the end of the word
};

/// What a letter stands for in a reading.
enum class LetterSound : std::uint8_t {
  consonant,
  u,
  uu,       ///< the first letter of وو
  uu_rest,  ///< the second
  ii,
  vowel,  ///< of a letter that is always a vowel
};

/// A letter of an entry with its sound.
struct LexiconLetter {
  LetterSound sound;
  bool i_follows;     ///< the unwritten i comes after it
  bool i_alternates;  ///< but not before a suffix that begins with a vowel
};

struct LexiconEntry {
  MorphKind kind;
  std::uint8_t length;
  std::uint32_t letters;  ///< index of its first letter in Lexicon::letters
};

/// A node of the trie. Its children are adjacent, in the order of their letters, so that the rank of a letter in the
/// bit set is the offset of its child.
struct LexiconNode {
  std::uint64_t children;     ///< the letters that have a child, as a bit set
  std::uint32_t first_child;  ///< index of the child with the lowest letter
  std::uint16_t first_entry;  ///< entries that end here are adjacent
  std::uint16_t entry_count;
};

/// The root is node 0.
struct Lexicon {
  std::span<const LexiconNode> nodes;
  std::span<const LexiconEntry> entries;
  std::span<const LexiconLetter> letters;

  /// The child for `letter`, or null.
  const LexiconNode* next(const LexiconNode& node, std::uint8_t letter) const noexcept {
    const std::uint64_t bit = std::uint64_t{1} << letter;
    if ((node.children & bit) == 0) return nullptr;
    return &nodes[node.first_child + static_cast<unsigned>(std::popcount(node.children & (bit - 1)))];
  }
};

}  // namespace sorani::transliterate::g2p
