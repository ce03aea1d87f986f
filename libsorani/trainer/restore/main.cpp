// Learns the model of restoring from clean text, and measures it. Built on request: cmake -DSORANI_BUILD_TRAINER=ON

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "restore/counts.hpp"
#include "restore/evaluation.hpp"
#include "restore/model_files.hpp"

namespace trainer::restore {
namespace {

using namespace sorani::normalize::restore;

constexpr std::size_t kFolds = 10;

struct Options {
  std::vector<std::string> texts;
  std::vector<std::string> lists;
  std::vector<std::string> pairs;
  std::string lexicon;
  std::string output;
  std::size_t cross_validate = 0;
  std::size_t errors = 0;
  LearningOptions learning;
  Weights weights;
};

/// The counts of the lists of words, and of the stems and inflected forms of the lexicon.
Counts count_lists(const Options& options) {
  Counts counts;
  for (const std::string& word : read_lines(options.lists)) {
    counts.add_word(word, options.learning.list_count, options.learning.longest);
  }
  if (options.lexicon.empty()) return counts;
  for (const std::string& row : read_lines({options.lexicon})) {
    if (!row.starts_with('#')) counts.add_word(row.substr(0, row.find('\t')), options.learning.lexicon_count);
  }
  return counts;
}

void print(const char* what, const WordScore& score, std::size_t errors) {
  std::cout << fmt::format("{}: {} of {} words right, {:.2f} %\n", what, score.right, score.words,
                           score.percent_right());
  std::vector<std::pair<std::size_t, std::pair<std::string, std::string>>> rows;
  for (const auto& [error, count] : score.errors) rows.emplace_back(count, error);
  std::sort(rows.rbegin(), rows.rend());
  for (std::size_t i = 0; i < std::min(errors, rows.size()); ++i) {
    std::cout << fmt::format("{}\t{}\t{}\n", rows[i].first, rows[i].second.first, rows[i].second.second);
  }
}

void score_chat(const Options& options, Restorer& restorer) {
  for (const std::string& file : options.pairs) {
    const CharacterScore score = score_pairs(read_lines({file}), restorer);
    std::cout << fmt::format(
        "{}: {:.2f} % of {} characters wrong, {:.2f} % of {} words right\n", file,
        100.0 * static_cast<double>(score.wrong) / static_cast<double>(score.characters), score.characters,
        100.0 * static_cast<double>(score.words_right) / static_cast<double>(score.words), score.words);
  }
}

std::size_t fold_of(std::size_t line) { return (line * 2654435761u >> 12) % kFolds; }

void cross_validate(const std::vector<std::string>& lines, const Options& options) {
  WordScore arabic, persian, clean;
  for (std::size_t fold = 0; fold < options.cross_validate; ++fold) {
    Counts counts = count_lists(options);
    std::vector<std::string> held_out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (fold_of(i) == fold) {
        held_out.push_back(lines[i]);
      } else {
        counts.add_line(lines[i]);
      }
    }
    const Learned learned = counts.learn(options.learning);
    const ModelArrays arrays = build_model(learned.words, learned.pairs, typings());
    const Model model = arrays.model();
    Restorer restorer(model, Channel::built_in(), options.weights, 0);
    score_spoiled(held_out, restorer, Keyboard::arabic, arabic);
    score_spoiled(held_out, restorer, Keyboard::persian, persian);
    score_clean(held_out, restorer, clean);
    score_chat(options, restorer);
    std::cout << fmt::format("fold {}: arabic {:.2f}, persian {:.2f}, clean {:.3f}\n", fold, arabic.percent_right(),
                             persian.percent_right(), clean.percent_right())
              << std::flush;
  }
  print("Arabic keyboard", arabic, options.errors);
  print("Persian keyboard", persian, options.errors);
  print("clean", clean, options.errors);
}

void write(const Learned& learned, const std::string& directory) {
  const auto write_file = [&](const char* name, const auto& write_to) {
    std::ofstream out(directory + "/" + name);
    write_to(out);
    if (!out.flush()) throw std::runtime_error(directory + "/" + name + ": cannot be written");
  };
  write_file("restore-words.tsv", [&](std::ostream& out) { write_words(learned.words, out); });
  write_file("restore-pairs.tsv", [&](std::ostream& out) { write_pairs(learned.pairs, out); });
}

void run(const Options& options) {
  const std::vector<std::string> lines = read_lines(options.texts);
  if (options.cross_validate > 0) return cross_validate(lines, options);
  if (!options.output.empty()) {
    Counts counts = count_lists(options);
    for (const std::string& line : lines) counts.add_line(line);
    const Learned learned = counts.learn(options.learning);
    write(learned, options.output);
    const ModelArrays arrays = build_model(learned.words, learned.pairs, typings());
    std::size_t pairs = 0;
    for (const Followers& row : learned.pairs) pairs += row.followers.size();
    std::cout << fmt::format("{} words, {} pairs, {} rows of 4-grams: {} bytes\n", learned.words.size(), pairs,
                             arrays.fourgrams.size() / LetterModel::kSymbols, arrays.bytes());
    return;
  }
  Restorer restorer(built_in_model(), Channel::built_in(), options.weights, 0);
  score_chat(options, restorer);
  WordScore clean;
  score_clean(lines, restorer, clean);
  print("clean", clean, options.errors);
}

}  // namespace
}  // namespace trainer::restore

int main(int argc, char** argv) {
  trainer::restore::Options options;
  trainer::restore::LearningOptions& learning = options.learning;
  CLI::App app("Learns which words Sorani text holds, to restore words that were typed on another keyboard.");
  app.option_defaults()->always_capture_default();
  app.add_option("TEXT", options.texts, "clean text, normalized by ku-norm");
  app.add_option("--words", options.lists, "lists of frequent word forms, one per line");
  app.add_option("--lexicon", options.lexicon, "libsorani/data/lexicon.tsv");
  app.add_option("-o,--output", options.output, "directory for restore-words.tsv and restore-pairs.tsv");
  app.add_option("--cross-validate", options.cross_validate,
                 "learn from nine tenths of the lines and restore the rest, spoiled; that many times, at most 10");
  app.add_option("--pairs", options.pairs, "lines 'typed<TAB>meant' to measure the characters wrong");
  app.add_option("--errors", options.errors, "print that many of the commonest errors");
  app.add_option("--list-count", learning.list_count, "what a word of a list counts");
  app.add_option("--longest", learning.longest, "letters of the longest words of lists that are learned");
  app.add_option("--lexicon-count", learning.lexicon_count, "what a word of the lexicon counts");
  app.add_option("--least-count", learning.least_count, "words that count less are not learned");
  app.add_option("--least-pair", learning.least_pair, "pairs that count less are not learned");
  app.add_option("--trill", learning.trill, "steps by which ڕ at the begin of words is favored over ر");
  app.add_option("--unknown", options.weights.unknown, "cost of a word that is not known, besides its letters");
  app.add_option("--unlikely", options.weights.unlikely, "unknown words compete where all known ones cost more");
  app.add_option("--join", options.weights.join, "cost of each space left out");
  app.add_option("--doubtful", options.weights.doubtful, "cost from which a word may be part of an unknown one");
  app.add_option("--pair-factor", options.weights.pairs, "factor of the costs of pairs of words");
  CLI11_PARSE(app, argc, argv);
  try {
    trainer::restore::run(options);
  } catch (const std::exception& error) {
    std::cerr << "restore_trainer: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
