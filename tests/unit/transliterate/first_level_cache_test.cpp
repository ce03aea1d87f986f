#include "transliterate/cache/first_level_cache.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace sorani::transliterate {
namespace {

/// A word and its value of these lengths, which differ for each number.
std::string text_of(std::size_t number, std::size_t size, char first) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i, number /= 26)
    text += static_cast<char>(static_cast<std::size_t>(first) + number % 26);
  return text;
}

std::string_view find(const FirstLevelCache& cache, std::string_view word) {
  return cache.find(word, cache.locate(word, word.size()));
}
void store(FirstLevelCache& cache, std::string_view word, std::string_view value) {
  cache.store(word, cache.locate(word, word.size()), value);
}

TEST(FirstLevelCache, FindsWordsAndValuesOfEachLengthThatFits) {
  for (std::size_t word_size = 1; word_size <= 40; ++word_size) {
    for (std::size_t size = 0; size <= 40; ++size) {
      FirstLevelCache cache;
      const std::string word = text_of(0, word_size, 'a'), value = text_of(0, size, 'A');
      EXPECT_EQ(find(cache, word).data(), nullptr);
      store(cache, word, value);
      const bool fits = word_size <= 16 ? size <= FirstLevelCache::kMaxValueBytes : word_size <= 32 && size <= 30;
      EXPECT_EQ(find(cache, word).data() != nullptr, fits) << word_size << ' ' << size;
      EXPECT_EQ(find(cache, word), fits ? value : "");
      EXPECT_EQ(find(cache, word + "x").data(), nullptr);
      // A word inside a longer text has the same key as by itself.
      const std::string text = word + "?" + std::string(40, 'x');
      EXPECT_EQ(cache.find(word, cache.locate(word, word.size())),
                cache.find(std::string_view(text).substr(0, word_size),
                           cache.locate(std::string_view(text).substr(0, word_size), text.size())));
    }
  }
}

TEST(FirstLevelCache, NeverGivesTheValueOfAnotherWord) {
  // Many more words than fit, so that words with short and long values evict each other.
  constexpr std::size_t kWords = 400'000;
  FirstLevelCache cache;
  const auto word = [](std::size_t i) { return text_of(i, 4 + i % 20, 'a'); };
  const auto value = [](std::size_t i) { return text_of(i, i % 7 == 0 ? 16 + i % 17 : i % 16, 'a'); };
  std::size_t found = 0;
  for (std::size_t i = 0; i < kWords; ++i) {
    store(cache, word(i), value(i));
    ASSERT_TRUE(find(cache, word(i)).data() == nullptr || find(cache, word(i)) == value(i));
  }
  for (std::size_t i = 0; i < kWords; ++i) {
    const std::string_view known = find(cache, word(i));
    if (known.data() == nullptr) continue;
    ASSERT_EQ(known, value(i)) << word(i);
    ++found;
  }
  EXPECT_GT(found, 50'000U);
  EXPECT_LT(found, 200'000U);
}

TEST(FirstLevelCache, TheValueOfOneWordIsNoKeyOfAnother) {
  // A long value takes the place of the second word of a set. The words of a set cannot be chosen, so try many.
  FirstLevelCache cache;
  for (std::size_t i = 0; i < 200'000; ++i) {
    const std::string word = text_of(i, 5, 'a');
    store(cache, word, std::string(32, 'v'));
  }
  EXPECT_EQ(find(cache, std::string(16, 'v')).data(), nullptr);
}

}  // namespace
}  // namespace sorani::transliterate
