// Trains and evaluates the pronunciation model. Built on request: cmake -DSORANI_BUILD_TRAINER=ON

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "crf.hpp"
#include "evaluation.hpp"
#include "folds.hpp"
#include "gold.hpp"
#include "weights_file.hpp"

namespace trainer {
namespace {

using sorani::transliterate::g2p::built_in_model;
using sorani::transliterate::g2p::kLexiconPadding;
using sorani::transliterate::g2p::LexiconNode;
using sorani::transliterate::g2p::Model;
using sorani::transliterate::g2p::score_arrays;
using sorani::transliterate::g2p::ScoreArrays;
using sorani::transliterate::g2p::ScoreTables;

struct Options {
  std::string gold;
  std::string output;
  std::string cross_validate;
  std::string errors;
  std::string lexicon;
  bool evaluate = false;
  unsigned seeds = 1;
  double scale = 0.02;
  TrainingOptions training;
};

std::vector<Weight> learn(std::span<const GoldWord* const> words, std::span<const GoldWord> stems,
                          const Options& options) {
  const Lexicon& lexicon = built_in_model().lexicon;
  // Stems are trained without the lexicon: it would give their own readings away, and take their last letters for
  // suffixes.
  const std::vector<LexiconNode> no_words(kLexiconPadding);
  const Lexicon nothing{no_words, {}, {}, {}};
  Crf crf(options.training.without);
  for (const GoldWord* word : words) crf.add(*word, lexicon);
  for (const GoldWord& stem : stems) crf.add(stem, nothing);
  return quantize(crf.train(options.training), options.scale);
}

/// Evaluates weights with the pronouncer of the library.
Score evaluate_weights(std::span<const GoldWord* const> words, const std::vector<Weight>& weights, double scale,
                       Errors& errors) {
  const ScoreArrays arrays = score_arrays(weights);
  return evaluate(words, Model{ScoreTables(arrays), scale, built_in_model().lexicon}, errors);
}

Score cross_validate_once(const std::vector<GoldWord>& words, std::span<const GoldWord> stems, const Options& options,
                          std::uint64_t seed, Errors& errors) {
  const Split split = options.cross_validate == "strict" ? Split::strict : Split::random;
  const std::vector<unsigned> numbers = folds(words, split, seed);
  Score score;
  std::size_t weight_count = 0;
  for (unsigned fold = 0; fold < kFolds; ++fold) {
    std::vector<const GoldWord*> known, held_out;
    for (std::size_t i = 0; i < words.size(); ++i) (numbers[i] == fold ? held_out : known).push_back(&words[i]);
    const std::vector<Weight> weights = learn(known, stems, options);
    weight_count += weights.size();
    score.add(evaluate_weights(held_out, weights, options.scale, errors));
  }
  std::cout << fmt::format("seed {}: {}, {} weights\n", seed, score.text(), weight_count / kFolds) << std::flush;
  return score;
}

void write_errors(const Errors& errors, const std::string& file) {
  std::ofstream out(file);
  for (const auto& [error, count] : errors) out << error << '\t' << count << '\n';
  if (!out.flush()) throw std::runtime_error(file + ": cannot be written");
}

void run(const Options& options) {
  const std::vector<GoldWord> words = read_gold(options.gold);
  std::vector<GoldWord> stems;
  if (!options.lexicon.empty()) stems = read_lexicon(options.lexicon);
  std::vector<const GoldWord*> all;
  for (const GoldWord& word : words) all.push_back(&word);
  Errors errors;
  if (options.evaluate) {
    std::cout << evaluate(all, built_in_model(), errors).text() << '\n';
  } else if (!options.cross_validate.empty()) {
    Score score;
    for (unsigned seed = 1; seed <= options.seeds; ++seed) {
      score.add(cross_validate_once(words, stems, options, seed, errors));
    }
    std::cout << fmt::format("mean of {}: {}\n", options.seeds, score.text());
  } else {
    const std::vector<Weight> weights = learn(all, stems, options);
    std::ofstream out(options.output);
    write_weights(weights, options.scale, out);
    if (!out.flush()) throw std::runtime_error(options.output + ": cannot be written");
    std::cout << fmt::format("{} weights; on the words they were learned from: {}\n", weights.size(),
                             evaluate_weights(all, weights, options.scale, errors).text());
  }
  if (!options.errors.empty()) write_errors(errors, options.errors);
}

}  // namespace
}  // namespace trainer

int main(int argc, char** argv) {
  trainer::Options options;
  trainer::TrainingOptions& training = options.training;
  CLI::App app("Trains the pronunciation model of Sorani words, and measures its accuracy.");
  app.option_defaults()->always_capture_default();
  app.add_option("GOLD", options.gold,
                 "words with their readings: word<TAB>.syl.la.bles, in the symbols of phonemes.tsv")
      ->required();
  auto* const what = app.add_option_group("mode")->require_option(1);
  what->add_option("-o,--output", options.output, "train on all words; write the weights to this file");
  what->add_option("--cross-validate", options.cross_validate,
                   "five-fold cross-validation; 'strict' keeps words with the same first four letters in one fold")
      ->check(CLI::IsMember({"strict", "random"}));
  what->add_flag("--evaluate", options.evaluate, "evaluate the built-in weights");
  app.add_option("--lexicon", options.lexicon, "train on the stems of this file too: libsorani/data/lexicon.tsv");
  app.add_option("--errors", options.errors, "write wrong readings to this file: word, gold, reading, count");
  app.add_option("--seeds", options.seeds, "repetitions of the cross-validation, each with other folds");
  app.add_option("--scale", options.scale, "step of the weights, in natural logarithms");
  app.add_option("--seed", training.seed, "seed of the order of words");
  app.add_option("--epochs", training.epochs, "passes over the words");
  app.add_option("--bags", training.bags, "models to average, each trained on a part of the words");
  app.add_option("--share", training.share, "that part");
  app.add_option("--first-rate", training.first_rate, "learning rate of AdaGrad in the first epoch");
  app.add_option("--last-rate", training.last_rate, "and in the last");
  app.add_option("--decay", training.decay, "L2 regularization");
  app.add_option("--keep", training.keep,
                 "features to keep: the half with the smallest weights is pruned until this many are left");
  app.add_option("--without", training.without, "templates to leave out, separated by commas")->delimiter(',');
  CLI11_PARSE(app, argc, argv);
  try {
    trainer::run(options);
  } catch (const std::exception& error) {
    std::cerr << "g2p_trainer: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
