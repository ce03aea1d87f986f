#include "transliterate/g2p/morphs.hpp"

#include <algorithm>

namespace sorani::transliterate::g2p {
namespace {

/// Costs of covering a word, found by cross-validation. What matters is their order: long stems before short ones,
/// known before unknown, suffixes behind stems before stems behind suffixes.
using Cost = std::int16_t;

constexpr Cost kUnknown = 20;
constexpr Cost kUnknownBegins = 4;
constexpr Cost kUnknownBehindSuffix = 24;
constexpr Cost kPrefix = 10;
constexpr Cost kSuffix = 9;
constexpr Cost kStem = 11;
constexpr Cost kStemOf3 = 18;
constexpr Cost kStemOf2 = 32;
constexpr Cost kEndsInPrefix = 20;

constexpr Cost kNever = 10000;
constexpr std::size_t kKinds = 5;

/// What it costs that a morph of one kind (row) stands before one of another (column): prefix, stem, verb, suffix,
/// unknown.
constexpr std::array<std::array<Cost, kKinds>, kKinds> kTransitions = {{
    {0, 0, 0, kNever, kUnknownBegins},
    {12, 10, 10, 0, kUnknownBegins},
    {12, 10, 10, 0, kUnknownBegins},
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

/// The cheapest way to a place in the word, with a morph of some kind before it.
struct Way {
  Cost cost = kNever;
  std::uint8_t begin = 0;
  MorphKind before = MorphKind::prefix;
  std::uint32_t letters = kUnknownLetters;  ///< of its entry
};

}  // namespace

void Morphs::assign(std::span<const std::uint8_t> letters, const Lexicon& lexicon) noexcept {
  const std::size_t size = std::min(letters.size(), kLongest);
  std::array<std::array<Way, kKinds>, kLongest + 1> ways;
  for (std::size_t at = 0; at <= size; ++at) ways[at].fill(Way{});
  ways[0][static_cast<std::size_t>(MorphKind::prefix)].cost = 0;
  for (std::size_t begin = 0; begin < size; ++begin) {
    // The cheapest way here, for each kind of morph that may follow.
    std::array<Way, kKinds> here;
    for (std::size_t then = 0; then < kKinds; ++then) {
      for (std::size_t from = 0; from < kKinds; ++from) {
        const int total = ways[begin][from].cost + kTransitions[from][then];
        if (total >= here[then].cost) continue;
        here[then] = {static_cast<Cost>(total), static_cast<std::uint8_t>(begin), static_cast<MorphKind>(from)};
      }
    }
    const auto extend = [&](std::size_t end, MorphKind kind, Cost price, std::uint32_t entry_letters) {
      const Way& way = here[static_cast<std::size_t>(kind)];
      Way& to = ways[end][static_cast<std::size_t>(kind)];
      const int total = way.cost + price;
      if (total < to.cost) to = {static_cast<Cost>(total), way.begin, way.before, entry_letters};
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

  std::size_t kind = 0;
  const auto total = [&](std::size_t k) {
    return ways[size][k].cost + (static_cast<MorphKind>(k) == MorphKind::prefix ? kEndsInPrefix : 0);
  };
  for (std::size_t k = 1; k < kKinds; ++k) {
    if (total(k) < total(kind)) kind = k;
  }
  int unknown = 0;
  for (std::size_t end = size; end > 0;) {
    const Way& way = ways[end][kind];
    const auto length = static_cast<std::uint8_t>(std::min(end - way.begin, kLongMorph));
    for (std::size_t at = way.begin; at < end; ++at) {
      MorphLetter& letter = letters_[at];
      letter = {static_cast<MorphKind>(kind), way.begin, length, at == way.begin, at + 1 == end, {}};
      if (way.letters != kUnknownLetters) letter.reading = lexicon.letters[way.letters + (at - way.begin)];
    }
    if (way.letters == kUnknownLetters) ++unknown;
    kind = static_cast<std::size_t>(way.before);
    end = way.begin;
  }
  constexpr int kFew = 2;
  unknown_ = static_cast<std::uint8_t>(unknown == 0 ? 0 : unknown <= kFew ? 1 : 2);
}

}  // namespace sorani::transliterate::g2p
