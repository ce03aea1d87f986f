#pragma once

#include <array>
#include <cstddef>

#include <sorani/normalizer.hpp>

#include "normalize/restore/model/model.hpp"

namespace sorani::normalize::restore {

/// What a typed word may mean.
struct Choice {
  float cost = 0;  ///< -ln of the probability of the word and of what is typed for it
  WordNumber word = kUnknownWord;
  Word letters;
};

/// The likeliest choices found, likeliest first, each spelling once.
class Choices {
 public:
  static constexpr std::size_t kMax = kMaxSuggestions;

  /// Keeps no more than `limit` choices, and none that costs `margin` more than the best one.
  void clear(std::size_t limit, float margin) noexcept {
    size_ = 0;
    limit_ = limit;
    margin_ = margin;
  }

  std::size_t size() const noexcept { return size_; }
  const Choice& operator[](std::size_t i) const noexcept { return choices_[i]; }

  /// A choice that costs more will not be kept.
  float worst() const noexcept {
    if (size_ == 0) return kMaxCost;
    const float most = choices_[0].cost + margin_;
    return size_ == limit_ && choices_[size_ - 1].cost < most ? choices_[size_ - 1].cost : most;
  }

  void add(const Choice& choice) noexcept;

 private:
  static constexpr float kMaxCost = 60;

  std::array<Choice, kMax> choices_;
  std::size_t size_ = 0;
  std::size_t limit_ = kMax;
  float margin_ = 0;
};

}  // namespace sorani::normalize::restore
