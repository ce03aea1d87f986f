#include "crf.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <random>
#include <stdexcept>

#include "transliterate/g2p/features/feature_text.hpp"
#include "transliterate/g2p/features/features.hpp"
#include "transliterate/g2p/features/lexicon_features.hpp"
#include "transliterate/g2p/lattice.hpp"

namespace trainer {
namespace {

using namespace sorani::transliterate;
using namespace sorani::transliterate::g2p;

constexpr double kLogZero = -std::numeric_limits<double>::infinity();

double log_add(double a, double b) {
  if (a < b) std::swap(a, b);
  return b == kLogZero ? a : a + std::log1p(std::exp(b - a));
}

/// A shuffle that is the same with every standard library.
template <typename Random>
void shuffle(std::vector<std::uint32_t>& order, Random& random) {
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
}

/// All features of a syllable.
template <typename Sink>
void all_features(const Word& word, const Syllable& syllable, Sink&& sink) {
  const SyllableView view(word, syllable);
  syllable_features(word, view, sink);
  letter_roles(view, [&](int at, Role role) { letter_features(word, at, role, sink); });
  lexicon_features(word, view, sink);
}

/// Finds the paths of a lattice that have the sounds of a reading: one if the reading has syllable boundaries, else one
/// for each syllabification.
class PathFinder {
 public:
  using Path = std::vector<std::uint32_t>;

  PathFinder(const Lattice& lattice, const Word& word, const Reading& reading)
      : lattice_(lattice), word_(word), reading_(reading) {
    is_cut_ = std::any_of(reading.begin(), reading.end(), [](const Sound& sound) { return sound.starts_syllable; });
    extend(0, 0);
  }

  std::vector<Path> take() { return std::move(found_); }

 private:
  bool matches(const Reading& sounds, std::size_t at) const {
    if (at + sounds.size() > reading_.size()) return false;
    for (std::size_t i = 0; i < sounds.size(); ++i) {
      if (sounds[i].phoneme != reading_[at + i].phoneme) return false;
      if (is_cut_ && sounds[i].starts_syllable != reading_[at + i].starts_syllable) return false;
    }
    return true;
  }

  void extend(std::size_t letter, std::size_t sound) {
    const auto size = static_cast<std::size_t>(word_.size());
    if (letter == size) {
      if (sound == reading_.size()) found_.push_back(path_);
      return;
    }
    const auto syllables = lattice_.syllables();
    for (std::uint32_t i = 0; i < syllables.size(); ++i) {
      if (syllables[i].begin != letter) continue;
      Reading sounds;
      append_sounds(word_.letters(), syllables[i], sounds);
      if (!matches(sounds, sound)) continue;
      path_.push_back(i);
      extend(syllables[i].end, sound + sounds.size());
      path_.pop_back();
    }
  }

  const Lattice& lattice_;
  const Word& word_;
  const Reading& reading_;
  bool is_cut_;
  Path path_;
  std::vector<Path> found_;
};

}  // namespace

Crf::Crf(std::span<const std::string> without) : excluded_templates_(kTemplateCount) {
  for (const std::string& name : without) {
    const auto found = template_by_name(name);
    if (!found) throw std::runtime_error("no such template: " + name);
    excluded_templates_[static_cast<std::size_t>(*found)] = true;
  }
}

Crf::FeatureId Crf::id(FeatureKey key) {
  const auto [at, is_new] = ids_.try_emplace(key, static_cast<FeatureId>(keys_.size()));
  if (is_new) keys_.push_back(key);
  return at->second;
}

bool Crf::add(const GoldWord& gold, const Lexicon& lexicon) {
  if (gold.letters.empty()) return false;
  Word word;
  word.assign(gold.letters, lexicon);
  Lattice lattice;
  lattice.assign(word.letters());
  const auto syllables = lattice.syllables();
  Example example{static_cast<std::uint8_t>(word.size()), {}, {}, {}, {}};
  for (const Reading& reading : gold.readings) {
    for (auto& nodes : PathFinder(lattice, word, reading).take()) example.gold.push_back({std::move(nodes), {}});
  }
  if (example.gold.empty()) return false;
  const auto place = [&] { return static_cast<std::uint32_t>(example.features.size()); };
  const auto collect = [&](FeatureKey key) {
    if (!excluded_templates_[static_cast<std::size_t>(template_of(key))]) example.features.push_back(id(key));
  };
  for (const Syllable& syllable : syllables) {
    Node node{{place(), 0}, syllable.begin, syllable.end, static_cast<std::uint32_t>(example.edges.size()), 0};
    all_features(word, syllable, collect);
    node.end = place();
    lattice.ending_at(syllable.begin, [&](Lattice::Index before) {
      Edge edge{{place(), 0}, before};
      pair_features(word, SyllableView(word, syllables[before]), SyllableView(word, syllable), collect);
      edge.end = place();
      example.edges.push_back(edge);
    });
    node.end_edge = static_cast<std::uint32_t>(example.edges.size());
    example.nodes.push_back(node);
  }
  for (Path& path : example.gold) {
    for (std::size_t i = 1; i < path.nodes.size(); ++i) {
      const Node& node = example.nodes[path.nodes[i]];
      for (std::uint32_t edge = node.first_edge; edge < node.end_edge; ++edge) {
        if (example.edges[edge].before == path.nodes[i - 1]) path.edges.push_back(edge);
      }
    }
  }
  examples_.push_back(std::move(example));
  return true;
}

double Crf::sum(const Example& example, const FeatureRange& range) const {
  double total = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) total += weights_[example.features[i]];
  return total;
}

void Crf::update(const Example& example, const FeatureRange& range, double gradient, double rate, double decay) {
  constexpr double kNegligible = 1e-4, kEpsilon = 1e-6;
  if (std::abs(gradient) < kNegligible) return;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    double& weight = weights_[example.features[i]];
    double& square = squares_[example.features[i]];
    const double slope = decay * weight - gradient;
    square += slope * slope;
    weight -= rate * slope / (std::sqrt(square) + kEpsilon);
  }
}

void Crf::learn(const Example& example, double rate, double decay) {
  const std::size_t node_count = example.nodes.size(), edge_count = example.edges.size();
  node_scores_.resize(node_count);
  edge_scores_.resize(edge_count);
  for (std::size_t i = 0; i < node_count; ++i) node_scores_[i] = sum(example, example.nodes[i]);
  for (std::size_t i = 0; i < edge_count; ++i) edge_scores_[i] = sum(example, example.edges[i]);

  // Forward-backward: logarithms of the sums over all partial paths that end in a syllable, and that begin after it.
  forward_.assign(node_count, kLogZero);
  backward_.assign(node_count, kLogZero);
  double all = kLogZero;
  for (std::size_t i = 0; i < node_count; ++i) {
    const Node& node = example.nodes[i];
    double before = node.first_letter == 0 ? 0 : kLogZero;
    for (std::uint32_t e = node.first_edge; e < node.end_edge; ++e) {
      before = log_add(before, forward_[example.edges[e].before] + edge_scores_[e]);
    }
    forward_[i] = before + node_scores_[i];
    if (node.end_letter == example.size) all = log_add(all, forward_[i]);
  }
  for (std::size_t i = node_count; i-- > 0;) {
    const Node& node = example.nodes[i];
    if (node.end_letter == example.size) backward_[i] = 0;
    for (std::uint32_t e = node.first_edge; e < node.end_edge; ++e) {
      double& before = backward_[example.edges[e].before];
      before = log_add(before, backward_[i] + node_scores_[i] + edge_scores_[e]);
    }
  }

  // Each gold path counts by its share of their probability under the current model.
  std::vector<double> shares;
  double right = kLogZero;
  for (const Path& path : example.gold) {
    double score = 0;
    for (const std::uint32_t node : path.nodes) score += node_scores_[node];
    for (const std::uint32_t edge : path.edges) score += edge_scores_[edge];
    shares.push_back(score);
    right = log_add(right, score);
  }

  // The gradient, occurrences in gold less expectations, overwrites the edge scores and `forward_`.
  for (std::size_t i = 0; i < node_count; ++i) {
    const Node& node = example.nodes[i];
    for (std::uint32_t e = node.first_edge; e < node.end_edge; ++e) {
      edge_scores_[e] =
          -std::exp(forward_[example.edges[e].before] + edge_scores_[e] + node_scores_[i] + backward_[i] - all);
    }
  }
  for (std::size_t i = 0; i < node_count; ++i) forward_[i] = -std::exp(forward_[i] + backward_[i] - all);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double share = std::exp(shares[i] - right);
    for (const std::uint32_t node : example.gold[i].nodes) forward_[node] += share;
    for (const std::uint32_t edge : example.gold[i].edges) edge_scores_[edge] += share;
  }
  for (std::size_t i = 0; i < node_count; ++i) update(example, example.nodes[i], forward_[i], rate, decay);
  for (std::size_t i = 0; i < edge_count; ++i) update(example, example.edges[i], edge_scores_[i], rate, decay);
}

void Crf::run(const TrainingOptions& options, std::uint64_t seed, double share, std::vector<double>& weights) {
  std::mt19937_64 random(seed);
  std::vector<std::uint32_t> order(examples_.size());
  std::iota(order.begin(), order.end(), 0);
  shuffle(order, random);
  order.resize(static_cast<std::size_t>(std::llround(share * static_cast<double>(order.size()))));
  weights_.assign(keys_.size(), 0);
  squares_.assign(keys_.size(), 0);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    const double progress = options.epochs > 1 ? static_cast<double>(epoch) / (options.epochs - 1) : 0;
    const double rate = options.first_rate + (options.last_rate - options.first_rate) * progress;
    shuffle(order, random);
    for (const std::uint32_t i : order) learn(examples_[i], rate, options.decay);
  }
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] += weights_[i];
}

void Crf::prune(std::size_t count, const std::vector<double>& weights) {
  std::vector<double> worth;
  for (const double weight : weights) worth.push_back(std::abs(weight));
  std::vector<double> sorted = worth;
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(count), sorted.end(), std::greater<>());
  const double least = sorted[count];
  constexpr FeatureId kDropped = std::numeric_limits<FeatureId>::max();
  std::vector<FeatureId> moved(keys_.size(), kDropped);
  std::vector<FeatureKey> keys;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (worth[i] <= least) continue;
    moved[i] = static_cast<FeatureId>(keys.size());
    keys.push_back(keys_[i]);
  }
  keys_ = std::move(keys);
  ids_.clear();
  for (Example& example : examples_) {
    std::vector<FeatureId> left;
    const auto keep = [&](FeatureRange& range) {
      const auto begin = static_cast<std::uint32_t>(left.size());
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        if (moved[example.features[i]] != kDropped) left.push_back(moved[example.features[i]]);
      }
      range = {begin, static_cast<std::uint32_t>(left.size())};
    };
    for (Node& node : example.nodes) keep(node);
    for (Edge& edge : example.edges) keep(edge);
    example.features = std::move(left);
  }
}

std::vector<LearnedWeight> Crf::train(const TrainingOptions& options) {
  std::vector<double> weights;
  const auto average = [&] {
    weights.assign(keys_.size(), 0);
    for (int bag = 0; bag < options.bags; ++bag) {
      const std::uint64_t seed = options.seed * 1000 + static_cast<std::uint64_t>(bag);
      run(options, seed, options.bags > 1 ? options.share : 1, weights);
    }
    for (double& weight : weights) weight /= options.bags;
  };
  average();
  while (keys_.size() > options.keep) {
    prune(std::max(options.keep, keys_.size() / 2), weights);
    average();
  }
  std::vector<LearnedWeight> learned;
  for (std::size_t i = 0; i < keys_.size(); ++i) learned.push_back({keys_[i], weights[i]});
  std::sort(learned.begin(), learned.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  return learned;
}

}  // namespace trainer
