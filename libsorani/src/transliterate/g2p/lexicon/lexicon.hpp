#pragma once

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

/// A node of the trie, which is a double array (Aoe 1989): the child for a letter is node `children + letter`, if that
/// node has this letter. No two nodes with children have the same `children`, so that a node needs to hold its letter
/// only, not its parent. Four bytes, so that the trie stays in the cache of a core.
struct LexiconNode {
  static constexpr unsigned kChildrenBits = 20;
  static constexpr std::uint8_t kNoLetter = 0xFF;

  std::uint32_t children : kChildrenBits = 0;
  std::uint32_t kinds : 4 = 0;           ///< of the entries that end here, as a bit set: at most one of each kind
  std::uint32_t letter : 8 = kNoLetter;  ///< that leads here; none: the root, and places that are free
};

/// So many nodes follow the last one with children, so that `children + letter` is a node for every letter.
inline constexpr std::size_t kLexiconPadding = 64;

/// The root is node 0.
struct Lexicon {
  std::span<const LexiconNode> nodes;
  std::span<const std::uint16_t> first_entries;  ///< by node; its entries are adjacent, in any order
  std::span<const LexiconEntry> entries;
  std::span<const LexiconLetter> letters;

  static constexpr std::uint32_t kNoNode = 0xFFFFFFFF;

  /// The child of a node for `letter`, or `kNoNode`.
  std::uint32_t next(std::uint32_t node, std::uint8_t letter) const noexcept {
    const std::uint32_t child = nodes[node].children + letter;
    return nodes[child].letter == letter ? child : kNoNode;
  }
  /// The entry of some kind that ends at a node; there must be one.
  const LexiconEntry& entry(std::uint32_t node, MorphKind kind) const noexcept {
    std::size_t at = first_entries[node];
    while (entries[at].kind != kind) ++at;
    return entries[at];
  }
  bool has(std::uint32_t node, MorphKind kind) const noexcept {
    return (nodes[node].kinds >> static_cast<unsigned>(kind) & 1) != 0;
  }
};

}  // namespace sorani::transliterate::g2p
