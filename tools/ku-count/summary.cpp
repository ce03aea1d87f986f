#include "ku-count/summary.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace ku::count {
namespace {

std::uint64_t characters_in(std::string_view text) {
  return static_cast<std::uint64_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string ratio(std::uint64_t part, std::uint64_t whole) {
  return fmt::format("{:.4f}", whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole));
}

}  // namespace

CountSummary summarize(sorani::NgramRows rows, bool has_escapes) {
  CountSummary summary;
  while (rows.next()) {
    const std::uint64_t length =
        characters_in(has_escapes ? std::string_view(sorani::unescaped_ngram(rows.ngram())) : rows.ngram());
    summary.tokens += rows.count();
    summary.types += 1;
    summary.hapax += rows.count() == 1 ? 1 : 0;
    summary.token_characters += length * rows.count();
    summary.longest_token = std::max(summary.longest_token, length);
  }
  return summary;
}

std::string summary_text(const CountSummary& counts, const sorani::TextStatistics* text, Format format) {
  std::vector<std::pair<std::string_view, std::string>> lines;
  const auto add = [&](std::string_view name, std::string value) { lines.emplace_back(name, std::move(value)); };
  if (text != nullptr) add("lines", std::to_string(text->lines));
  add("tokens", std::to_string(counts.tokens));
  add("types", std::to_string(counts.types));
  add("type-token-ratio", ratio(counts.types, counts.tokens));
  add("hapax", std::to_string(counts.hapax));
  if (text != nullptr) {
    add("characters", std::to_string(text->characters));
    add("letters-outside-alphabet", std::to_string(text->foreign_letters));
  }
  add("mean-token-length", ratio(counts.token_characters, counts.tokens));
  add("longest-token-length", std::to_string(counts.longest_token));
  if (text != nullptr) {
    add("mean-line-length", ratio(counts.tokens, text->lines));
    add("longest-line-length", std::to_string(text->longest_line));
  }
  std::string out;
  if (format == Format::json) {
    for (const auto& [name, value] : lines) out += fmt::format("{}\"{}\":{}", out.empty() ? "{" : ",", name, value);
    return out + "}\n";
  }
  for (const auto& [name, value] : lines) out += fmt::format("{}\t{}\n", name, value);
  return out;
}

}  // namespace ku::count
