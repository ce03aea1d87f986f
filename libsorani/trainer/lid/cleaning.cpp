#include "lid/cleaning.hpp"

#include <algorithm>

#include "identify/token_scores.hpp"
#include "lid/evaluation.hpp"

namespace lid_trainer {

unsigned fold_of(const Line& line, unsigned folds) {
  std::uint64_t hash = 0xCBF29CE484222325;  // FNV-1a
  for (const char byte : line.text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
  return static_cast<unsigned>((hash >> 32) % folds);
}

Learned learn_without(const Corpus& corpus, unsigned fold, unsigned folds, const Typist& typist,
                      const TrainingOptions& options) {
  std::vector<const Line*> lines;
  for (const Line& line : corpus.lines) {
    if (fold_of(line, folds) != fold) lines.push_back(&line);
  }
  std::vector<Example> examples = make_examples(lines, typist, options.seed);
  weight_examples(examples, options.sorani_weight);
  return learn(examples, options);
}

std::vector<std::future<Learned>> learn_folds(const Corpus& corpus, unsigned folds, const Typist& typist,
                                              const TrainingOptions& options) {
  std::vector<std::future<Learned>> models;
  for (unsigned fold = 0; fold < folds; ++fold) {
    models.push_back(std::async(std::launch::async,
                                [=, &corpus, &typist] { return learn_without(corpus, fold, folds, typist, options); }));
  }
  return models;
}

std::vector<Line> drop_wrong_labels(Corpus& corpus, const Typist& typist, const TrainingOptions& options) {
  constexpr unsigned kFolds = 2;
  constexpr double kUnlikely = 0.03;
  constexpr double kSure = 0.9;
  constexpr std::uint64_t kFewLetters = 15;
  TrainingOptions quick = options;
  quick.last_epochs = 2;
  std::vector<bool> is_wrong(corpus.lines.size());
  std::vector<std::future<Learned>> models = learn_folds(corpus, kFolds, typist, quick);
  for (unsigned fold = 0; fold < kFolds; ++fold) {
    const Learned learned = models[fold].get();
    const auto arrays = sorani::identify::model_arrays(learned.features);
    const sorani::identify::Model model(arrays);
    sorani::identify::TokenScorer scorer(model);
    for (std::size_t i = 0; i < corpus.lines.size(); ++i) {
      const Line& line = corpus.lines[i];
      if (fold_of(line, kFolds) != fold) continue;
      const sorani::identify::Scores scores = scorer.score(line.text);
      if (scores.letters() < kFewLetters) continue;
      const auto all = sorani::identify::probabilities(scores, learned.calibration);
      is_wrong[i] = all[line.language]<kUnlikely&& * std::max_element(all.begin(), all.end())> kSure;
    }
  }
  std::vector<Line> dropped;
  std::vector<Line> kept;
  for (std::size_t i = 0; i < corpus.lines.size(); ++i) {
    (is_wrong[i] ? dropped : kept).push_back(std::move(corpus.lines[i]));
  }
  corpus.lines = std::move(kept);
  return dropped;
}

}  // namespace lid_trainer
