#include "transliterate/g2p/morphs.hpp"

#include <algorithm>

#include "transliterate/g2p/letters.hpp"

namespace sorani::transliterate::g2p {
namespace {

/// Costs of covering a word, found by cross-validation. What matters is their order: long stems before short ones,
/// known before unknown, suffixes behind stems before stems behind suffixes.
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

/// The noun before a definite article. Two letters are often something else.
constexpr std::size_t kShortestNoun = 3;

constexpr Cost kNever = 10000;
constexpr std::size_t kKinds = 5;

/// What it costs that a morph of one kind (row) stands before one of another (column): prefix, stem, verb, suffix,
/// unknown.
constexpr std::array<std::array<Cost, kKinds>, kKinds> kTransitions = {{
    {0, 0, 0, kNever, kUnknownAfterKnown},
    {12, 10, 10, 0, kUnknownAfterKnown},
    {12, 10, 10, 0, kUnknownAfterKnown},
    {12, 30, 30, 0, kUnknownBehindSuffix},
    {30, 12, 12, 4, 0},
}};

constexpr Cost cost(const LexiconEntry& entry) noexcept {
  switch (entry.kind) {
    case MorphKind::prefix:
      return kPrefix;
    case MorphKind::suffix:
      return kSuffix;
    default:
      return entry.length <= 2 ? kStemOf2 : entry.length == 3 ? kStemOf3 : kStem;
  }
}

constexpr std::uint32_t kUnknownLetters = 0xFFFFFFFF;

/// Costs of ways, eight at a time so that the processor can add and compare them at once. What makes two ways of the
/// same cost differ stands in the lowest bits: the kind of the last morph.
using Costs = std::array<std::int32_t, 8>;

constexpr std::int32_t kKindBits = 3;

constexpr std::int32_t packed(Cost cost, std::size_t kind) noexcept {
  return (cost << kKindBits) + static_cast<std::int32_t>(kind);
}

constexpr Costs kUnreachable = [] {
  Costs costs{};
  costs.fill(packed(kNever, 0));
  return costs;
}();

/// `kTransitions`, made ready to be added to the cost of a way that ends in the kind of the row.
constexpr auto kPackedTransitions = [] {
  std::array<Costs, kKinds> rows{};
  for (std::size_t from = 0; from < kKinds; ++from) {
    rows[from] = kUnreachable;
    for (std::size_t then = 0; then < kKinds; ++then) rows[from][then] = packed(kTransitions[from][then], from);
  }
  return rows;
}();

/// True if letters that stand behind a consonant begin with a vowel. ی is one there but before ا (-yan); -ye is î + e.
bool begins_with_vowel(std::span<const std::uint8_t> letters) noexcept {
  if (letters.empty()) return false;
  if (is_vowel_letter(letters[0])) return true;
  return is_semivowel_letter(letters[0]) && (letters.size() == 1 || letters[1] != kAlef);
}

/// How the cheapest way to a place comes there with a morph of some kind.
struct BackPointer {
  std::uint8_t begin;     ///< of the morph
  std::uint8_t before;    ///< the kind of the one before it
  std::uint32_t letters;  ///< of its entry
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
    // The cheapest way here, for each kind of morph that may follow.
    Costs here = kUnreachable;
    for (std::size_t from = 0; from < kKinds; ++from) {
      for (std::size_t then = 0; then < here.size(); ++then) {
        here[then] = std::min(here[then], costs[begin][from] + kPackedTransitions[from][then]);
      }
    }
    const auto extend = [&](std::size_t end, MorphKind kind, Cost price, std::uint32_t entry_letters) {
      const auto number = static_cast<std::size_t>(kind);
      const auto before = static_cast<std::uint8_t>(here[number] & ((1 << kKindBits) - 1));
      const std::int32_t total = here[number] - before + packed(price, 0);
      if (total >= costs[end][number]) return;
      costs[end][number] = total;
      back_pointers[end][number] = {static_cast<std::uint8_t>(begin), before, entry_letters};
    };
    extend(begin + 1, MorphKind::unknown, kUnknown, kUnknownLetters);
    const LexiconNode* node = lexicon.nodes.data();
    for (std::size_t end = begin; end < size; ++end) {
      node = lexicon.next(*node, letters[end]);
      if (node == nullptr) break;
      for (const LexiconEntry& entry : lexicon.entries.subspan(node->first_entry, node->entry_count)) {
        extend(end + 1, entry.kind, cost(entry), entry.letters);
      }
    }
  }

  Costs& last = costs[size];
  last[static_cast<std::size_t>(MorphKind::prefix)] += packed(kEndsInPrefix, 0);
  auto kind = static_cast<std::size_t>(std::min_element(last.begin(), last.begin() + kKinds) - last.begin());
  int unknown = 0;
  for (std::size_t end = size; end > 0;) {
    const BackPointer& back_pointer = back_pointers[end][kind];
    const auto length = static_cast<std::uint8_t>(std::min(end - back_pointer.begin, kMaxMorphLength));
    for (std::size_t at = back_pointer.begin; at < end; ++at) {
      MorphLetter& letter = letters_[at];
      letter = {static_cast<MorphKind>(kind), back_pointer.begin, length, at == back_pointer.begin, at + 1 == end, {}};
      if (back_pointer.letters == kUnknownLetters) continue;
      letter.reading = lexicon.letters[back_pointer.letters + (at - back_pointer.begin)];
      if (letter.reading.i_alternates && begins_with_vowel(letters.subspan(end))) letter.reading.i_follows = false;
    }
    if (back_pointer.letters == kUnknownLetters) ++unknown;
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
  // û is uw before a vowel.
  const bool is_noun = kind == MorphKind::stem && end >= kShortestNoun && !is_semivowel_letter(letters[end - 1]);
  const bool is_definite = end + 2 < letters.size() && letters_[end].kind == MorphKind::suffix && letters[end] == kAe &&
                           letters[end + 1] == kKaf;
  return is_noun && is_definite ? end : 0;
}

}  // namespace sorani::transliterate::g2p
