#include "corpus/vocabulary.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace corpus {

Vocabulary::Vocabulary(const std::string& data, std::uint64_t seed) : maker_(data, seed) {
  const Table common(data + "/words.tsv", 2);
  std::vector<double> weights;
  std::unordered_set<std::string> taken;
  double common_share = 0;
  for (const auto& row : common.rows()) {
    words_.push_back(row[0]);
    weights.push_back(common.number(row, 1) / 1000);
    common_share += weights.back();
    taken.insert(row[0]);
  }

  const Parameters law(Table(data + "/vocabulary.tsv", 2), 1);
  const double head = law["head_exponent"];
  const double tail = law["tail_exponent"];
  const double bend = law["bend_rank"];
  const auto frequency = [&](double rank) { return std::pow(rank, -head) * std::pow(1 + rank / bend, head - tail); };
  const std::size_t first = words_.size();
  common_ = first;
  topical_ = law["topical"];
  double sum = 0;
  for (std::uint64_t rank = first + 1; rank <= kKept; ++rank) {
    std::string word;
    for (std::uint64_t salt = 0; word.empty() || taken.contains(word); ++salt) {
      word.clear();
      maker_.append(rank, salt, word);
    }
    taken.insert(word);
    words_.push_back(std::move(word));
    weights.push_back(frequency(static_cast<double>(rank)));
    sum += weights.back();
  }
  // Far above the bend the law is r^-tail, so that the rest of the ranks has a share in closed form, and a rare rank is
  // a power of a uniform number.
  const double last = kKept;
  weights.push_back(frequency(last) * last / (tail - 1));
  sum += weights.back();
  std::for_each(weights.begin() + static_cast<std::ptrdiff_t>(first), weights.end(),
                [&](double& w) { w *= (1 - common_share) / sum; });
  choice_ = WeightedChoice(weights);
  tail_power_ = -1 / (tail - 1);
}

std::uint64_t Vocabulary::of_kind(std::uint64_t index, std::size_t kind, Random& random) const {
  if (index < common_ || !random.chance(topical_)) return index;
  const std::uint64_t pair = (index - common_) / 2;
  return common_ + 2 * pair + kind;
}

std::string_view Vocabulary::draw(Random& random, std::size_t kind) {
  const std::size_t index = choice_(random);
  if (index < words_.size()) return words_[static_cast<std::size_t>(of_kind(index, kind, random))];
  const double rank = static_cast<double>(kKept) * std::pow(1 - random.unit(), tail_power_);
  rare_.clear();
  maker_.append(of_kind(static_cast<std::uint64_t>(std::min(rank, 1e15)), kind, random), 0, rare_);
  return rare_;
}

}  // namespace corpus
