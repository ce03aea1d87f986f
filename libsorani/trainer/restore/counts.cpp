#include "restore/counts.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <stdexcept>

#include "normalize/restore/generated.hpp"

namespace trainer::restore {
namespace {

using namespace sorani::normalize::restore;

/// What is subtracted from the count of each pair (absolute discounting, Ney, Essen and Kneser 1994).
constexpr double kDiscount = 0.75;

int steps(double value) { return static_cast<int>(std::lround(value / double{kWordStep})); }

}  // namespace

LetterString letters_of(const Token& token) {
  LetterString letters;
  constexpr std::size_t kBytesPerLetter = 2;
  if (token.end - token.begin != kBytesPerLetter * token.typed.size) return letters;  // holds marks, or is too long
  for (const Typed typed : token.typed.view()) {
    const Letter letter = letter_typed(typed);
    if (letter == kEdge) return {};
    letters += letter;
  }
  return letters;
}

void Counts::add_line(std::string_view text) {
  Line line;
  LineReader(Channel::built_in()).read(text, line);
  const LetterString boundary(1, kEdge);
  LetterString previous = boundary;
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    LetterString word = letters_of(line.tokens[i]);
    if (i > 0 && !line.follows_closely(i)) {
      add_pair(previous, boundary);
      previous = boundary;
    }
    if (!word.empty()) {
      ++words_[word];
      add_pair(previous, word);
    }
    previous = std::move(word);
  }
  add_pair(previous, boundary);
}

/// Counts a pair, of which each word is Kurdish or a boundary.
void Counts::add_pair(const LetterString& first, const LetterString& second) {
  if (first.empty()) return;
  ++pairs_[first][second];
  if (is_boundary(second)) ++boundaries_;
}

void Counts::add_word(std::string_view word, double count, std::size_t longest) {
  Line line;
  LineReader(Channel::built_in()).read(word, line);
  if (line.tokens.size() != 1) return;
  const LetterString letters = letters_of(line.tokens[0]);
  if (!letters.empty() && letters.size() <= longest) words_[letters] += count;
}

/// Half of all writers begin words with ر, half with ڕ, as the orthography demands. Of words that are known with both,
/// those with ر count less.
void Counts::favor_trill(const WordCounts& known, double steps, CountedWord& word) {
  if (word.letters[0] != letter_of(U'ر')) return;
  LetterString other = word.letters;
  other[0] = letter_of(U'ڕ');
  if (known.contains(other)) word.steps -= std::min(word.steps, static_cast<std::uint8_t>(steps));
}

Learned Counts::learn(const LearningOptions& options) const {
  Learned learned;
  WordCounts known;
  double total = 0;
  for (const auto& [word, count] : words_) {
    if (count < options.least_count) continue;
    learned.words.push_back({word, static_cast<std::uint8_t>(std::max(0, steps(std::log(count / kLeastCount))))});
    known.emplace(word, count);
  }
  for (CountedWord& word : learned.words) favor_trill(known, options.trill, word);
  const auto by_letters = [](const auto& a, const auto& b) { return a.letters < b.letters; };
  std::sort(learned.words.begin(), learned.words.end(), by_letters);
  for (const CountedWord& word : learned.words) total += known[word.letters];  // in an order that is always the same
  known.emplace(LetterString(1, kEdge), boundaries_);
  for (const auto& [word, after] : pairs_) {
    if (!known.contains(word)) continue;
    Followers row = followers(word, after, known, total, options.least_pair);
    if (row.followers.empty()) continue;
    std::sort(row.followers.begin(), row.followers.end(), by_letters);
    learned.pairs.push_back(std::move(row));
  }
  std::sort(learned.pairs.begin(), learned.pairs.end(), by_letters);
  return learned;
}

/// The pairs that begin with a word. Those with small counts share what the discount leaves over.
Followers Counts::followers(const LetterString& word, const WordCounts& after, const WordCounts& known, double total,
                            double least) const {
  double sum = 0;
  double left_over = 0;
  for (const auto& [second, count] : after) {
    sum += count;
    left_over += count < least || !known.contains(second) ? count : kDiscount;
  }
  const double backoff = left_over / sum;
  Followers row{word, static_cast<std::uint8_t>(std::max(1, steps(-std::log(backoff)))), {}};
  for (const auto& [second, count] : after) {
    const auto found = known.find(second);
    if (count < least || found == known.end()) continue;
    const double alone = found->second / total;
    row.followers.push_back({second, steps(std::log((count - kDiscount) / sum / alone + backoff))});
  }
  return row;
}

std::vector<Typing> typings() {
  std::vector<Typing> rows;
  for (const Confusion& row : confusions()) {
    LetterString letters;
    for (const char32_t c : row.letters) letters += letter_of(c);
    rows.push_back({letters, std::u32string(row.typed), row.arabic + row.persian == 0});
  }
  return rows;
}

std::vector<std::string> read_lines(const std::vector<std::string>& files) {
  std::vector<std::string> lines;
  for (const std::string& file : files) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    if (!in.eof()) throw std::runtime_error(file + ": cannot be read");
  }
  return lines;
}

}  // namespace trainer::restore
