#include "lid/softmax.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "identify/weight_text.hpp"
#include "lid/text/random.hpp"

namespace lid_trainer {
namespace {

using Row = std::array<float, kClasses>;

class Trainer {
 public:
  Trainer(std::span<const Example> examples, const TrainingOptions& options)
      : examples_(examples),
        options_(options),
        vocabulary_(collect(examples, options.min_count)),
        weights_(vocabulary_.features.size()),
        squares_(vocabulary_.features.size()),
        random_(options.seed),
        order_(examples.size()) {
    std::iota(order_.begin(), order_.end(), 0U);
    for (Row& row : squares_) row.fill(1e-4F);
    bias_squares_.fill(1e-2F);
  }

  void run_epoch() {
    random_.shuffle(order_);
    for (const std::uint32_t example : order_) step(example);
  }

  /// Keeps the features that change the scores of the text most, and what they end with.
  void prune() {
    const std::size_t size = weights_.size();
    if (size <= options_.features) return;
    std::vector<std::pair<double, std::uint32_t>> ranks;
    for (std::size_t i = 0; i < size; ++i) {
      const Row& row = weights_[i];
      double squares = 0;
      const double mean = std::accumulate(row.begin(), row.end(), 0.0) / kClasses;
      for (const float weight : row) squares += (weight - mean) * (weight - mean);
      ranks.emplace_back(-squares * std::sqrt(vocabulary_.features[i].count), static_cast<std::uint32_t>(i));
    }
    std::sort(ranks.begin(), ranks.end());
    is_pruned_.assign(size, true);
    std::size_t kept = 0;
    for (const auto& [rank, number] : ranks) {
      // What a feature ends with must be kept with it: in the trie it is on the way to the feature.
      std::vector<std::uint32_t> missing;
      for (std::uint32_t i = number; i != kNoFeature && is_pruned_[i]; i = vocabulary_.features[i].suffix) {
        missing.push_back(i);
      }
      if (kept + missing.size() > options_.features) continue;
      for (const std::uint32_t i : missing) is_pruned_[i] = false;
      kept += missing.size();
    }
    for (auto& features : vocabulary_.token_features) {
      std::erase_if(features, [&](std::uint32_t feature) { return is_pruned_[feature]; });
    }
    for (Row& row : squares_) row.fill(1e-4F);
  }

  Learned result() const {
    // The weights of all features that end at the same letter are added once and for all.
    std::vector<Row> sums = weights_;
    std::vector<float> sizes;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      if (!is_kept(i)) continue;
      Row& row = sums[i];
      if (const std::uint32_t suffix = vocabulary_.features[i].suffix; suffix != kNoFeature) {
        for (std::size_t k = 0; k < kClasses; ++k) row[k] += sums[suffix][k];
      }
      for (const float weight : row) sizes.push_back(std::abs(weight));
    }
    std::sort(sizes.begin(), sizes.end());
    const double largest = sizes.empty() ? 1 : std::max(0.01F, sizes[(sizes.size() - 1) * 999 / 1000]);
    const double step = largest / sorani::identify::kMaxWeight;
    Learned learned{{}, {step, 0.5, {}}};
    for (std::size_t i = 0; i < sums.size(); ++i) {
      if (!is_kept(i)) continue;
      sorani::identify::WeightedFeature feature{vocabulary_.features[i].text, {}};
      for (std::size_t k = 0; k < kClasses; ++k) {
        constexpr double kMost = sorani::identify::kMaxWeight;
        feature.weights[k] = static_cast<std::int8_t>(std::clamp(std::round(sums[i][k] / step), -kMost, kMost));
      }
      learned.features.push_back(std::move(feature));
    }
    std::copy(bias_.begin(), bias_.end(), learned.calibration.bias.begin());
    return learned;
  }

 private:
  bool is_kept(std::size_t feature) const { return is_pruned_.empty() || !is_pruned_[feature]; }

  /// Draws the tokens of an example that take part in a step, so that no few of its words suffice to label it.
  void draw_tokens(std::uint32_t number) {
    constexpr std::size_t kParts = 1000;
    const auto dropped = static_cast<std::size_t>(options_.dropout * kParts);
    const auto& all = vocabulary_.example_tokens[number];
    tokens_.clear();
    for (const std::uint32_t token : all) {
      if (random_.below(kParts) >= dropped) tokens_.push_back(token);
    }
    if (tokens_.empty()) tokens_.assign(all.begin(), all.end());
  }

  void step(std::uint32_t number) {
    const Example& example = examples_[number];
    Row scores{};
    std::uint32_t letters = 0;
    draw_tokens(number);
    for (const std::uint32_t token : tokens_) {
      letters += vocabulary_.token_letters[token];
      for (const std::uint32_t feature : vocabulary_.token_features[token]) {
        const Row& row = weights_[feature];
        for (std::size_t k = 0; k < kClasses; ++k) scores[k] += row[k];
      }
    }
    if (letters == 0) return;
    const float factor = 1 / std::sqrt(static_cast<float>(letters));
    for (std::size_t k = 0; k < kClasses; ++k) scores[k] = scores[k] * factor + bias_[k];
    const float most = *std::max_element(scores.begin(), scores.end());
    float sum = 0;
    for (float& score : scores) sum += score = std::exp(score - most);
    Row gradient;
    for (std::size_t k = 0; k < kClasses; ++k) {
      gradient[k] = (scores[k] / sum - (k == example.language ? 1.0F : 0.0F)) * example.weight;
    }
    if (gradient[example.language] > -1e-3F) return;
    const auto rate = static_cast<float>(options_.rate);
    for (std::size_t k = 0; k < kClasses; ++k) {
      bias_squares_[k] += gradient[k] * gradient[k];
      bias_[k] -= rate * 0.2F * gradient[k] / std::sqrt(bias_squares_[k]);
    }
    const auto keep = static_cast<float>(1 - options_.decay);
    for (float& value : gradient) value *= factor;
    for (const std::uint32_t token : tokens_) {
      for (const std::uint32_t feature : vocabulary_.token_features[token]) {
        Row& row = weights_[feature];
        Row& squares = squares_[feature];
        for (std::size_t k = 0; k < kClasses; ++k) {
          squares[k] += gradient[k] * gradient[k];
          row[k] = row[k] * keep - rate * gradient[k] / std::sqrt(squares[k]);
        }
      }
    }
  }

  std::span<const Example> examples_;
  const TrainingOptions& options_;
  Vocabulary vocabulary_;
  std::vector<Row> weights_;
  std::vector<Row> squares_;  // sums of squared gradients
  Row bias_{};
  Row bias_squares_{};
  std::vector<bool> is_pruned_;  // empty before pruning
  Random random_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> tokens_;  // those of an example that take part in a step
};

}  // namespace

Learned learn(std::span<const Example> examples, const TrainingOptions& options) {
  Trainer trainer(examples, options);
  for (unsigned epoch = 0; epoch < options.first_epochs; ++epoch) trainer.run_epoch();
  trainer.prune();
  for (unsigned epoch = 0; epoch < options.last_epochs; ++epoch) trainer.run_epoch();
  return trainer.result();
}

}  // namespace lid_trainer
