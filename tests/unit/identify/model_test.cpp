// Tokens and their words, and the tables that n-grams are looked up in.

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>
#include <set>
#include <sorani/language_identifier.hpp>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "identify/features.hpp"
#include "identify/model.hpp"
#include "identify/token_finder.hpp"
#include "identify/token_scores.hpp"
#include "identify/weight_text.hpp"
#include "utf8/utf8.hpp"

namespace sorani::identify {
namespace {

/// The words of a token with their edges, and the characters that folding hides.
std::multiset<std::string> parts(std::string_view token) {
  std::multiset<std::string> all;
  const auto insert = [&](std::u32string_view part) {
    std::string text;
    for (const char32_t c : part) utf8::append(c, text);
    all.insert(text);
  };
  read_token(
      token,
      [&](std::span<const char32_t> word) {
        insert({word.data(), word.size()});
      },
      [&](char32_t c) {
        insert({&c, 1});
      });
  return all;
}

using Texts = std::multiset<std::string>;

TEST(Features, AreWordsWithEdges) {
  EXPECT_EQ(parts("Ab"), Texts{"_ab_"});
  EXPECT_EQ(parts("کوردستان"), Texts{"_کوردستان_"});
  EXPECT_EQ(parts("کورد؟"), (Texts{"_کورد_", "؟"}));
  EXPECT_EQ(parts("«کورد»"), (Texts{"«", "_کورد_", "»"}));
}

TEST(Features, HoldWhatFoldingHides) {
  EXPECT_EQ(parts("ك"), (Texts{"_ک_", "ك"}));
  EXPECT_EQ(parts("ه\u200C"), (Texts{"_ە_", "\u200C"}));
  EXPECT_EQ(parts("ا\u0640"), (Texts{"_ا_", "\u0640"}));
  EXPECT_EQ(parts("\uFEEA"), Texts{"_ە_"});
  EXPECT_EQ(parts("e\u0302"), parts("ê"));
  EXPECT_EQ(parts("؟"), Texts{"؟"});
}

TEST(Features, CountLetters) {
  const auto count = [](std::string_view token) {
    return read_token(
        token, [](std::span<const char32_t>) {}, [](char32_t) {});
  };
  EXPECT_EQ(count("ئاو،ab\u0640").arabic, 3u);
  EXPECT_EQ(count("ئاو،ab\u0640").latin, 2u);
  EXPECT_EQ(count("ئاو\xFFяж").foreign, 2u);
}

TEST(Features, CutLongWords) {
  const auto words = parts(std::string(100000, 'a'));
  EXPECT_EQ(words.size(), 100000 / kMaxWord);
  EXPECT_EQ(words.count('_' + std::string(kMaxWord, 'a') + '_'), words.size());
}

std::vector<std::string> tokens(std::string_view text) {
  std::vector<std::string> all;
  std::array<TokenBounds, TokenFinder::kMaxTokensOfBlock> some;
  TokenFinder finder(text);
  while (const std::size_t count = finder.next(some)) {
    for (const TokenBounds& token : std::span(some).first(count)) {
      all.emplace_back(text.substr(token.begin, token.end - token.begin));
    }
  }
  return all;
}

/// The same, byte by byte.
std::vector<std::string> tokens_slowly(std::string_view text) {
  std::vector<std::string> all;
  bool is_in_token = false;
  for (const char byte : text) {
    const auto lower = static_cast<unsigned char>(byte | 0x20);
    const bool is_letter = static_cast<unsigned char>(byte) >= 0x80 || (lower >= 'a' && lower <= 'z');
    if (is_letter && !is_in_token) all.emplace_back();
    if (is_letter) all.back() += byte;
    is_in_token = is_letter;
  }
  return all;
}

TEST(TokenFinder, FindsRunsOfLetters) {
  EXPECT_EQ(tokens(""), std::vector<std::string>());
  EXPECT_EQ(tokens(" 12 . "), std::vector<std::string>());
  EXPECT_EQ(tokens("@AZ[`az{کورد_x"), (std::vector<std::string>{"AZ", "az", "کورد", "x"}));
  std::mt19937 random(1);
  for (int i = 0; i < 3000; ++i) {
    // Every byte; runs of all lengths, across blocks and at their edges.
    std::string text;
    const std::size_t size = random() % 300;
    while (text.size() < size) {
      const bool is_letter = random() % 2 == 0;
      for (std::size_t n = random() % (random() % 8 == 0 ? 150 : 4) + 1; n > 0; --n) {
        text += random() % 16 == 0 ? static_cast<char>(random()) : is_letter ? 'k' : ' ';
      }
    }
    ASSERT_EQ(tokens(text), tokens_slowly(text)) << text;
  }
}

FeatureWeights weights(std::int8_t first, std::int8_t second) {
  FeatureWeights all{};
  all[0] = first;
  all[1] = second;
  return all;
}

/// The first weight of the longest n-gram that ends with a text, 0 if there is none.
int longest(const Model& model, std::u32string_view text) {
  std::vector<LetterCode> codes;
  for (const char32_t c : text) codes.push_back(model.code(c));
  const std::int8_t* const found = model.longest(codes.data(), codes.size());
  return found == nullptr ? 0 : found[0];
}

TEST(Model, FindsTheLongestNgram) {
  const std::vector<WeightedFeature> all{{U"a", weights(1, 0)},   {U"b", weights(2, 0)},   {U"ab", weights(3, 0)},
                                         {U"cab", weights(4, 0)}, {U"ک", weights(5, 0)},   {U"ḧ", weights(6, 0)},
                                         {U"aḧ", weights(7, 0)},  {U"ccab", weights(8, 0)}};
  const ModelArrays arrays = model_arrays(all);
  const Model model(arrays);
  EXPECT_EQ(longest(model, U"a"), 1);
  EXPECT_EQ(longest(model, U"bb"), 2);
  EXPECT_EQ(longest(model, U"xab"), 3);
  EXPECT_EQ(longest(model, U"bcab"), 4);
  EXPECT_EQ(longest(model, U"cccab"), 8);
  EXPECT_EQ(longest(model, U"bک"), 5);
  EXPECT_EQ(longest(model, U"aḧ"), 7);
  EXPECT_EQ(longest(model, U"bḧ"), 6);
  // Letters of no n-gram: c occurs in some, but none ends with it.
  EXPECT_EQ(longest(model, U"c"), 0);
  EXPECT_EQ(longest(model, U"aẍ"), 0);
  EXPECT_EQ(longest(model, U"ax"), 0);
}

TEST(Model, HoldsManyNgrams) {
  // All strings of up to three of twenty letters, less those of three with an odd sum.
  std::vector<WeightedFeature> all;
  const auto add = [&](std::u32string text) {
    all.push_back({std::move(text), weights(static_cast<std::int8_t>(all.size() % 40 + 1), 1)});
  };
  const auto letter = [](int i) { return static_cast<char32_t>(0x620 + i); };
  for (int i = 0; i < 20; ++i) {
    add({letter(i)});
    for (int k = 0; k < 20; ++k) {
      add({letter(i), letter(k)});
      for (int m = 0; m < 20; ++m) {
        if ((i + k + m) % 2 == 0) add({letter(i), letter(k), letter(m)});
      }
    }
  }
  const ModelArrays arrays = model_arrays(all);
  EXPECT_LT(arrays.nodes.size(), all.size() + 600);  // hardly any gaps
  const Model model(arrays);
  std::map<std::u32string, int> expected;
  for (const WeightedFeature& feature : all) {
    expected[feature.text] = feature.weights[0];
    EXPECT_EQ(longest(model, feature.text), feature.weights[0]);
  }
  for (int i = 0; i < 20; ++i) {
    for (int k = 0; k < 20; ++k) {
      for (int m = 0; m < 20; ++m) {
        if ((i + k + m) % 2 != 0) {
          EXPECT_EQ(longest(model, std::u32string{letter(i), letter(k), letter(m)}),
                    expected.at(std::u32string{letter(k), letter(m)}));
        }
      }
    }
  }
}

TEST(Model, RefusesWhatItCannotHold) {
  const WeightedFeature feature{U"a", weights(1, 2)};
  EXPECT_THROW(model_arrays(std::vector{feature, feature}), std::invalid_argument);
  EXPECT_THROW(model_arrays(std::vector{WeightedFeature{U"", weights(1, 2)}}), std::invalid_argument);
  EXPECT_THROW(model_arrays(std::vector{feature, WeightedFeature{U"ab", weights(1, 2)}}), std::invalid_argument);
  std::vector<WeightedFeature> many;
  for (char32_t c = 0x620; c < 0x620 + kMaxLetters + 1; ++c) many.push_back({std::u32string(1, c), weights(1, 2)});
  EXPECT_THROW(model_arrays(many), std::invalid_argument);
  many.pop_back();
  EXPECT_NO_THROW(model_arrays(many));
}

TEST(TokenScorer, AddsTheWeightsOfTokens) {
  const std::vector<WeightedFeature> all{{U"_", weights(0, 0)},
                                         {U"b_", weights(0, 0)},
                                         {U"ab_", weights(0, 0)},
                                         {U"_ab_", weights(3, -2)},
                                         {U"c", weights(1, 1)}};
  const ModelArrays arrays = model_arrays(all);
  const Model model(arrays);
  TokenScorer scorer(model);
  const Scores scores = scorer.score("ab, AB 12 xc");
  EXPECT_EQ(scores.sums[0], 7);
  EXPECT_EQ(scores.sums[1], -3);
  EXPECT_EQ(scores.letters(), 6u);
  // Long tokens and many of them: nothing overflows.
  const std::string long_token = std::string(3000000, 'c') + ' ';
  EXPECT_EQ(scorer.score(long_token + long_token).sums[0], 6000000);
  std::string words;
  for (int i = 0; i < 100000; ++i) words += "c ";
  EXPECT_EQ(scorer.score(words).sums[0], 100000);
  EXPECT_EQ(scorer.score(words).letters(), 100000u);
}

TEST(TokenScorer, HoldsTheLargestSums) {
  // A weight for each letter, and for each edge: the most that a short token can have.
  std::vector<WeightedFeature> all{{U"_", weights(kMaxWeight, -kMaxWeight)}, {U"c", weights(kMaxWeight, -kMaxWeight)}};
  const ModelArrays arrays = model_arrays(all);
  TokenScorer scorer{Model(arrays)};
  const std::string token(24, 'c');
  std::string text;
  for (int i = 0; i < 1000; ++i) text += token + ' ';
  EXPECT_EQ(scorer.score(text).sums[0], 25 * 1000 * kMaxWeight);
  EXPECT_EQ(scorer.score(text).sums[1], -25 * 1000 * kMaxWeight);
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
