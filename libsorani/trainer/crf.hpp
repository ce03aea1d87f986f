#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "gold.hpp"
#include "transliterate/g2p/features/feature_key.hpp"
#include "transliterate/g2p/lexicon/lexicon.hpp"

namespace trainer {

using sorani::transliterate::g2p::FeatureKey;
using sorani::transliterate::g2p::Lexicon;

struct TrainingOptions {
  std::uint64_t seed = 1;
  int epochs = 10;
  int bags = 1;              ///< models to average, each trained on a random part of the words (bagging)
  double share = 0.7;        ///< part of the words that a bag is trained on
  double first_rate = 0.05;  ///< learning rate of AdaGrad in the first epoch; linear to
  double last_rate = 0.005;  ///< in the last
  double decay = 2e-3;       ///< L2 penalty, per word
  /// Features to keep: the half with the smallest weights is pruned and the rest trained again, until this many are
  /// left.
  std::size_t keep = 10900;
  std::vector<std::string> without;  ///< templates to leave out, to measure what they contribute
};

/// The weight of a feature, in natural logarithms.
struct LearnedWeight {
  FeatureKey key;
  double value;
};

/// A semi-Markov conditional random field over the syllables of words (Sarawagi and Cohen 2004): the probability of a
/// reading is the exponential of the sum of the weights of its features, divided by the sum of these over all readings
/// of the word.
///
/// Training maximizes the conditional log-likelihood of the gold readings by stochastic gradient descent with AdaGrad
/// and an L2 penalty, one word at a time. The gradient is the number of times a feature occurs in the gold reading less
/// its expectation under the model, which the forward-backward algorithm computes over the lattice. A word with several
/// gold readings, or whose gold has no syllable boundaries, maximizes the sum of their probabilities: each counts by
/// its share under the current model.
class Crf {
 public:
  /// `without` are names of templates to leave out.
  explicit Crf(std::span<const std::string> without = {});

  /// Adds a training word, with features by a lexicon. Returns false, and does not add it, if the word has no letters
  /// or none of its readings is in the lattice.
  bool add(const GoldWord& gold, const Lexicon& lexicon);

  /// Trains the model. Returns the weights of the features that were not pruned, by key.
  std::vector<LearnedWeight> train(const TrainingOptions& options);

 private:
  using FeatureId = std::uint32_t;

  /// The features of a syllable or of a pair of neighbors: a range of `Example::features`.
  struct FeatureRange {
    std::uint32_t begin;
    std::uint32_t end;
  };
  struct Node : FeatureRange {
    std::uint8_t first_letter;
    std::uint8_t end_letter;
    std::uint32_t first_edge;  ///< its edges from preceding syllables are adjacent
    std::uint32_t end_edge;
  };
  struct Edge : FeatureRange {
    std::uint32_t before;  ///< the syllable before
  };
  struct Path {
    std::vector<std::uint32_t> nodes;
    std::vector<std::uint32_t> edges;
  };
  struct Example {
    std::uint8_t size;
    std::vector<FeatureId> features;
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<Path> gold;  ///< one for each gold reading and syllabification of it
  };

  FeatureId id(FeatureKey key);
  void run(const TrainingOptions& options, std::uint64_t seed, double share, std::vector<double>& weights);
  void learn(const Example& example, double rate, double decay);
  double sum(const Example& example, const FeatureRange& range) const;
  void update(const Example& example, const FeatureRange& range, double gradient, double rate, double decay);
  void prune(std::size_t count, const std::vector<double>& weights);

  std::vector<bool> excluded_templates_;  ///< by template
  std::unordered_map<FeatureKey, FeatureId> ids_;
  std::vector<FeatureKey> keys_;
  std::vector<Example> examples_;
  std::vector<double> weights_;
  std::vector<double> squares_;  ///< sums of squared gradients, for AdaGrad

  // Buffers of the current word.
  std::vector<double> node_scores_, edge_scores_, forward_, backward_;
};

}  // namespace trainer
