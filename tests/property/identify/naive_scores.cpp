#include "identify/naive_scores.hpp"

#include <span>
#include <vector>

namespace sorani::test {
namespace {

bool is_token_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0x80 || (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');
}

void add_token(std::string_view token, const identify::Model& model, identify::Scores& scores) {
  const auto add_longest = [&](std::span<const char32_t> text) {
    std::vector<identify::LetterCode> codes;
    for (const char32_t c : text) codes.push_back(model.code(c));
    const std::int8_t* const weights = model.longest(codes.data(), codes.size());
    if (weights == nullptr) return;
    for (std::size_t i = 0; i < identify::kClasses; ++i) scores.sums[i] += weights[i];
  };
  const identify::LetterCounts letters = identify::read_token(
      token,
      [&](std::span<const char32_t> word) {
        for (std::size_t end = 2; end <= word.size(); ++end) add_longest(word.first(end));
      },
      [&](char32_t c) { add_longest(std::span(&c, 1)); });
  scores.arabic += letters.arabic;
  scores.latin += letters.latin;
  scores.foreign += letters.foreign;
}

}  // namespace

identify::Scores naive_scores(std::string_view text, const identify::Model& model) {
  identify::Scores scores;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t begin = at;
    while (at < text.size() && is_token_byte(text[at])) ++at;
    if (at > begin) add_token(text.substr(begin, at - begin), model, scores);
  }
  return scores;
}

}  // namespace sorani::test
