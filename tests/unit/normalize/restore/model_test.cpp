// The language model: a small one built here, and that of the data.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "normalize/restore/build/model_builder.hpp"

namespace sorani::normalize::restore {
namespace {

LetterString letters(std::u32string_view word) {
  LetterString result;
  for (const char32_t c : word) result += letter_of(c);
  return result;
}

ModelArrays small_model() {
  // In the order of the alphabet.
  std::vector<CountedWord> words;
  for (const std::u32string_view word : {U"ئاو", U"ئاوا", U"باران", U"بار", U"دار", U"داران", U"ماڵ"}) {
    words.push_back({letters(word), static_cast<std::uint8_t>(10 + words.size())});
  }
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.letters < b.letters; });
  return build_model(words, {{letters(U"ئاو"), 4, {{letters(U"بار"), 12}}}});
}

TEST(Vocabulary, NumbersItsWordsInOrder) {
  const ModelArrays arrays = small_model();
  const Vocabulary words = arrays.model().words;
  ASSERT_EQ(words.size(), 7u);
  WordNumber next = 0;
  for (const std::u32string_view word : {U"ئاو", U"ئاوا", U"بار", U"باران", U"دار", U"داران", U"ماڵ"}) {
    EXPECT_EQ(words.find(letters(word)), next++);
  }
  for (const std::u32string_view word : {U"", U"ئا", U"ئاوان", U"د", U"پ", U"ماڵان"}) {
    EXPECT_EQ(words.find(letters(word)), kUnknownWord);
  }
}

TEST(Vocabulary, TellsTheLeastCostBehindATransition) {
  const ModelArrays arrays = small_model();
  const Vocabulary words = arrays.model().words;
  for (const std::u32string_view word : {U"ئاو", U"ئاوا", U"بار", U"باران", U"دار", U"داران", U"ماڵ"}) {
    const float cost = words.cost(words.find(letters(word)));
    std::uint32_t at = Vocabulary::kStart;
    float least = 0;
    for (const Letter letter : letters(word)) {
      while (words.transition(at).letter() != letter) ++at;
      least = words.transition(at).least_cost();
      EXPECT_LE(least, cost);
      at = words.transition(at).target();
    }
    // No transition is without its word: the last one of ماڵ is taken by that word only.
    if (word == U"ماڵ") {
      EXPECT_GT(least, cost - Vocabulary::Transition::kLeastStep);
    }
  }
}

TEST(Vocabulary, SharesStates) {
  // بار, باران, دار and داران: four letters and ان, once.
  EXPECT_LT(small_model().transitions.size(), 15u);
}

TEST(WordPairs, CostLessWhereTheyWereSeen) {
  const ModelArrays arrays = small_model();
  const Model model = arrays.model();
  const auto number = [&](std::u32string_view word) { return model.words.find(letters(word)); };
  EXPECT_EQ(model.pairs.cost(number(U"ئاو"), number(U"بار")), -12 * kWordStep);
  EXPECT_EQ(model.pairs.cost(number(U"ئاو"), number(U"دار")), 4 * kWordStep);
  EXPECT_EQ(model.pairs.cost(number(U"دار"), number(U"بار")), 0);
  EXPECT_EQ(model.pairs.cost(kUnknownWord, number(U"بار")), 0);
}

TEST(LetterModel, IsAProbability) {
  const ModelArrays arrays = small_model();
  const LetterModel model = arrays.model().letters;
  for (const LetterModel::Context context :
       {LetterModel::kStart, LetterModel::next(LetterModel::kStart, letter_of(U'ب'))}) {
    double sum = 0;
    for (Letter letter = 0; letter <= kEdge; ++letter) sum += std::exp(-model.cost(context, letter));
    EXPECT_NEAR(sum, 1, 0.05);
  }
  EXPECT_LT(model.cost(LetterModel::kStart, letter_of(U'ب')), model.cost(LetterModel::kStart, letter_of(U'ێ')));
}

TEST(ModelBuilder, RefusesWhatIsOutOfOrder) {
  EXPECT_THROW(build_model({{letters(U"بار"), 1}, {letters(U"ئاو"), 1}}, {}), std::invalid_argument);
  EXPECT_THROW(build_model({{letters(U"بار"), 1}}, {{letters(U"ئاو"), 1, {}}}), std::invalid_argument);
}

TEST(PackedTable, FindsItsKeysOnly) {
  std::vector<PackedTable::Entry> entries;
  for (std::uint64_t key = 1; key <= 1000; ++key) entries.push_back({key * key, static_cast<std::uint8_t>(key)});
  const std::vector<std::uint32_t> slots = PackedTable::slots(entries);
  const PackedTable table(slots);
  for (const auto& entry : entries) EXPECT_EQ(table.find(entry.key), entry.value);
  EXPECT_FALSE(table.find(3));
  const std::vector<std::uint32_t> none = PackedTable::slots({});
  EXPECT_FALSE(PackedTable(none).find(3));
}

TEST(BuiltInModel, KnowsCommonWords) {
  const Vocabulary words = built_in_model().words;
  EXPECT_GT(words.size(), 50000u);
  for (const std::u32string_view word : {U"من", U"ئەوە", U"خۆش", U"کوردستان"}) {
    EXPECT_NE(words.find(letters(word)), kUnknownWord);
  }
}

}  // namespace
}  // namespace sorani::normalize::restore
