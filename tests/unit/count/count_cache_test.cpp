#include "count/table/count_cache.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <map>
#include <random>

namespace sorani::count {
namespace {

template <std::size_t n>
void expect_exact_counts() {
  using Tokens = std::array<std::uint32_t, n>;
  std::mt19937 random(n);
  CountCache<n> cache;
  cache.resize(8);
  std::map<Tokens, std::uint64_t> expected;
  std::map<Tokens, std::uint64_t> counted;
  std::size_t driven_out = 0;
  for (int i = 0; i < 20'000; ++i) {
    Tokens tokens{};
    for (std::uint32_t& token : tokens) token = 1 + static_cast<std::uint32_t>(random() % (i % 3 == 0 ? 2 : 5));
    ++expected[tokens];
    NgramEntry<n> out;
    if (cache.add(tokens.data(), base::hash_numbers<n>(tokens.data()), &out) == 0) continue;
    ++driven_out;
    EXPECT_GT(out.count, 0u);
    counted[out.tokens] += out.count;
  }
  std::size_t held = 0;
  cache.for_each([&](const NgramEntry<n>& entry) {
    counted[entry.tokens] += entry.count;
    ++held;
  });
  EXPECT_EQ(counted, expected);
  EXPECT_LE(held, cache.capacity());
  EXPECT_GT(driven_out, 0u);
  EXPECT_LT(driven_out, 20'000 - cache.capacity()) << "nothing is found again";
}

TEST(CountCache, LosesNothing) {
  expect_exact_counts<3>();
  expect_exact_counts<4>();
  expect_exact_counts<5>();
  expect_exact_counts<9>();
}

}  // namespace
}  // namespace sorani::count
