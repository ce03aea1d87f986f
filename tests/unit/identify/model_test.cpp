// Features of words, and the tables they are looked up in.

#include <gtest/gtest.h>

#include <set>
#include <sorani/language_identifier.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "identify/features.hpp"
#include "identify/model.hpp"
#include "identify/token_scores.hpp"
#include "identify/weight_text.hpp"
#include "utf8/utf8.hpp"

namespace sorani::identify {
namespace {

std::multiset<std::string> features(std::string_view token) {
  std::multiset<std::string> all;
  visit_token(token, [&](std::u32string_view feature, FeatureHash hash) {
    EXPECT_EQ(hash, hash_feature(feature));
    std::string text;
    for (const char32_t c : feature) utf8::append(c, text);
    all.insert(text);
  });
  return all;
}

using Texts = std::multiset<std::string>;

TEST(Features, AreNgramsAndTheWord) {
  EXPECT_EQ(features("Ab"), (Texts{"a", "b", "_a", "ab", "b_", "_ab", "ab_", "_ab_"}));
  const Texts of_long_word = features("abcdef");
  EXPECT_EQ(of_long_word.count("abcde"), 1u);
  EXPECT_EQ(of_long_word.count("abcdef"), 0u);
  EXPECT_EQ(of_long_word.count("_abcdef_"), 1u);
  EXPECT_EQ(features("abcdefghijklmno").count("_abcdefghijklmno_"), 0u);
}

TEST(Features, HoldWhatFoldingHides) {
  EXPECT_EQ(features("ك"), (Texts{"ک", "_ک", "ک_", "_ک_", "ك"}));
  EXPECT_EQ(features("ه\u200C"), (Texts{"ە", "_ە", "ە_", "_ە_", "\u200C"}));
  EXPECT_EQ(features("ا\u0640"), (Texts{"ا", "_ا", "ا_", "_ا_", "\u0640"}));
  EXPECT_EQ(features("\uFEEA"), (Texts{"ە", "_ە", "ە_", "_ە_"}));
  EXPECT_EQ(features("e\u0302"), features("ê"));
  EXPECT_EQ(features("؟"), Texts{"؟"});
}

TEST(Features, CountLetters) {
  const auto count = [](std::string_view token) { return visit_token(token, [](std::u32string_view, FeatureHash) {}); };
  EXPECT_EQ(count("ئاو،ab\u0640").arabic, 3u);
  EXPECT_EQ(count("ئاو،ab\u0640").latin, 2u);
  EXPECT_EQ(count("ئاو\xFFяж").foreign, 2u);
}

TEST(Features, AreLinearInTheLengthOfAWord) {
  const std::string word(100000, 'a');
  EXPECT_LT(features(word).size(), word.size() * (kMaxNgram + 1));
}

FeatureWeights weights(std::int8_t first, std::int8_t second) {
  FeatureWeights all{};
  all[0] = first;
  all[1] = second;
  return all;
}

TEST(Model, FindsWeights) {
  std::vector<WeightedFeature> all;
  for (char32_t c = 0x600; c < 0x600 + 18000; ++c) {
    all.push_back({hash_feature(std::u32string(1, c)), weights(static_cast<std::int8_t>(c % 40), 1)});
  }
  const ModelArrays arrays = model_arrays(all);
  const Model model(arrays);
  for (char32_t c = 0x600; c < 0x600 + 18000; ++c) {
    const std::int8_t* const found = model.find(hash_feature(std::u32string(1, c)));
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found[0], static_cast<std::int8_t>(c % 40));
  }
  std::size_t wrong = 0;
  for (char32_t c = 0x10000; c < 0x20000; ++c)
    wrong += model.find(hash_feature(std::u32string(1, c))) == nullptr ? 0 : 1;
  EXPECT_LT(wrong, 20u);
}

TEST(Model, RefusesWhatItCannotHold) {
  const WeightedFeature feature{hash_feature(U"a"), weights(1, 2)};
  EXPECT_THROW(model_arrays(std::vector{feature, feature}), std::invalid_argument);
  EXPECT_THROW(model_arrays(std::vector<WeightedFeature>(30000, feature)), std::invalid_argument);
}

TEST(TokenScorer, AddsTheWeightsOfTokens) {
  const std::vector<WeightedFeature> all{{hash_feature(U"_ab_"), weights(3, -2)}, {hash_feature(U"c"), weights(1, 1)}};
  const ModelArrays arrays = model_arrays(all);
  const Model model(arrays);
  TokenScorer scorer(model);
  Scores scores;
  scorer.add("ab, AB 12 xc", scores);
  EXPECT_EQ(scores.sums[0], 7);
  EXPECT_EQ(scores.sums[1], -3);
  EXPECT_EQ(scores.letters(), 6u);
  // Long tokens and many of them: nothing overflows.
  Scores many;
  const std::string text = std::string(3000000, 'c') + ' ';
  scorer.add(text + text, many);
  std::string words;
  for (int i = 0; i < 100000; ++i) words += "c ";
  scorer.add(words, many);
  EXPECT_EQ(many.sums[0], 6100000);
  EXPECT_EQ(many.letters(), 6100000u);
}

TEST(Model, SpreadsProbability) {
  Scores scores;
  scores.sums[3] = 100;
  scores.arabic = scores.latin = 2;
  const auto flat = probabilities(scores, {0, 0.5, {}});
  EXPECT_NEAR(flat[3], 1.0 / kClasses, 1e-12);
  const auto all = probabilities(scores, {0.02, 0.5, {}});
  // exp(1) against fifteen times exp(0).
  EXPECT_NEAR(all[3], 2.718281828 / (2.718281828 + 15), 1e-6);
}

TEST(Model, ExcludesOtherScripts) {
  Scores scores;
  scores.arabic = 10;
  scores.latin = 3;
  const auto arabic = probabilities(scores, {0.02, 0.5, {}});
  EXPECT_GT(arabic[static_cast<std::size_t>(Language::fas_arab)], 0);
  EXPECT_EQ(arabic[static_cast<std::size_t>(Language::tur_latn)], 0);
  scores.latin = 4;
  EXPECT_GT(probabilities(scores, {0.02, 0.5, {}})[static_cast<std::size_t>(Language::tur_latn)], 0);
}

TEST(WeightText, GoesBothWays) {
  FeatureWeights all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::int8_t>(6 * static_cast<int>(i) - kMaxWeight);
  EXPECT_EQ(parse_weights(weight_text(all)), all);
  EXPECT_EQ(weight_text({}), "OOOOOOOOOOOOOOOO");
  EXPECT_EQ(parse_weights("OOO"), std::nullopt);
  EXPECT_EQ(parse_weights("OOOOOOOOOOOOOOO "), std::nullopt);
}

}  // namespace
}  // namespace sorani::identify
