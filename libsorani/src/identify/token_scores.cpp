#include "identify/token_scores.hpp"

#include <algorithm>

#include "identify/token_finder.hpp"
#include "identify/weight_text.hpp"

namespace sorani::identify {
namespace {

/// Tokens that are hashed, and whose sets are prefetched, before the first of them is looked up.
constexpr std::size_t kBatch = 64;

/// Letters, and characters that folding hides, in a token that is cached: no byte adds weights more than twice, be it
/// for a letter and the edge after it, or for a letter and how it is typed.
constexpr std::size_t kMaxTokenTerms = 2 * 24;
/// Sums of so many tokens fit into 16 bits.
constexpr std::size_t kTokensOfGroup = 8;
static_assert(kTokensOfGroup * kMaxTokenTerms * kMaxWeight < 0x8000);

void add_sums(const std::array<std::int16_t, kClasses>& sums, Scores& scores) {
  for (std::size_t i = 0; i < kClasses; ++i) scores.sums[i] += sums[i];
}

}  // namespace

TokenScorer::TokenScorer(const Model& model) : model_(model) { cache_.resize(std::size_t{1} << kSetBits); }

Scores TokenScorer::score(std::string_view text) noexcept {
  Scores scores;
  std::array<TokenBounds, kBatch> tokens;
  std::array<Lookup, kBatch> lookups;
  TokenFinder finder(text);
  while (const std::size_t count = finder.next(tokens)) {
    std::size_t cached = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const auto [begin, end] = tokens[i];
      const std::string_view token = text.substr(begin, end - begin);
      if (token.size() <= kMaxCached) {
        lookups[cached] = prepare(token, text.size() - begin);
        __builtin_prefetch(lookups[cached++].set);
      } else {
        add_uncached(token, scores);
      }
    }
    add_cached(std::span(lookups).first(cached), scores);
  }
  return scores;
}

void TokenScorer::add_cached(std::span<const Lookup> lookups, Scores& scores) noexcept {
  LetterCounts letters;
  while (!lookups.empty()) {
    const auto group = lookups.first(std::min(kTokensOfGroup, lookups.size()));
    Sums sums{};
    for (const Lookup& lookup : group) {
      const Entry& entry = find(lookup);
      for (std::size_t i = 0; i < kClasses; ++i) sums[i] = static_cast<std::int16_t>(sums[i] + entry.sums[i]);
      letters.arabic += entry.arabic;
      letters.latin += entry.latin;
      letters.foreign += entry.foreign;
    }
    add_sums(sums, scores);
    lookups = lookups.subspan(group.size());
  }
  scores.arabic += letters.arabic;
  scores.latin += letters.latin;
  scores.foreign += letters.foreign;
}

TokenScorer::Lookup TokenScorer::prepare(std::string_view token, std::size_t readable) noexcept {
  const base::KeyEdges edges = base::load_key_edges(token.data(), token.size(), readable);
  // The tail of `edges` is all of a token of up to 16 bytes, and the last 16 of a longer one.
  const Key key{edges.head, token.size() > base::kBlockSize ? edges.tail.high : 0};
  const std::uint64_t hash =
      base::fold_product(key.head.low ^ base::kHashSeeds[0], key.head.high ^ base::kHashSeeds[1] ^ token.size()) ^
      base::fold_product(key.tail ^ base::kHashSeeds[2], base::kHashSeeds[3]);
  return {key, &cache_[hash >> (64 - kSetBits)], token};
}

const TokenScorer::Entry& TokenScorer::find(const Lookup& lookup) noexcept {
  for (Entry& entry : lookup.set->entries) {
    const Key& a = entry.key;
    const Key& b = lookup.key;
    const std::uint64_t difference = (a.head.low ^ b.head.low) | (a.head.high ^ b.head.high) | (a.tail ^ b.tail) |
                                     (entry.length ^ lookup.token.size());
    if (difference == 0) {
      if (entry.is_used == 0) entry.is_used = 1;
      return entry;
    }
  }
  return replace(lookup);
}

const TokenScorer::Entry& TokenScorer::replace(const Lookup& lookup) noexcept {
  auto& [first, second] = lookup.set->entries;
  Entry& entry = first.is_used == 0 || second.is_used != 0 ? first : second;
  if (first.is_used != 0) first.is_used = second.is_used = 0;
  Scores scores;
  add_uncached(lookup.token, scores);
  for (std::size_t i = 0; i < kClasses; ++i) entry.sums[i] = static_cast<std::int16_t>(scores.sums[i]);
  entry.key = lookup.key;
  entry.length = static_cast<std::uint8_t>(lookup.token.size());
  entry.arabic = static_cast<std::uint8_t>(scores.arabic);
  entry.latin = static_cast<std::uint8_t>(scores.latin);
  entry.foreign = static_cast<std::uint8_t>(scores.foreign);
  return entry;
}

void TokenScorer::add_uncached(std::string_view token, Scores& scores) const noexcept {
  static_assert((kMaxWord + 2) * kMaxWeight < 0x8000);
  const Model model = model_;
  const auto add = [](const std::int8_t* weights, Sums& sums) {
    if (weights == nullptr) return;
    for (std::size_t i = 0; i < kClasses; ++i) sums[i] = static_cast<std::int16_t>(sums[i] + weights[i]);
  };
  const LetterCounts letters = read_token(
      token,
      [&](std::span<const char32_t> word) {
        std::array<LetterCode, kMaxWord + 2> codes;
        for (std::size_t i = 0; i < word.size(); ++i) codes[i] = model.code(word[i]);
        Sums sums{};
        for (std::size_t end = 2; end <= word.size(); ++end) add(model.longest(codes.data(), end), sums);
        add_sums(sums, scores);
      },
      [&](char32_t c) {
        const LetterCode code = model.code(c);
        Sums sums{};
        add(model.longest(&code, 1), sums);
        add_sums(sums, scores);
      });
  scores.arabic += letters.arabic;
  scores.latin += letters.latin;
  scores.foreign += letters.foreign;
}

}  // namespace sorani::identify
