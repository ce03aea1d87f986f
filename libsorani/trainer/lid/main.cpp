// Trains and evaluates the language identifier. Built on request: cmake -DSORANI_BUILD_TRAINER=ON

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <exception>
#include <fstream>
#include <future>
#include <iostream>
#include <map>
#include <sorani/language_identifier.hpp>
#include <string>
#include <utility>
#include <vector>

#include "lid/cleaning.hpp"
#include "lid/evaluation.hpp"
#include "lid/weights_file.hpp"

namespace lid_trainer {
namespace {

using sorani::identify::Calibration;

struct Options {
  std::string folder;
  std::string typing;
  std::string output;
  std::string dropped;
  std::string errors;
  std::vector<std::string> held_out;
  std::vector<double> calibration;  // scale and exponent; empty: from the cross-validation
  unsigned folds = 2;
  std::size_t latin = 12000;
  unsigned cleanings = 1;
  TrainingOptions training;
};

/// The results of held-out lines: whole ones by source, and parts of three words.
class Results {
 public:
  Results(const Corpus& corpus, const Typist& typist) : corpus_(corpus), typist_(typist) {}

  void add(std::span<const Line* const> lines, const Learned& learned) {
    std::vector<Example> whole;
    std::vector<Example> typed;
    std::vector<Example> parts;
    std::vector<const Line*> of_parts;
    Random random(7);
    for (const Line* const line : lines) {
      whole.push_back({line->text, line->language});
      typed.push_back({typist_.type(line->text, random), line->language});
      const auto words = words_of(line->text);
      if (words.size() < 3) continue;
      const std::size_t begin = random.below(words.size() - 2);
      parts.push_back({join(words, begin, begin + 3), line->language});
      of_parts.push_back(line);
    }
    collect(lines, test(whole, learned), whole_, learned);
    collect(lines, test(typed, learned), typed_, learned);
    collect(of_parts, test(parts, learned), parts_, learned);
  }

  Calibration calibration() const {
    std::vector<Tested> all;
    for (const auto* const set : {&whole_, &parts_}) {
      for (const Result& result : *set) all.push_back(result.tested);
    }
    // Every language counts as much.
    std::map<std::size_t, double> counts;
    for (const Tested& tested : all) ++counts[tested.language];
    for (Tested& tested : all) tested.weight = 1 / std::sqrt(counts[tested.language]);
    return fit(all, start_);
  }

  void print(const Calibration& calibration, const std::string& errors) const {
    std::ofstream file;
    if (!errors.empty()) file.open(errors);
    print("whole lines", whole_, calibration, errors.empty() ? nullptr : &file);
    print("as typed on other keyboards", typed_, calibration, nullptr);
    print("three words", parts_, calibration, nullptr);
  }

 private:
  struct Result {
    const Line* line;
    Tested tested;
  };

  void collect(std::span<const Line* const> lines, const std::vector<Tested>& tested, std::vector<Result>& results,
               const Learned& learned) {
    for (std::size_t i = 0; i < lines.size(); ++i) results.push_back({lines[i], tested[i]});
    start_ = learned.calibration;
  }

  void print(const char* title, const std::vector<Result>& results, const Calibration& calibration,
             std::ostream* errors) const {
    Confusion confusion;
    std::map<std::size_t, std::pair<std::size_t, std::size_t>> sources;
    for (const Result& result : results) {
      const std::size_t decided = decide(result.tested, calibration);
      const Line& line = *result.line;
      const bool is_right = decided == line.language;
      // A line without letters has no language.
      if (result.tested.scores.letters() == 0) continue;
      confusion.add(line.language, decided);
      sources[line.source].first += is_right ? 1 : 0;
      ++sources[line.source].second;
      if (errors != nullptr && !is_right) {
        *errors << corpus_.sources[line.source] << '\t' << to_string(static_cast<sorani::Language>(decided)) << '\t'
                << line.text << '\n';
      }
    }
    std::cout << title << ":\n" << confusion.text();
    for (const auto& [source, counts] : sources) {
      std::cout << fmt::format("  {} {:.2f} of {}\n", corpus_.sources[source],
                               100.0 * static_cast<double>(counts.first) / static_cast<double>(counts.second),
                               counts.second);
    }
    std::cout << std::flush;
  }

  const Corpus& corpus_;
  const Typist& typist_;
  std::vector<Result> whole_, typed_, parts_;
  Calibration start_{};
};

Calibration cross_validate(const Corpus& corpus, const Typist& typist, const Options& options) {
  Results results(corpus, typist);
  std::vector<std::future<Learned>> models = learn_folds(corpus, options.folds, typist, options.training);
  for (unsigned fold = 0; fold < options.folds; ++fold) {
    std::vector<const Line*> held_out;
    for (const Line& line : corpus.lines) {
      if (fold_of(line, options.folds) == fold) held_out.push_back(&line);
    }
    results.add(held_out, models[fold].get());
  }
  const Calibration calibration = results.calibration();
  std::cout << fmt::format("scale {:.6f}, exponent {:.4f}\n", calibration.scale, calibration.exponent);
  results.print(calibration, options.errors);
  return calibration;
}

Learned learn_all(const Corpus& corpus, const Typist& typist, const Options& options) {
  std::vector<const Line*> lines;
  for (const Line& line : corpus.lines) lines.push_back(&line);
  std::vector<Example> examples = make_examples(lines, typist, options.training.seed);
  weight_examples(examples, options.training.sorani_weight);
  return learn(examples, options.training);
}

/// Moves the lines of the sources that are held out to another corpus.
Corpus take_held_out(Corpus& corpus, const Options& options) {
  Corpus held_out{corpus.sources, {}};
  std::vector<Line> kept;
  for (Line& line : corpus.lines) {
    const auto& names = options.held_out;
    const bool is_held_out = std::find(names.begin(), names.end(), corpus.sources[line.source]) != names.end();
    (is_held_out ? held_out.lines : kept).push_back(std::move(line));
  }
  corpus.lines = std::move(kept);
  return held_out;
}

void run(const Options& options) {
  const Typist typist(options.typing);
  Corpus corpus = read_corpus(options.folder);
  drop_other_scripts(corpus);
  const Corpus held_out = take_held_out(corpus, options);
  std::vector<Line> dropped;
  for (unsigned round = 0; round < options.cleanings; ++round) {
    const std::vector<Line> wrong = drop_wrong_labels(corpus, typist, options.training);
    dropped.insert(dropped.end(), wrong.begin(), wrong.end());
  }
  if (!options.dropped.empty()) {
    std::ofstream out(options.dropped);
    for (const Line& line : dropped) out << corpus.sources[line.source] << '\t' << line.text << '\n';
  }
  std::cout << fmt::format("{} lines, {} dropped for a wrong label\n", corpus.lines.size(), dropped.size());
  if (options.latin > 0) add_latin_sorani(corpus, options.latin, options.training.seed);
  if (!options.held_out.empty()) {
    const Learned learned = learn_all(corpus, typist, options);
    std::vector<const Line*> lines;
    for (const Line& line : held_out.lines) lines.push_back(&line);
    Results results(held_out, typist);
    results.add(lines, learned);
    results.print(learned.calibration, options.errors);
    return;
  }
  std::future<Learned> all;
  if (!options.output.empty()) all = std::async(std::launch::async, [&] { return learn_all(corpus, typist, options); });
  const auto& given = options.calibration;
  const Calibration calibration =
      given.empty() ? cross_validate(corpus, typist, options) : Calibration{given[0], given[1], {}};
  if (options.output.empty()) return;
  Learned learned = all.get();
  learned.calibration.scale = calibration.scale;
  learned.calibration.exponent = calibration.exponent;
  std::ofstream out(options.output);
  write_weights(learned, out);
  if (!out.flush()) throw std::runtime_error(options.output + ": cannot be written");
}

}  // namespace
}  // namespace lid_trainer

int main(int argc, char** argv) {
  lid_trainer::Options options;
  lid_trainer::TrainingOptions& training = options.training;
  CLI::App app("Trains the language identifier, and measures its accuracy by cross-validation.");
  app.option_defaults()->always_capture_default();
  app.add_option("FOLDER", options.folder, "text, one file for each language: LABEL.txt or LABEL.SOURCE.txt")
      ->required();
  app.add_option("--typing", options.typing, "libsorani/data/keyboard-variants.tsv")->required();
  app.add_option("-o,--output", options.output, "write the weights to this file");
  app.add_option("--hold-out", options.held_out, "train without these sources, and test on them only")->delimiter(',');
  app.add_option("--folds", options.folds, "of the cross-validation")->check(CLI::Range(2, 10));
  app.add_option("--calibration", options.calibration, "scale and exponent, instead of a cross-validation")
      ->expected(2);
  app.add_option("--dropped", options.dropped, "write the lines dropped for a wrong label to this file");
  app.add_option("--errors", options.errors, "write wrong decisions to this file: source, decision, line");
  app.add_option("--latin", options.latin, "lines of Sorani to transliterate to Latin letters");
  app.add_option("--cleanings", options.cleanings, "how often lines with a wrong label are looked for");
  app.add_option("--features", training.features, "features to keep");
  app.add_option("--min-count", training.min_count, "examples in which a feature must occur");
  app.add_option("--first-epochs", training.first_epochs, "passes over the examples with all features");
  app.add_option("--last-epochs", training.last_epochs, "passes with those that are kept");
  app.add_option("--rate", training.rate, "learning rate of AdaGrad");
  app.add_option("--decay", training.decay, "by which a weight shrinks at each of its steps");
  app.add_option("--dropout", training.dropout, "share of the tokens that are left out of a step")
      ->check(CLI::Range(0.0, 0.99));
  app.add_option("--sorani-weight", training.sorani_weight, "how much more an example in Sorani counts");
  app.add_option("--seed", training.seed, "seed of all random choices");
  CLI11_PARSE(app, argc, argv);
  try {
    lid_trainer::run(options);
  } catch (const std::exception& error) {
    std::cerr << "lid_trainer: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
