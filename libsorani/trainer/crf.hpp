#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "gold.hpp"
#include "transliterate/g2p/features/feature_key.hpp"
#include "transliterate/g2p/lexicon.hpp"

namespace trainer {

using sorani::transliterate::g2p::FeatureKey;
using sorani::transliterate::g2p::Lexicon;

struct TrainingOptions {
  std::uint64_t seed = 1;
  int epochs = 10;
  int bags = 1;              ///< models that are trained on a part of the words each, and averaged
  double share = 0.7;        ///< of the words, in a bag
  double first_rate = 0.05;  ///< AdaGrad's step, at the start and at the end
  double last_rate = 0.005;
  double decay = 2e-3;  ///< L2, per word
  /// Features to keep: the lightest half is dropped, and the rest learned again, until so many are left.
  std::size_t keep = 10900;
  std::vector<std::string> without;  ///< templates that are left out, to see what they are worth
};

/// What a feature is worth, in natural logarithms.
struct LearnedWeight {
  FeatureKey key;
  double value;
};

/// A semi-Markov conditional random field over the syllables of words: a reading's probability is the exponential of
/// the sum of the weights of its features, over that of all readings of the word. Maximizes the likelihood of gold.
class Crf {
 public:
  /// `without` are names of templates to leave out.
  explicit Crf(std::span<const std::string> without = {});

  /// Adds a word to learn from, with its features in the light of a lexicon. Returns false, and does not add it, if the
  /// word has no letters or no reading that the lattice holds.
  bool add(const GoldWord& gold, const Lexicon& lexicon);

  /// The weights of the features that are left, in the order of their keys.
  std::vector<LearnedWeight> train(const TrainingOptions& options);

 private:
  using FeatureId = std::uint32_t;

  /// The features of a syllable or of two neighbours: a range of `features` of the word.
  struct FeatureRange {
    std::uint32_t begin;
    std::uint32_t end;
  };
  struct Node : FeatureRange {
    std::uint8_t first_letter;
    std::uint8_t end_letter;
    std::uint32_t first_edge;  ///< its edges to syllables before it stand side by side
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
    std::vector<Path> gold;  ///< one for each right reading, or for each way to cut it into syllables
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
  std::vector<double> squares_;  ///< of the gradients so far

  // Of the word that is being learned.
  std::vector<double> node_scores_, edge_scores_, forward_, backward_;
};

}  // namespace trainer
