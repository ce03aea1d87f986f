// The program that learns how words are read, on words made up for the purpose.

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "crf.hpp"
#include "evaluation.hpp"
#include "folds.hpp"
#include "gold.hpp"
#include "support/temporary_directory.hpp"
#include "transliterate/g2p/model.hpp"
#include "weights_file.hpp"

namespace trainer {
namespace {

using sorani::transliterate::g2p::built_in_model;
using sorani::transliterate::g2p::Model;
using sorani::transliterate::g2p::score_arrays;
using sorani::transliterate::g2p::ScoreArrays;
using sorani::transliterate::g2p::ScoreTables;

constexpr const char* kWords =
    "کەند\t.kend\nبەند\t.bend\nپەند\t.pend\nقەند\t.qend\nکەندا\t.ken.da\nتڕا\t.ti.řa\nبڕا\t.bi.řa\nکڕا\t.ki.řa\nژڕا\t."
    "ji.řa\n"
    "سوور\t.sûr\nزوور\t.zûr\nدوور\t.dûr\nچوور\t.çûr\nپیا\t.pya\nدیا\t.dya\nژیا\t.jya\nسیا\t.sya\nوەند\t.wend\t.we."
    "nid\n";

std::vector<GoldWord> gold_words(const std::string& text) {
  const sorani::test::TemporaryDirectory directory;
  const auto file = directory.path() / "gold.tsv";
  std::ofstream(file) << text;
  return read_gold(file);
}

std::vector<LearnedWeight> learn(const std::vector<GoldWord>& words, const TrainingOptions& options) {
  Crf crf;
  for (const GoldWord& word : words) EXPECT_TRUE(crf.add(word, built_in_model().lexicon)) << word.text;
  return crf.train(options);
}

TEST(Trainer, ReadsGold) {
  const std::vector<GoldWord> words = gold_words("ئاگر\t.ʔa.gir\nوەند\t.wend\t.we.nid\nabc\t.ʔa\n");
  ASSERT_EQ(words.size(), 3u);
  EXPECT_EQ(transcript(words[0].readings.front(), true), ".ʔa.gir");
  EXPECT_EQ(transcript(words[0].readings.front(), false), "ʔagir");
  EXPECT_EQ(words[1].readings.size(), 2u);
  EXPECT_TRUE(words[2].letters.empty());
}

TEST(Trainer, NamesTheLineOfAnUnknownSymbol) {
  try {
    gold_words("ئاگر\t.ʔa.gir\nئاو\t.ʔa%\n");
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("gold.tsv:2: "), std::string::npos) << error.what();
  }
}

TEST(Trainer, LearnsWhatItIsShown) {
  const std::vector<GoldWord> words = gold_words(kWords);
  const TrainingOptions options;
  const std::vector<Weight> weights = quantize(learn(words, options), 0.01);
  const ScoreArrays arrays = score_arrays(weights);
  std::vector<const GoldWord*> all;
  for (const GoldWord& word : words) all.push_back(&word);
  Errors errors;
  const Score score = evaluate(all, Model{ScoreTables(arrays), 0.01, built_in_model().lexicon}, errors);
  EXPECT_EQ(score.exact_syllables, words.size()) << testing::PrintToString(errors);
  EXPECT_EQ(score.edits, 0u);
  EXPECT_EQ(score.i_right, 4u);
}

TEST(Trainer, LearnsTheSameFromTheSameWordsAndSeed) {
  const std::vector<GoldWord> words = gold_words(kWords);
  TrainingOptions options;
  options.bags = 2;
  const auto text = [&](std::uint64_t seed) {
    options.seed = seed;
    std::ostringstream out;
    write_weights(quantize(learn(words, options), 0.01), 0.01, out);
    return out.str();
  };
  EXPECT_EQ(text(1), text(1));
  EXPECT_NE(text(1), text(2));
}

TEST(Trainer, KeepsAsManyFeaturesAsItIsTold) {
  const std::vector<GoldWord> words = gold_words(kWords);
  TrainingOptions options;
  options.keep = 50;
  const std::size_t kept = learn(words, options).size();
  EXPECT_LE(kept, 50u);
  EXPECT_GE(kept, 40u);  // of several that weigh the same, all are dropped
}

TEST(Trainer, ReadsTheStemsOfTheLexicon) {
  const sorani::test::TemporaryDirectory directory;
  const auto file = directory.write("lexicon.tsv",
                                    "# note\nspelling\treading\tclass\tnote\nئاگر\tʔagir\tnative-noun\tfire\n"
                                    "ان\tan\tsuffix\t\nدە\tde\tprefix\t\nکرد\tkird\tverb-past\t\n");
  const std::vector<GoldWord> stems = read_lexicon(file);
  ASSERT_EQ(stems.size(), 2u);
  EXPECT_EQ(stems[0].text, "ئاگر");
  EXPECT_EQ(stems[1].transcripts.front(), "kird");
  // Syllables are left open: each way to cut the word is right.
  Crf crf;
  EXPECT_TRUE(crf.add(stems[0], built_in_model().lexicon));
}

TEST(Trainer, LeavesOutTemplates) {
  EXPECT_THROW(Crf(std::vector<std::string>{"no-such-template"}), std::runtime_error);
  Crf crf(std::vector<std::string>{"shape"});
  for (const GoldWord& word : gold_words(kWords)) crf.add(word, built_in_model().lexicon);
  for (const LearnedWeight& weight : crf.train({})) {
    EXPECT_NE(sorani::transliterate::g2p::template_of(weight.key), sorani::transliterate::g2p::Template::shape);
  }
}

TEST(Trainer, KeepsWordsOfAStemInOneFold) {
  const std::vector<GoldWord> words = gold_words("کتێب\t.ki.têb\nکتێبی\t.ki.tê.bî\nکتێبەکە\t.ki.tê.be.ke\nئاو\t.ʔaw\n");
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const std::vector<unsigned> numbers = folds(words, Split::strict, seed);
    EXPECT_EQ(numbers[0], numbers[1]);
    EXPECT_EQ(numbers[0], numbers[2]);
  }
  std::map<unsigned, int> sizes;
  for (std::uint64_t seed = 0; seed < 100; ++seed) ++sizes[folds(words, Split::random, seed)[0]];
  EXPECT_EQ(sizes.size(), kFolds);
}

TEST(Trainer, CountsErrors) {
  Score score;
  score.add({10, 9, 8, 50, 1, 5, 6, 5});
  EXPECT_EQ(score.text(),
            "words 90.00 %, with syllables 80.00 %, phoneme errors 2.000 %, i: precision 83.33 %, recall 100.00 %");
}

}  // namespace
}  // namespace trainer
