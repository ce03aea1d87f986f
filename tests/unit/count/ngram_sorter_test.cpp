#include "count/sort/ngram_sorter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace sorani::count {
namespace {

template <std::size_t n>
std::vector<NgramEntry<n>> random_entries(std::size_t size, unsigned bits, std::mt19937& random) {
  std::vector<NgramEntry<n>> entries(size);
  for (std::size_t i = 0; i < size; ++i) {
    // Many begin as others do.
    if (i > 0) entries[i] = entries[random() % i];
    for (std::size_t k = random() % n; k < n; ++k) {
      // Low numbers are frequent, as the same words are in a text.
      entries[i].tokens[k] = static_cast<std::uint32_t>(random() >> (32 - bits) >> random() % 8);
    }
    entries[i].count = static_cast<std::uint32_t>(random());
  }
  return entries;
}

/// Sorts numbers of entries from few to what no cache holds.
template <std::size_t n>
void expect_sorted(unsigned bits) {
  std::mt19937 random(bits);
  NgramSorter<n> sorter(bits);
  for (const std::size_t size : {0U, 1U, 40U, 1000U, 30'000U, 200'000U}) {
    std::vector<NgramEntry<n>> entries = random_entries<n>(size, bits, random);
    std::vector<NgramEntry<n>> expected = entries;
    const auto is_before = [](const NgramEntry<n>& a, const NgramEntry<n>& b) { return a.tokens < b.tokens; };
    std::stable_sort(expected.begin(), expected.end(), is_before);
    sorter.sort(entries.data(), entries.size());
    std::uint64_t counts = 0;
    for (std::size_t i = 0; i < size; ++i) {
      ASSERT_EQ(entries[i].tokens, expected[i].tokens) << n << ' ' << bits << ' ' << size << ' ' << i;
      counts += entries[i].count - std::uint64_t{expected[i].count};
    }
    EXPECT_EQ(counts, 0u);
  }
}

TEST(NgramSorter, SortsByTokens) {
  for (const unsigned bits : {1u, 9u, 20u, 31u, 32u}) {
    expect_sorted<2>(bits);
    expect_sorted<3>(bits);
    expect_sorted<9>(bits);
  }
}

}  // namespace
}  // namespace sorani::count
