// evaluate_sentences FILE [BLOCK [SHOWN]]: how well the sentence splitter finds the lines of FILE again.
//
// FILE has a sentence per line. BLOCK lines at a time (10 unless given) are joined with spaces and split; a boundary is
// right if it stands where two lines were joined. Prints precision, recall and F1 over the boundaries inside blocks,
// and the errors by the sign that they stand after; with SHOWN, so many errors of each sort in context.

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <sorani/sentence_splitter.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Errors {
  std::size_t count = 0;
  std::vector<std::string> shown;
};

struct Score {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t wanted = 0;
  std::map<std::string, Errors> errors;
};

/// What stands before a boundary, as the name of a class of errors.
std::string sign_before(std::string_view text, std::size_t boundary) {
  constexpr std::string_view kSigns[] = {".\"", ".'", ".»", ".)", "...", ".", "!", "؟", "?",
                                         "…",   "\"", "'",  "»",  ")",   ":", "؛", "،"};
  const std::string_view before = text.substr(0, boundary);
  for (const std::string_view sign : kSigns) {
    if (before.ends_with(sign)) return std::string(sign);
  }
  return "no sign";
}

/// Some characters on both sides of a boundary.
std::string context(std::string_view text, std::size_t boundary) {
  constexpr std::size_t kBytes = 60;
  const auto is_tail = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
  std::size_t from = boundary > kBytes ? boundary - kBytes : 0;
  std::size_t to = std::min(text.size(), boundary + kBytes);
  while (from < boundary && is_tail(from)) ++from;
  while (to < text.size() && is_tail(to)) ++to;
  return std::string(text.substr(from, boundary - from)) + " | " + std::string(text.substr(boundary, to - boundary));
}

void score_block(const std::vector<std::string>& lines, std::size_t shown, Score& score) {
  std::string text;
  std::set<std::size_t> wanted;
  for (const std::string& line : lines) {
    if (!text.empty()) {
      wanted.insert(text.size());
      text += ' ';
    }
    text += line;
  }
  std::set<std::size_t> found;
  sorani::SentenceSplitter()(
      text, [&](const sorani::Sentence& sentence) { found.insert(sentence.offset + sentence.text.size()); });
  found.erase(text.size());
  score.wanted += wanted.size();
  score.found += found.size();
  const auto add_error = [&](const std::string& sort, std::size_t boundary) {
    Errors& errors = score.errors[sort + " after " + sign_before(text, boundary)];
    if (errors.count++ < shown) errors.shown.push_back(context(text, boundary));
  };
  for (const std::size_t boundary : found) {
    if (wanted.contains(boundary)) {
      ++score.right;
    } else {
      add_error("wrong ", boundary);
    }
  }
  for (const std::size_t boundary : wanted) {
    if (!found.contains(boundary)) add_error("missed", boundary);
  }
}

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

void print(const Score& score) {
  const double precision = ratio(score.right, score.found);
  const double recall = ratio(score.right, score.wanted);
  const double sum = precision + recall;
  std::cout << std::fixed << std::setprecision(4) << "precision " << precision << "\nrecall    " << recall
            << "\nF1        " << (sum == 0 ? 0 : 2 * precision * recall / sum) << '\n';
  for (const auto& [sort, errors] : score.errors) {
    std::cout << std::setw(6) << errors.count << ' ' << sort << '\n';
    for (const std::string& text : errors.shown) std::cout << "         " << text << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 4) {
    std::cerr << "usage: evaluate_sentences FILE [BLOCK [SHOWN]]\n";
    return 2;
  }
  const std::size_t block = argc > 2 ? std::max(1UL, std::strtoul(argv[2], nullptr, 10)) : 10;
  const std::size_t shown = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 0;
  std::ifstream in(argv[1], std::ios::binary);
  if (!in) {
    std::cerr << "evaluate_sentences: cannot read " << argv[1] << '\n';
    return 1;
  }
  Score score;
  std::vector<std::string> lines;
  std::string line;
  while (std::getline(in, line)) {
    const std::size_t end = line.find_last_not_of(" \t\r");
    if (end == std::string::npos) continue;
    lines.push_back(line.substr(0, end + 1));
    if (lines.size() == block) {
      score_block(lines, shown, score);
      lines.clear();
    }
  }
  if (!lines.empty()) score_block(lines, shown, score);
  print(score);
}
