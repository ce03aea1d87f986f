#include "lid/vocabulary.hpp"

#include <algorithm>
#include <string_view>

#include "utf8/utf8.hpp"

namespace lid_trainer {
namespace {

using sorani::identify::FeatureHash;

/// Calls `visit` with each token, as the identifier cuts them.
template <typename Visit>
void visit_tokens(std::string_view text, Visit&& visit) {
  const auto is_token_byte = [](char byte) {
    const auto lower = static_cast<unsigned char>(byte | 0x20);
    return static_cast<unsigned char>(byte) >= 0x80 || (lower >= 'a' && lower <= 'z');
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && is_token_byte(text[at])) ++at;
    if (at > begin) {
      visit(text.substr(begin, at - begin));
    } else {
      ++at;
    }
  }
}

struct Occurrences {
  std::uint32_t count = 0;
  std::uint32_t number = 0;
  std::string text;
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
  std::unordered_map<FeatureHash, Occurrences> occurrences;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto letters = sorani::identify::visit_token(tokens[i], [&](std::u32string_view text, FeatureHash hash) {
      Occurrences& feature = occurrences[hash];
      feature.count += counts[i];
      if (feature.text.empty()) {
        for (const char32_t c : text) sorani::utf8::append(c, feature.text);
      }
    });
    vocabulary.token_letters.push_back(letters.arabic + letters.latin + letters.foreign);
  }
  for (auto& [hash, feature] : occurrences) {
    if (feature.count >= min_count) vocabulary.features.push_back({hash, std::move(feature.text), feature.count});
  }
  std::sort(vocabulary.features.begin(), vocabulary.features.end(),
            [](const Feature& a, const Feature& b) { return a.text < b.text; });
  for (std::size_t i = 0; i < vocabulary.features.size(); ++i) {
    occurrences[vocabulary.features[i].hash].number = static_cast<std::uint32_t>(i + 1);
  }
  for (const std::string_view token : tokens) {
    auto& features = vocabulary.token_features.emplace_back();
    sorani::identify::visit_token(token, [&](std::u32string_view, FeatureHash hash) {
      if (const std::uint32_t number = occurrences[hash].number; number > 0) features.push_back(number - 1);
    });
  }
  return vocabulary;
}

}  // namespace lid_trainer
