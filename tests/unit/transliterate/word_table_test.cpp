#include "transliterate/cache/word_table.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <sorani/transliterator.hpp>
#include <string>
#include <thread>
#include <vector>

#include "transliterate/cache/word_cache.hpp"

namespace sorani::transliterate {
namespace {

std::string word(std::size_t number) { return "word " + std::to_string(number); }
std::string value(std::size_t number) { return std::to_string(number * number); }

/// A text of words that differ, with others that repeat.
std::string text_of_words(std::size_t first, std::size_t count) {
  static const std::vector<std::string> parts = {"کار", "دار", "نووس", "شار", "ژین", "گۆڕ", "بەر", "کوڕ"};
  std::string text;
  for (std::size_t number = first; number < first + count; ++number) {
    for (std::size_t left = number; left > 0; left /= parts.size()) text += parts[left % parts.size()];
    static const std::vector<std::string> gaps = {" و ",   " ئازاد ", "، ",   ". ",      "؟\n",
                                                  " {x} ", "ـ ",      " ٢٠ ", "\u200C، "};
    text += gaps[number % gaps.size()];
  }
  return text;
}

TEST(WordTable, FindsWhatWasInserted) {
  WordTable table;
  EXPECT_EQ(table.find("a").data(), nullptr);
  constexpr std::size_t kWords = 100'000;
  for (std::size_t i = 0; i < kWords; ++i) ASSERT_TRUE(table.insert(word(i), value(i)));
  for (std::size_t i = 0; i < kWords; ++i) ASSERT_EQ(table.find(word(i)), value(i));
  EXPECT_EQ(table.find(word(kWords)).data(), nullptr);
  EXPECT_TRUE(table.insert("no value", ""));
  EXPECT_NE(table.find("no value").data(), nullptr);
  EXPECT_EQ(table.find("no value"), "");
  const std::string longest(WordTable::kMaxBytes, 'x');
  EXPECT_TRUE(table.insert(longest, longest));
  EXPECT_EQ(table.find(longest), longest);
}

TEST(WordTable, ThreadsFindWhatOthersInsert) {
  constexpr std::size_t kWords = 60'000, kThreads = 4;
  WordTable table;
  std::vector<std::size_t> wrong(kThreads);
  std::vector<std::thread> threads;
  for (std::size_t thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      for (std::size_t i = 0; i < kWords; ++i) {
        const std::size_t number = (i * 7919 + thread * 100) % kWords;
        if (const std::string_view known = table.find(word(number)); known.data() == nullptr) {
          table.insert(word(number), value(number));
        } else if (known != value(number)) {
          ++wrong[thread];
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::size_t lost = 0;
  for (std::size_t i = 0; i < kWords; ++i) {
    const std::string_view known = table.find(word(i));
    if (known.data() == nullptr) {
      ++lost;
    } else {
      EXPECT_EQ(known, value(i));
    }
  }
  EXPECT_EQ(wrong, std::vector<std::size_t>(kThreads));
  // Only words that were inserted while the table grew can be lost.
  EXPECT_LT(lost, kWords / 10);
}

TEST(SharedWordTable, ReplacesAFullTableOnce) {
  SharedWordTable shared;
  const SharedWordTable::Pointer first = shared.get();
  EXPECT_EQ(shared.get(), first);
  std::size_t words = 0;
  while (first->insert(word(words), value(words))) ++words;
  EXPECT_GT(words, 200'000U);
  const SharedWordTable::Pointer second = shared.replace(first);
  EXPECT_NE(second, first);
  EXPECT_EQ(shared.replace(first), second);
  EXPECT_EQ(second->find(word(0)).data(), nullptr);
  EXPECT_EQ(first->find(word(0)), value(0));
}

TEST(WordCache, IsBoundedAndGoesOnAfterAFullTable) {
  const auto shared = std::make_shared<SharedWordTable>();
  WordCache cache(shared), other(shared);
  cache.insert(word(0), value(0));
  EXPECT_EQ(other.find(word(0), word(0).size()), value(0));
  const SharedWordTable::Pointer first = shared->get();
  for (std::size_t i = 1; shared->get() == first; ++i) cache.insert(word(i), value(i));
  cache.insert("last", "4");
  EXPECT_EQ(cache.find("last", 4), "4");
  EXPECT_EQ(other.find("last", 4).data(), nullptr);
  other.insert("own", "3");
  EXPECT_EQ(other.find("own", 3), "3");
}

TEST(WordCache, IsNotNeededForTheSameOutput) {
  constexpr std::size_t kTexts = 4, kWords = 3000;
  for (const std::string scheme : {"hawar", "strict"}) {
    const Transliterator shared({.scheme = scheme});
    std::vector<std::string> outputs(kTexts);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < kTexts; ++i) {
      threads.emplace_back([&, i] {
        Transliterator copy(shared);
        for (std::size_t at = 0; at < kWords; at += 100) copy.append(text_of_words(at + i * 50, 100), outputs[i]);
      });
    }
    for (std::thread& thread : threads) thread.join();
    for (std::size_t i = 0; i < kTexts; ++i) {
      std::string expected;
      for (std::size_t at = 0; at < kWords; at += 100) {
        Transliterator({.scheme = scheme}).append(text_of_words(at + i * 50, 100), expected);
      }
      EXPECT_EQ(outputs[i], expected);
    }
  }
}

}  // namespace
}  // namespace sorani::transliterate
