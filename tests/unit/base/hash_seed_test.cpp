// The hashes of keys start from a seed that no text can know, and nothing else depends on it.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sorani/ngram_counter.hpp>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "base/process_seed.hpp"
#include "count/seeded_counter.hpp"
#include "count/table/vocabulary.hpp"
#include "support/random_bytes.hpp"

namespace sorani::count {
namespace {

std::string written(NgramRows rows) {
  std::string text;
  while (rows.next()) text.append(rows.ngram()).append("\t").append(std::to_string(rows.count())).append("\n");
  return text;
}

std::string random_lines(std::size_t lines) {
  test::RandomBytes random(7);
  std::string text;
  for (std::size_t i = 0; i < lines; ++i) {
    for (std::size_t words = random.below(12); words > 0; --words) {
      text.append("وشەی").append(std::to_string(random.below(1 + random.below(500)))).append(" ");
      if (random.below(50) == 0) text += std::string(60 + random.below(9), 'x') + ' ';
    }
    text += '\n';
  }
  return text;
}

TEST(HashSeed, ChangesNoRow) {
  const std::string text = random_lines(500);
  for (const NgramUnit unit : {NgramUnit::word, NgramUnit::character, NgramUnit::grapheme, NgramUnit::line}) {
    const unsigned longest = unit == NgramUnit::line ? 1 : 3;
    // In memory, and with temporary files.
    for (const std::size_t memory : {std::size_t{1} << 30, std::size_t{1000}}) {
      for (const NgramOrder order : {NgramOrder::count, NgramOrder::key, NgramOrder::alphabet}) {
        std::set<std::string> tables;
        for (const std::uint64_t seed : {0ULL, 1ULL, 0xFFFFFFFFFFFFFFFFULL, 0x123456789ABCDEFULL}) {
          NgramCounter counter = SeededCounter::make({.unit = unit, .max_n = longest}, {.memory = memory}, seed);
          counter.add(text);
          EXPECT_EQ(counter.has_spilled(), memory == 1000) << static_cast<int>(unit);
          tables.insert(written(counter.rows({order})));
        }
        NgramCounter counter({.unit = unit, .max_n = longest}, {.memory = memory});
        counter.add(text);
        tables.insert(written(counter.rows({order})));
        EXPECT_EQ(tables.size(), 1U) << static_cast<int>(unit) << ' ' << memory << ' ' << static_cast<int>(order);
        EXPECT_FALSE(tables.begin()->empty());
      }
    }
  }
}

TEST(HashSeed, CountersOfDifferentSeedsAbsorbEachOther) {
  const std::string text = random_lines(300);
  NgramCounter whole({.max_n = 2});
  whole.add(text);
  whole.add(text);
  NgramCounter first = SeededCounter::make({.max_n = 2}, {}, 1);
  NgramCounter second = SeededCounter::make({.max_n = 2}, {}, 2);
  first.add(text);
  second.add(text);
  ASSERT_TRUE(first.absorb(second));
  EXPECT_EQ(written(first.rows()), written(whole.rows()));
}

/// The hash of a key from this seed.
std::uint32_t hash_of(std::string_view key, std::uint64_t seed) {
  return make_key(key, key.size(), base::make_hash_seeds(seed)).hash;
}

/// Words whose hashes from a seed are all among the least ones, so that their places in a table are next to each other.
std::vector<std::string> colliding_words(std::uint64_t seed, std::size_t count) {
  constexpr unsigned kZeroBits = 8;
  std::vector<std::string> words;
  for (std::size_t i = 0; words.size() < count; ++i) {
    const std::string word = std::to_string(i);
    if (hash_of(word, seed) >> (32 - kZeroBits) == 0) words.push_back(word);
  }
  return words;
}

TEST(HashSeed, WordsThatCollideDoSoForOneSeed) {
  constexpr std::size_t kWords = 2000, kParts = 64;
  const std::vector<std::string> words = colliding_words(1, kWords);
  for (const std::uint64_t seed : {std::uint64_t{2}, std::uint64_t{3}, base::process_seed()}) {
    std::vector<std::size_t> in_part(kParts);
    for (const std::string& word : words) ++in_part[base::slot_of(hash_of(word, seed), kParts)];
    EXPECT_LT(*std::max_element(in_part.begin(), in_part.end()), 2 * kWords / kParts) << seed;
    EXPECT_GT(*std::min_element(in_part.begin(), in_part.end()), kWords / kParts / 3) << seed;
  }
}

TEST(HashSeed, IsOneForEachProcess) {
  EXPECT_EQ(base::process_seed(), base::process_seed());
  // What stands in the source would be a choice of one of these.
  for (const std::uint64_t known : base::kHashSeeds) EXPECT_NE(base::process_seed(), known);
  EXPECT_NE(base::process_seed(), 0U);
}

TEST(HashSeed, IsThatOfTheProcess) {
  // Words made to collide for the seeds that were once constants.
  EXPECT_NE(base::make_hash_seeds(base::process_seed()), base::kHashSeeds);
  EXPECT_NE(hash_of("وشە", base::process_seed()), hash_of("وشە", base::process_seed() + 1));
}

}  // namespace
}  // namespace sorani::count
