// Lines are independent: tokenizer, sentence splitter and detokenizer give for a text what they give for its lines. The
// tools rely on it, since chunks end at arbitrary line ends.

#include <gtest/gtest.h>

#include <functional>
#include <sorani/detokenize.hpp>
#include <sorani/sentence_splitter.hpp>
#include <sorani/tokenizer.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/random_bytes.hpp"

namespace sorani {
namespace {

using Mode = std::function<std::string(std::string_view text, char line_end)>;

std::string tokens(std::string_view text, const TokenizerOptions& options) {
  std::string out;
  Tokenizer tokenizer(options);
  tokenizer(text,
            [&](const Token& token) { out.append(token.text).append("/").append(to_string(token.kind)).append(" "); });
  return out;
}

const std::vector<std::pair<const char*, Mode>>& modes() {
  static const std::vector<std::pair<const char*, Mode>> list{
      {"tokens", [](std::string_view text, char) { return tokens(text, {}); }},
      {"split digits", [](std::string_view text, char) { return tokens(text, {.split_digits = true}); }},
      {"spaced",
       [](std::string_view text, char line_end) {
         std::string out;
         Tokenizer().append_spaced(text, out, line_end);
         return out;
       }},
      {"sentences",
       [](std::string_view text, char line_end) {
         std::string out;
         SentenceSplitter splitter(line_end);
         splitter(text, [&](const Sentence& sentence) { out.append("[").append(sentence.text).append("]"); });
         return out;
       }},
      {"detokenizer",
       [](std::string_view text, char line_end) {
         std::string out;
         append_detokenized(text, out, line_end);
         return out;
       }},
  };
  return list;
}

void expect_lines_apart(std::string_view text, char line_end) {
  for (const auto& [name, mode] : modes()) {
    const std::string whole = mode(text, line_end);
    std::string lines;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(line_end, at), text.size() - 1) + 1;
      lines += mode(text.substr(at, end - at), line_end);
      if (end < text.size()) {
        ASSERT_EQ(mode(text.substr(0, end), line_end) + mode(text.substr(end), line_end), whole) << name << '\n'
                                                                                                 << text;
      }
      at = end;
    }
    ASSERT_EQ(lines, whole) << name << '\n' << text;
  }
}

/// Random text made of what the rules look back and ahead at, so that lines begin and end with each of these.
std::string random_text(test::RandomBytes& random, char line_end) {
  static constexpr std::string_view kPieces[] = {
      "کورد", "باش", "بوو", "د",  "ئا", "هتد", "و",      "وتی",    "کە",     "ی", "12",   "٣",   "5",
      ".",    ".",   "...", "…",  "؟",  "!",   "،",      ":",      "-",      "/", "%",    "$",   "\"",
      "'",    "“",   "”",   "„",  "’",  "«",   "»",      "(",      ")",      "[", "]",    "#",   "@",
      "_",    "abc", "X",   " ",  " ",  " ",   "\u200F", "\u200C", "\u064E", "😀", "www.", "a.b", "\xFF",
      "\t",   "No.", "''",  "1.", "أ",  "A",   "+",      "‘",      "Inc."};
  std::string text;
  for (std::size_t n = random.below(30); n > 0; --n) {
    if (random.below(4) == 0) text += line_end;
    text += kPieces[random.below(std::size(kPieces))];
  }
  if (random.below(2) == 0) text += line_end;
  return text;
}

TEST(Lines, AreApartInRandomTexts) {
  test::RandomBytes random(21);
  for (int i = 0; i < 15000 && !HasFatalFailure(); ++i) {
    const char line_end = i % 3 == 0 ? '\0' : '\n';
    expect_lines_apart(random_text(random, line_end), line_end);
  }
}

TEST(Lines, AreApartInRandomBytes) {
  test::RandomBytes random(22);
  for (int i = 0; i < 3000 && !HasFatalFailure(); ++i) {
    std::string text = random.pieces(random.below(80));
    for (char& c : text) c = random.below(8) == 0 ? '\n' : c;
    expect_lines_apart(text, '\n');
  }
}

}  // namespace
}  // namespace sorani
