// The language model: a small one built here, and that of the data.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "normalize/restore/build/model_builder.hpp"
#include "restore/counts.hpp"

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
  const LetterString boundary(1, kEdge);
  return build_model(words, {{letters(U"ئاو"), 4, {{letters(U"بار"), 12}}}, {boundary, 2, {{letters(U"دار"), 8}}}},
                     trainer::restore::typings());
}

constexpr std::u32string_view kSmallWords[] = {U"ئاو", U"ئاوا", U"بار", U"باران", U"دار", U"داران", U"ماڵ"};

TEST(Vocabulary, FindsItsWordsOnly) {
  const ModelArrays arrays = small_model();
  const Vocabulary words = arrays.model().words;
  EXPECT_EQ(words.size(), 7u);
  std::set<WordNumber> numbers;
  for (const std::u32string_view word : kSmallWords) {
    const WordNumber number = words.find(letters(word));
    ASSERT_NE(number, kUnknownWord);
    EXPECT_TRUE(numbers.insert(number).second);
    for (std::size_t i = 0; i < word.size(); ++i) {
      const bool is_last = i + 1 == word.size();
      EXPECT_EQ(words.letters(number)[i], letter_of(word[i]) | (is_last ? Vocabulary::kLastLetter : 0));
    }
    EXPECT_EQ(words.last_letter(words.next(number)), letter_of(word.back()));
  }
  for (const std::u32string_view word : {U"", U"ئا", U"ئاوان", U"د", U"پ", U"ماڵان", U"ماو", U"پار"}) {
    EXPECT_EQ(words.find(letters(word)), kUnknownWord);
  }
}

TEST(Vocabulary, HasClassesOfLettersThatAreTypedAlike) {
  const Vocabulary words = built_in_model().words;
  const auto class_of = [&](char32_t c) { return words.class_of(letter_of(c)); };
  EXPECT_EQ(class_of(U'ب'), class_of(U'پ'));
  EXPECT_EQ(class_of(U'ز'), class_of(U'ژ'));
  EXPECT_NE(class_of(U'ب'), class_of(U'ت'));
  EXPECT_EQ(class_of(U'ا'), FoldedKey::kAlef);
  for (const char32_t c : std::u32string_view(U"ەوۆیێهئڤ")) EXPECT_EQ(class_of(c), FoldedKey::kNoClass);
}

TEST(Vocabulary, ListsCheaperWordsOfABucketFirst) {
  const Vocabulary words = built_in_model().words;
  FoldedKey key;
  for (const Letter letter : letters(U"ڕێگا")) key.push(words.class_of(letter));
  const Vocabulary::Bucket bucket = words.bucket(key);
  float last = 0;
  bool is_there = false;
  for (WordNumber word = bucket.begin; word != bucket.end; word = words.next(word)) {
    EXPECT_LE(last, words.cost(word));
    last = words.cost(word);
    is_there = is_there || word == words.find(letters(U"ڕێگا"));
  }
  EXPECT_TRUE(is_there);
}

TEST(Vocabulary, HasABucketForEachWayToType) {
  // ئ within a word may be typed as ا, which is of another class.
  const std::vector<Typing> typings{{letters(U"ئ"), U"ئ", false}, {letters(U"ئ"), U"ا", false},
                                    {letters(U"ا"), U"ا", true},  {letters(U"ێ"), U"ئ", false},
                                    {letters(U"ێ"), U"", false},  {letters(U"ب"), U"ب", true}};
  std::vector<CountedWord> list{{letters(U"بئب"), 9}};
  for (Letter first = 0; first < kLetterCount; ++first) {  // so many that there are many buckets
    for (Letter second = 0; second < kLetterCount; ++second) list.push_back({LetterString{first, second}, 9});
  }
  std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.letters < b.letters; });
  const ModelArrays arrays = build_model(list, {}, typings);
  const Vocabulary words = arrays.model().words;
  EXPECT_EQ(words.size(), list.size());
  const WordNumber number = words.find(letters(U"بئب"));
  ASSERT_NE(number, kUnknownWord);
  for (const bool is_alef : {false, true}) {
    FoldedKey key;
    key.push(words.class_of(letter_of(U'ب')));
    if (is_alef) key.push(words.class_of(letter_of(U'ا')));
    key.push(words.class_of(letter_of(U'ب')));
    const Vocabulary::Bucket bucket = words.bucket(key);
    WordNumber word = bucket.begin;
    while (word != bucket.end && words.next(word) != word + 4)
      word = words.next(word);  // the only one of three letters
    ASSERT_NE(word, bucket.end);
    EXPECT_EQ(word == number, !is_alef);
    EXPECT_EQ(words.is_copy(word), is_alef);
  }
}

TEST(WordPairs, CostLessWhereTheyWereSeen) {
  const ModelArrays arrays = small_model();
  const Model model = arrays.model();
  const auto number = [&](std::u32string_view word) { return model.words.find(letters(word)); };
  EXPECT_EQ(model.pairs.cost(number(U"ئاو"), number(U"بار")), -12 * kWordStep);
  EXPECT_EQ(model.pairs.cost(number(U"ئاو"), number(U"دار")), 4 * kWordStep);
  EXPECT_EQ(model.pairs.cost(number(U"دار"), number(U"بار")), 0);
  EXPECT_EQ(model.pairs.cost(kUnknownWord, number(U"بار")), 0);
  EXPECT_EQ(model.pairs.cost(kBoundary, number(U"دار")), -8 * kWordStep);
  EXPECT_EQ(model.pairs.cost(kBoundary, number(U"بار")), 2 * kWordStep);
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
  EXPECT_THROW(build_model({{letters(U"بار"), 1}, {letters(U"ئاو"), 1}}, {}, trainer::restore::typings()),
               std::invalid_argument);
  EXPECT_THROW(build_model({{letters(U"بار"), 1}}, {{letters(U"ئاو"), 1, {}}}, trainer::restore::typings()),
               std::invalid_argument);
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
