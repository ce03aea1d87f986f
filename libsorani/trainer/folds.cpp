#include "folds.hpp"

#include <map>
#include <random>
#include <string>

#include "utf8/utf8.hpp"

namespace trainer {
namespace {

/// The first four characters.
std::string stem(const std::string& text) {
  constexpr int kCharacters = 4;
  std::size_t at = 0;
  for (int i = 0; i < kCharacters && at < text.size(); ++i) at += sorani::utf8::decode(text, at).length;
  return text.substr(0, at);
}

}  // namespace

std::vector<unsigned> folds(std::span<const GoldWord> words, Split split, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::map<std::string, unsigned> of_stem;
  std::vector<unsigned> numbers;
  for (const GoldWord& word : words) {
    const auto drawn = static_cast<unsigned>(random() % kFolds);
    numbers.push_back(split == Split::random ? drawn : of_stem.try_emplace(stem(word.text), drawn).first->second);
  }
  return numbers;
}

}  // namespace trainer
