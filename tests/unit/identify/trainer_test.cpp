// The program that learns the weights of the language identifier, on words made up for the purpose.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sorani/language_identifier.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "lid/cleaning.hpp"
#include "lid/evaluation.hpp"
#include "lid/weights_file.hpp"
#include "support/temporary_directory.hpp"

namespace lid_trainer {
namespace {

using sorani::Language;

/// Lines of words from syllables of their own for each language.
std::string lines(const std::vector<std::string>& syllables, std::uint64_t seed) {
  Random random(seed);
  std::string text;
  for (int line = 0; line < 60; ++line) {
    for (int word = 0; word < 6; ++word) {
      for (int syllable = 0; syllable < 3; ++syllable) text += syllables[random.below(syllables.size())];
      text += ' ';
    }
    text += '\n';
  }
  return text;
}

class LidTrainer : public testing::Test {
 protected:
  LidTrainer() {
    write("ckb-Arab.news", lines({"دە", "کا", "نێ", "لە"}, 1));
    write("fas-Arab", lines({"می", "را", "ند", "ها"}, 2));
    write("eng-Latn", lines({"the", "ing", "sho", "wa"}, 3));
  }

  void write(const std::string& name, const std::string& text) { directory_.write(name + ".txt", text); }

  Corpus corpus() const { return read_corpus(directory_.path()); }

  static std::string learned_file(const Corpus& corpus, std::uint64_t seed = 1) {
    TrainingOptions options;
    options.features = 200;
    options.seed = seed;
    std::ostringstream out;
    write_weights(learn_without(corpus, 2, 2, typist(), options), out);
    return out.str();
  }

  static const Typist& typist() {
    static const Typist typist(std::filesystem::path(SORANI_DATA_DIR) / "keyboard-variants.tsv");
    return typist;
  }

  sorani::test::TemporaryDirectory directory_;
};

TEST_F(LidTrainer, ReadsAFolder) {
  write("und.noise", "xyz\n\nxyz\n");
  const Corpus all = corpus();
  EXPECT_EQ(all.sources, (std::vector<std::string>{"ckb-Arab.news", "eng-Latn", "fas-Arab", "und.noise"}));
  EXPECT_EQ(all.lines.size(), 181u);
  EXPECT_EQ(all.lines.back().language, static_cast<std::size_t>(Language::und));
  write("no-label", "x\n");
  EXPECT_THROW(corpus(), std::runtime_error);
}

TEST_F(LidTrainer, WritesTheSameFileFromTheSameText) {
  const std::string once = learned_file(corpus());
  EXPECT_EQ(learned_file(corpus()), once);
  EXPECT_NE(learned_file(corpus(), 2), once);
  EXPECT_NE(once.find("\n=scale\t"), std::string::npos);
}

TEST_F(LidTrainer, LearnsToTellLanguages) {
  TrainingOptions options;
  options.features = 200;
  const Learned learned = learn_without(corpus(), 2, 2, typist(), options);
  EXPECT_LE(learned.features.size(), 200u);
  EXPECT_NO_THROW(sorani::identify::model_arrays(learned.features));
  const std::vector<Example> texts{{"لەکادە نێدەکا", static_cast<std::size_t>(Language::ckb_arab)},
                                   {"میراند هامی", static_cast<std::size_t>(Language::fas_arab)},
                                   {"showing", static_cast<std::size_t>(Language::eng_latn)},
                                   {"1234", static_cast<std::size_t>(Language::und)}};
  for (const Tested& tested : test(texts, learned)) EXPECT_EQ(decide(tested, learned.calibration), tested.language);
}

TEST_F(LidTrainer, DropsWrongLabelsAndScripts) {
  write("fas-Arab.wrong", "دەکانێ لەدەکا کانێدە نێلەکا دەلەنێ\nshowing thewa\n");
  Corpus all = corpus();
  const std::size_t before = all.lines.size();
  drop_other_scripts(all);
  EXPECT_EQ(all.lines.size(), before - 1);
  TrainingOptions options;
  options.features = 500;
  const std::vector<Line> dropped = drop_wrong_labels(all, typist(), options);
  ASSERT_EQ(dropped.size(), 1u);
  EXPECT_EQ(dropped.front().text.find("دەکانێ"), 0u);
}

TEST_F(LidTrainer, TypesOnOtherKeyboards) {
  Random random(3);
  std::vector<std::string> typed;
  for (int i = 0; i < 200; ++i) typed.push_back(typist().type("ئەم کوڕە لە گوێ دەستی", random));
  const auto has = [&](const std::string& part) {
    return std::any_of(typed.begin(), typed.end(),
                       [&](const std::string& text) { return text.find(part) != std::string::npos; });
  };
  EXPECT_TRUE(has("ەم کورە"));  // plain
  EXPECT_TRUE(has("\u200C"));
  EXPECT_TRUE(has("كور"));
  EXPECT_TRUE(has("ة"));
  EXPECT_TRUE(has("دستی"));  // ە is left out, but not at the end of a word
  EXPECT_FALSE(has("ل گو"));
  EXPECT_FALSE(has("ڕ"));
  EXPECT_FALSE(has("*"));
  EXPECT_FALSE(has("NULL"));
}

TEST_F(LidTrainer, WeightsLengthsAlike) {
  constexpr auto kSorani = static_cast<std::size_t>(Language::ckb_arab);
  constexpr auto kPersian = static_cast<std::size_t>(Language::fas_arab);
  std::vector<Example> examples{{"دە", kSorani},    {"لە", kSorani},  {"کا", kSorani},
                                {"دە کا", kSorani}, {"را", kPersian}, {"می را", kPersian}};
  weight_examples(examples, 1);
  const float weight = examples[3].weight;
  EXPECT_NEAR((examples[0].weight + examples[1].weight + examples[2].weight) / weight,
              examples[4].weight / examples[5].weight, 1e-5);
  weight_examples(examples, 2);
  EXPECT_NEAR(examples[3].weight, 2 * weight, 1e-5);
}

TEST_F(LidTrainer, TypesLatinChat) {
  Random random(1);
  std::vector<std::string> typed;
  for (int i = 0; i < 50; ++i) typed.push_back(latin_chat("çîrokî xoş", true, random));
  EXPECT_NE(std::find(typed.begin(), typed.end(), "ciroki xos"), typed.end());
  EXPECT_NE(std::find(typed.begin(), typed.end(), "chyroky xosh"), typed.end());
}

}  // namespace
}  // namespace lid_trainer
