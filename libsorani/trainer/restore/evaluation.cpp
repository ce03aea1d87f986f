#include "restore/evaluation.hpp"

#include <sorani/normalizer.hpp>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <sstream>

#include "restore/counts.hpp"
#include "restore/spoil.hpp"
#include "utf8/utf8.hpp"

namespace trainer::restore {
namespace {

using namespace sorani::normalize::restore;

/// A word of a line: what is typed, where, and what is meant.
struct Meant {
  std::size_t begin;
  std::size_t end;
  std::string word;
};

void score_line(const std::string& typed, const std::vector<Meant>& meant, Restorer& restorer, WordScore& score) {
  static sorani::Normalizer
      normalizer;  // what is typed as it is meant may still have the ي and ك of an Arabic keyboard
  std::string restored;
  std::vector<Replacement> replacements;
  restorer.restore(typed, restored, &replacements);
  auto next = replacements.begin();
  for (const Meant& word : meant) {
    while (next != replacements.end() && next->end <= word.begin) ++next;
    std::string result = typed.substr(word.begin, word.end - word.begin);
    if (next != replacements.end() && next->begin < word.end) {
      result = restored.substr(next->written_begin, next->written_end - next->written_begin);
    }
    ++score.words;
    result = normalizer(result);
    if (result == word.word) {
      ++score.right;
    } else {
      ++score.errors[{word.word, result}];
    }
  }
}

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = sorani::utf8::decode(text, at);
    points += next.value;
    at += next.length;
  }
  return points;
}

/// Levenshtein distance.
std::size_t distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row.back();
}

std::multiset<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

}  // namespace

void score_spoiled(const std::vector<std::string>& lines, Restorer& restorer, Keyboard keyboard, WordScore& score) {
  Spoiler spoiler(1);
  const LineReader reader(Channel::built_in());
  Line line;
  for (const std::string& text : lines) {
    reader.read(text, line);
    std::string typed;
    std::vector<Meant> meant;
    std::size_t copied = 0;
    for (const Token& token : line.tokens) {
      const LetterString letters = letters_of(token);
      if (letters.empty()) continue;
      typed += text.substr(copied, token.begin - copied);
      const std::size_t begin = typed.size();
      typed += spoiler.spoil(letters, keyboard);
      meant.push_back({begin, typed.size(), text.substr(token.begin, token.end - token.begin)});
      copied = token.end;
    }
    typed += text.substr(copied);
    score_line(typed, meant, restorer, score);
  }
}

void score_clean(const std::vector<std::string>& lines, Restorer& restorer, WordScore& score) {
  const LineReader reader(Channel::built_in());
  Line line;
  for (const std::string& text : lines) {
    reader.read(text, line);
    std::vector<Meant> meant;
    for (const Token& token : line.tokens) {
      meant.push_back({token.begin, token.end, text.substr(token.begin, token.end - token.begin)});
    }
    score_line(text, meant, restorer, score);
  }
}

CharacterScore score_pairs(const std::vector<std::string>& lines, Restorer& restorer) {
  CharacterScore score;
  sorani::Normalizer normalizer;
  for (const std::string& line : lines) {
    const std::size_t tab = line.find('\t');
    if (tab == line.npos) continue;
    std::string restored;
    restorer.restore(line.substr(0, tab), restored, nullptr);
    restored = normalizer(restored);
    const std::string meant = line.substr(tab + 1);
    const std::u32string points = code_points(meant);
    score.characters += points.size();
    score.wrong += distance(code_points(restored), points);
    std::multiset<std::string> words = words_of(restored);
    for (const std::string& word : words_of(meant)) {
      ++score.words;
      if (const auto found = words.find(word); found != words.end()) {
        ++score.words_right;
        words.erase(found);
      }
    }
  }
  return score;
}

}  // namespace trainer::restore
