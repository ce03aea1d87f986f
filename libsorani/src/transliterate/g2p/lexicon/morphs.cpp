// A shortest path over the positions of the word, by dynamic programming from left to right.
//
// The state is (end of the last morph, kind of the last morph), the cost of a path that of its morphs plus that of the
// transitions between their kinds. At each position the costs of arriving there are first combined with the
// transitions, which gives the cost of beginning a morph of each kind; then the trie of the lexicon is walked from that
// position, and each entry on the way updates the state at its end, with a back pointer. Following the back pointers
// from the cheapest state at the end of the word gives the segmentation.
//
// The costs of the kinds at one position are a vector of eight 16-bit integers, so that the compiler adds and compares
// them with SIMD. The lowest bits of a cost hold the kind it came from: the minimum then says which kind won, and ties
// are broken in the order of `MorphKind`. Time is linear in the length of the word times the longest entry.

#include "transliterate/g2p/lexicon/morphs.hpp"

#include <algorithm>

#include "transliterate/g2p/letters.hpp"

namespace sorani::transliterate::g2p {
namespace {

/// Costs of morphs, found by cross-validation. What matters is their order: long stems are cheaper than short ones,
/// known letters than unknown ones, a suffix after a stem than a stem after a suffix.
using Cost = std::int16_t;

constexpr Cost kUnknown = 20;
constexpr Cost kUnknownAfterKnown = 4;
constexpr Cost kUnknownBehindSuffix = 24;
constexpr Cost kPrefix = 10;
constexpr Cost kSuffix = 9;
constexpr Cost kStem = 11;
constexpr Cost kStemOf3 = 18;
constexpr Cost kStemOf2 = 32;
constexpr Cost kEndsInPrefix = 20;

/// Letters of a noun before the definite article. Two letters are often something else.
constexpr std::size_t kShortestNoun = 3;

/// More than any path of finite cost: a word of unknown letters only costs 1284. Twice as much with the kind fits 16
/// bits.
constexpr Cost kNever = 2000;
constexpr std::size_t kKinds = 5;

/// The cost of a transition from a morph of one kind (row) to one of another (column), in the order prefix, stem, verb,
/// suffix, unknown.
constexpr std::array<std::array<Cost, kKinds>, kKinds> kTransitions = {{
    {0, 0, 0, kNever, kUnknownAfterKnown},
    {12, 10, 10, 0, kUnknownAfterKnown},
    {12, 10, 10, 0, kUnknownAfterKnown},
    {12, 30, 30, 0, kUnknownBehindSuffix},
    {30, 12, 12, 4, 0},
}};

constexpr Cost cost_of_stem(std::size_t length) noexcept {
  return length <= 2 ? kStemOf2 : length == 3 ? kStemOf3 : kStem;
}

/// Costs of paths by the kind of their last morph, which the lowest `kKindBits` of each hold; padded to a SIMD vector.
struct alignas(16) Costs : std::array<Cost, 8> {};

constexpr int kKindBits = 3;

constexpr Cost packed(Cost cost, std::size_t kind) noexcept {
  return static_cast<Cost>((cost << kKindBits) + static_cast<int>(kind));
}

constexpr Costs kUnreachable = [] {
  Costs costs{};
  costs.fill(packed(kNever, 0));
  return costs;
}();

/// `kTransitions` with the kind of the row in the lowest bits, to be added to the cost of a path that ends in this
/// kind.
constexpr auto kPackedTransitions = [] {
  std::array<Costs, kKinds> rows{};
  for (std::size_t from = 0; from < kKinds; ++from) {
    rows[from] = kUnreachable;
    for (std::size_t then = 0; then < kKinds; ++then) rows[from][then] = packed(kTransitions[from][then], from);
  }
  return rows;
}();

/// True if letters after a consonant begin with a vowel. ی does, except before ا (-yan); -ye is î + e.
bool begins_with_vowel(std::span<const std::uint8_t> letters) noexcept {
  if (letters.empty()) return false;
  if (is_vowel_letter(letters[0])) return true;
  return is_semivowel_letter(letters[0]) && (letters.size() == 1 || letters[1] != kAlef);
}

/// The last morph of the cheapest path to a position whose last morph is of some kind.
struct BackPointer {
  std::uint8_t begin;   ///< its first letter
  std::uint8_t before;  ///< the kind of the morph before it
  std::uint32_t node;   ///< of the lexicon, at which it ends; `Lexicon::kNoNode` if it is unknown
};

}  // namespace

void Morphs::assign(std::span<const std::uint8_t> letters, const Lexicon& lexicon) noexcept {
  const std::size_t size = std::min(letters.size(), kMaxLetters);
  letters = letters.first(size);
  // By the end of the last morph and by its kind.
  std::array<Costs, kMaxLetters + 1> costs;
  std::array<std::array<BackPointer, kKinds>, kMaxLetters + 1> back_pointers;
  std::fill_n(costs.begin(), size + 1, kUnreachable);
  costs[0][static_cast<std::size_t>(MorphKind::prefix)] = 0;
  for (std::size_t begin = 0; begin < size; ++begin) {
    // The cheapest path to here plus the transition, for each kind of morph that can begin here.
    Costs here = kUnreachable;
    for (std::size_t from = 0; from < kKinds; ++from) {
      for (std::size_t then = 0; then < here.size(); ++then) {
        here[then] = std::min(here[then], static_cast<Cost>(costs[begin][from] + kPackedTransitions[from][then]));
      }
    }
    const auto extend = [&](std::size_t end, MorphKind kind, Cost price, std::uint32_t node) {
      const auto number = static_cast<std::size_t>(kind);
      const auto before = static_cast<std::uint8_t>(here[number] & ((1 << kKindBits) - 1));
      const auto total = static_cast<Cost>(here[number] - before + packed(price, 0));
      if (total >= costs[end][number]) return;
      costs[end][number] = total;
      back_pointers[end][number] = {static_cast<std::uint8_t>(begin), before, node};
    };
    extend(begin + 1, MorphKind::unknown, kUnknown, Lexicon::kNoNode);
    std::uint32_t node = 0;
    for (std::size_t end = begin; end < size; ++end) {
      node = lexicon.next(node, letters[end]);
      if (node == Lexicon::kNoNode) break;
      if (lexicon.nodes[node].kinds == 0) continue;
      const Cost stem = cost_of_stem(end + 1 - begin);
      if (lexicon.has(node, MorphKind::prefix)) extend(end + 1, MorphKind::prefix, kPrefix, node);
      if (lexicon.has(node, MorphKind::stem)) extend(end + 1, MorphKind::stem, stem, node);
      if (lexicon.has(node, MorphKind::verb)) extend(end + 1, MorphKind::verb, stem, node);
      if (lexicon.has(node, MorphKind::suffix)) extend(end + 1, MorphKind::suffix, kSuffix, node);
    }
  }

  Costs& last = costs[size];
  Cost& prefix = last[static_cast<std::size_t>(MorphKind::prefix)];
  prefix = static_cast<Cost>(prefix + packed(kEndsInPrefix, 0));
  auto kind = static_cast<std::size_t>(std::min_element(last.begin(), last.begin() + kKinds) - last.begin());
  int unknown = 0;
  for (std::size_t end = size; end > 0;) {
    const BackPointer& back_pointer = back_pointers[end][kind];
    const auto length = static_cast<std::uint8_t>(std::min(end - back_pointer.begin, kMaxMorphLength));
    const bool is_known = back_pointer.node != Lexicon::kNoNode;
    const LexiconLetter* readings =
        is_known ? &lexicon.letters[lexicon.entry(back_pointer.node, static_cast<MorphKind>(kind)).letters] : nullptr;
    for (std::size_t at = back_pointer.begin; at < end; ++at) {
      MorphLetter& letter = letters_[at];
      letter = {static_cast<MorphKind>(kind), back_pointer.begin, length, at == back_pointer.begin, at + 1 == end, {}};
      if (!is_known) continue;
      letter.reading = readings[at - back_pointer.begin];
      if (letter.reading.i_alternates && begins_with_vowel(letters.subspan(end))) letter.reading.i_follows = false;
    }
    if (!is_known) ++unknown;
    kind = back_pointer.before;
    end = back_pointer.begin;
  }
  constexpr int kMaxPartlyUnknown = 2;
  unknown_class_ = static_cast<std::uint8_t>(unknown == 0 ? 0 : unknown <= kMaxPartlyUnknown ? 1 : 2);
  lexicon_end_ = static_cast<std::uint8_t>(size == 0 ? 0 : find_lexicon_end(letters));
}

std::size_t Morphs::find_lexicon_end(std::span<const std::uint8_t> letters) const noexcept {
  const MorphKind kind = letters_[0].kind;
  if (kind != MorphKind::stem && kind != MorphKind::verb) return 0;
  std::size_t end = 0;
  while (!letters_[end].is_last) ++end;
  ++end;
  if (end == letters.size()) return end;
  // A final û is uw before a vowel, so only nouns that end in a consonant keep their reading.
  const bool is_noun = kind == MorphKind::stem && end >= kShortestNoun && !is_semivowel_letter(letters[end - 1]);
  const bool is_definite = end + 2 < letters.size() && letters_[end].kind == MorphKind::suffix && letters[end] == kAe &&
                           letters[end + 1] == kKeheh;
  return is_noun && is_definite ? end : 0;
}

}  // namespace sorani::transliterate::g2p
