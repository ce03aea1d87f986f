#include "lid/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <unordered_map>

#include "identify/token_finder.hpp"

namespace lid_trainer {
namespace {

/// Calls `visit(std::string_view token)` for each token.
template <typename Visit>
void visit_tokens(std::string_view text, Visit&& visit) {
  std::array<sorani::identify::TokenBounds, 64> tokens;
  sorani::identify::TokenFinder finder(text);
  while (const std::size_t count = finder.next(tokens)) {
    for (std::size_t i = 0; i < count; ++i) visit(text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin));
  }
}

/// Calls `visit(std::u32string_view)` for each feature of a token.
template <typename Visit>
sorani::identify::LetterCounts visit_features(std::string_view token, Visit&& visit) {
  return sorani::identify::read_token(
      token,
      [&](std::span<const char32_t> word) {
        const std::u32string_view text(word.data(), word.size());
        for (std::size_t end = 2; end <= text.size(); ++end) {
          for (std::size_t n = 1; n <= std::min(sorani::identify::kMaxNgram, end); ++n) visit(text.substr(end - n, n));
        }
      },
      [&](char32_t c) { visit(std::u32string_view(&c, 1)); });
}

struct Occurrences {
  std::uint32_t count = 0;
  std::uint32_t number = kNoFeature;
};

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::u32string_view text) const { return std::hash<std::u32string_view>()(text); }
};

}  // namespace

Vocabulary collect(std::span<const Example> examples, std::uint32_t min_count) {
  Vocabulary vocabulary;
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  std::vector<std::string_view> tokens;
  std::vector<std::uint32_t> counts;
  for (const Example& example : examples) {
    auto& in_example = vocabulary.example_tokens.emplace_back();
    visit_tokens(example.text, [&](std::string_view token) {
      const auto [found, is_new] = numbers.emplace(token, static_cast<std::uint32_t>(tokens.size()));
      if (is_new) {
        tokens.push_back(token);
        counts.push_back(0);
      }
      ++counts[found->second];
      in_example.push_back(found->second);
    });
  }
  std::unordered_map<std::u32string, Occurrences, Hash, std::equal_to<>> occurrences;
  const auto find = [&](std::u32string_view text) -> Occurrences& {
    const auto found = occurrences.find(text);
    return found != occurrences.end() ? found->second : occurrences[std::u32string(text)];
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto letters = visit_features(tokens[i], [&](std::u32string_view text) { find(text).count += counts[i]; });
    vocabulary.token_letters.push_back(letters.arabic + letters.latin + letters.foreign);
  }
  for (const auto& [text, feature] : occurrences) {
    if (feature.count >= min_count) vocabulary.features.push_back({text, feature.count, kNoFeature});
  }
  std::sort(vocabulary.features.begin(), vocabulary.features.end(), [](const Feature& a, const Feature& b) {
    return a.text.size() != b.text.size() ? a.text.size() < b.text.size() : a.text < b.text;
  });
  for (std::size_t i = 0; i < vocabulary.features.size(); ++i) {
    Feature& feature = vocabulary.features[i];
    find(feature.text).number = static_cast<std::uint32_t>(i);
    // What a feature ends with occurs as often as the feature, hence has a number already.
    if (feature.text.size() > 1) feature.suffix = find(std::u32string_view(feature.text).substr(1)).number;
  }
  for (const std::string_view token : tokens) {
    auto& features = vocabulary.token_features.emplace_back();
    visit_features(token, [&](std::u32string_view text) {
      if (const std::uint32_t number = find(text).number; number != kNoFeature) features.push_back(number);
    });
  }
  return vocabulary;
}

}  // namespace lid_trainer
