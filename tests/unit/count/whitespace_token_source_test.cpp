#include "count/units/whitespace_token_source.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace sorani::count {
namespace {

/// Tokens, and whether each starts its line.
using Tokens = std::vector<std::pair<std::string, bool>>;

Tokens cut_by_bytes(std::string_view text, char line_end) {
  Tokens tokens;
  bool is_first = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_separator(text[at])) {
      is_first = is_first || text[at] == line_end;
      continue;
    }
    if (at == 0 || is_separator(text[at - 1])) tokens.emplace_back("", std::exchange(is_first, false));
    tokens.back().first += text[at];
  }
  return tokens;
}

Tokens cut(WhitespaceTokenSource& source, std::string_view text) {
  Tokens tokens;
  Batch batch;
  source.begin(text, true);
  while (source.next(batch)) {
    for (std::size_t i = 0; i < batch.size; ++i) {
      tokens.emplace_back(std::string(batch.keys[i].data, batch.keys[i].length), batch.starts_line[i]);
    }
  }
  return tokens;
}

TEST(WhitespaceTokenSource, CutsAtSeparators) {
  // Bytes next to those that are told apart, and with the highest bit.
  static constexpr char kBytes[] = {' ',    '!',    '\n',   '\x0B', '\t', '\0', '\x1F',
                                    '\x7F', '\x80', '\xA0', '\xFF', 'a',  'b'};
  std::mt19937 random(1);
  for (const char line_end : {'\n', '\0'}) {
    WhitespaceTokenSource source(line_end, true);
    for (std::size_t size = 0; size < 1500; ++size) {
      std::string text;
      // Tokens from one byte to more than a block holds.
      const auto rarity = 1 + random() % 200;
      for (std::size_t i = 0; i < size; ++i) text += random() % rarity == 0 ? kBytes[random() % sizeof kBytes] : 'x';
      ASSERT_EQ(cut(source, text), cut_by_bytes(text, line_end)) << size;
    }
  }
}

}  // namespace
}  // namespace sorani::count
