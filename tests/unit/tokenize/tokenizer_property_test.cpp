// Properties of the tokenizer for every text: tokens and gaps are the text, and the fast path gives the tokens of the
// scanner.

#include <gtest/gtest.h>

#include <random>
#include <sorani/tokenizer.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/instruction_sets.hpp"
#include "support/random_bytes.hpp"
#include "tokenize/scanner.hpp"
#include "tokenize/traits.hpp"
#include "utf8/utf8.hpp"

namespace sorani {
namespace {

/// The reference: the tokens that the scanner alone finds.
std::vector<Token> scanned(std::string_view text, const TokenizerOptions& options) {
  std::vector<Token> tokens;
  std::size_t at = tokenize::skip_gap(text, 0);
  while (at < text.size()) {
    const tokenize::Extent token = tokenize::scan_token(text, at, options);
    tokens.push_back({text.substr(at, token.end - at), token.kind, at});
    at = tokenize::skip_gap(text, token.end);
  }
  return tokens;
}

/// The reference for append_spaced.
std::string spaced(std::string_view text, const std::vector<Token>& tokens, char line_end) {
  std::string out;
  std::size_t at = 0;
  bool in_line = false;
  const auto gap = [&](std::size_t end) {
    for (; at < end; ++at) {
      if (text[at] != line_end) continue;
      out += line_end;
      in_line = false;
    }
  };
  for (const Token& token : tokens) {
    gap(token.offset);
    if (in_line) out += ' ';
    in_line = true;
    out += token.text;
    at = token.offset + token.text.size();
  }
  gap(text.size());
  return out;
}

void check(std::string_view text, const TokenizerOptions& options) {
  const std::vector<Token> expected = scanned(text, options);
  std::vector<Token> tokens;
  Tokenizer tokenizer(options);
  tokenizer(text, [&](const Token& token) { tokens.push_back(token); });
  ASSERT_EQ(tokens.size(), expected.size()) << text;
  std::size_t end = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    ASSERT_EQ(tokens[i].text, expected[i].text) << text;
    ASSERT_EQ(tokens[i].kind, expected[i].kind) << text;
    ASSERT_EQ(tokens[i].offset, expected[i].offset) << text;
    ASSERT_EQ(tokens[i].text.data(), text.data() + tokens[i].offset);
    ASSERT_FALSE(tokens[i].text.empty());
    ASSERT_GE(tokens[i].offset, end);
    // Only white space and invisible controls are left out.
    while (end < tokens[i].offset) {
      const utf8::Decoded left = utf8::decode(text, end);
      ASSERT_TRUE(
          tokenize::has(left.value, tokenize::kSpace | tokenize::kControl | tokenize::kFormat | tokenize::kJoiner))
          << text;
      end += left.length;
    }
    // No mark is separated from its base.
    if (end > 0 && tokenize::has(utf8::decode(text, end).value, tokenize::kMark)) {
      const char32_t before = utf8::decode_before(text, end).value;
      ASSERT_TRUE(tokenize::has(before, tokenize::kSpace | tokenize::kControl | tokenize::kFormat | tokenize::kJoiner))
          << text;
    }
    end = tokens[i].offset + tokens[i].text.size();
  }
  for (const char line_end : {'\n', '\0'}) {
    std::string out = "before";
    tokenizer.append_spaced(text, out, line_end);
    ASSERT_EQ(out, "before" + spaced(text, expected, line_end)) << text;
  }
}

class TokenizerProperty : public test::OnEachInstructionSet {};
SORANI_ON_EACH_INSTRUCTION_SET(TokenizerProperty);

/// Random text made of what the rules look at, and of ordinary words for the fast path.
std::string random_text(test::RandomBytes& random, std::size_t pieces) {
  using namespace std::string_view_literals;
  static constexpr std::string_view kPieces[] = {" "sv,
                                                 " "sv,
                                                 " "sv,
                                                 " "sv,
                                                 "\n"sv,
                                                 "\t"sv,
                                                 "\0"sv,
                                                 "کورد"sv,
                                                 "ئازادی"sv,
                                                 "لە"sv,
                                                 "د"sv,
                                                 "پ"sv,
                                                 "هتد"sv,
                                                 "كم"sv,
                                                 "بوو"sv,
                                                 "ـ"sv,
                                                 "\u064E"sv,
                                                 "\u200C"sv,
                                                 "\u200F"sv,
                                                 "\u200D"sv,
                                                 "."sv,
                                                 "."sv,
                                                 "،"sv,
                                                 "؛"sv,
                                                 "؟"sv,
                                                 "!"sv,
                                                 "?"sv,
                                                 ":"sv,
                                                 ","sv,
                                                 "-"sv,
                                                 R"(")"sv,
                                                 "'"sv,
                                                 "«"sv,
                                                 "»"sv,
                                                 "("sv,
                                                 ")"sv,
                                                 "…"sv,
                                                 "“"sv,
                                                 "12"sv,
                                                 "٣"sv,
                                                 "۴"sv,
                                                 "/"sv,
                                                 "%"sv,
                                                 "$"sv,
                                                 "#"sv,
                                                 "@"sv,
                                                 "_"sv,
                                                 "+"sv,
                                                 "abc"sv,
                                                 "X"sv,
                                                 "www."sv,
                                                 "http://"sv,
                                                 "a.com"sv,
                                                 "é"sv,
                                                 "Я"sv,
                                                 "😀"sv,
                                                 "🇮"sv,
                                                 "\uFE0F"sv,
                                                 "❤"sv,
                                                 "\u20E3"sv,
                                                 "\xFF"sv,
                                                 "\xD9"sv,
                                                 "\xE2\x80"sv,
                                                 "\uF0B7"sv,
                                                 "\u0301"sv,
                                                 "½"sv,
                                                 "\u00A0"sv,
                                                 "\r"sv,
                                                 "–"sv,
                                                 "🏽"sv,
                                                 "کوردستانەکەمان"sv,
                                                 "بەڕێوەبەرایەتی"sv};
  std::string text;
  while (pieces-- > 0) text += kPieces[random.below(std::size(kPieces))];
  return text;
}

TEST_P(TokenizerProperty, RandomPieces) {
  test::RandomBytes random(1);
  for (int i = 0; i < 8000 && !HasFatalFailure(); ++i) {
    check(random_text(random, 1 + random.below(60)), {.split_digits = random.below(2) == 0});
  }
}

TEST_P(TokenizerProperty, RandomWords) {
  static constexpr std::string_view kWords[] = {"کورد", "ئازادی ", " ",  "، ", ". ", "د. ", "هتد. ", "٢٠٢١ ", "\u064E",
                                                "ـ",    "  ",      "\n", "؟ ", ": ", "(",   ")",     "- ",    "ک"};
  test::RandomBytes random(2);
  for (int i = 0; i < 8000 && !HasFatalFailure(); ++i) {
    std::string text;
    for (std::size_t n = 1 + random.below(80); n > 0; --n) text += kWords[random.below(std::size(kWords))];
    check(text, {});
  }
}

TEST_P(TokenizerProperty, RandomBytes) {
  test::RandomBytes random(3);
  for (int i = 0; i < 4000 && !HasFatalFailure(); ++i) {
    check(random.bytes(random.below(200)), {});
    check(random.pieces(random.below(200)), {.split_digits = true});
  }
}

TEST_P(TokenizerProperty, EveryCharacterBesideEveryKindOfNeighbor) {
  for (char32_t c = 0; c < 0x3000 && !HasFatalFailure(); ++c) {
    std::string text = "کوردستان ";
    for (const std::string_view neighbor : {"کورد", "12", "abc", ".", "؟", " "}) {
      text += neighbor;
      utf8::append(c, text);
      text += neighbor;
      text += ' ';
    }
    check(text, {});
  }
}

TEST_P(TokenizerProperty, PiecesOfALineAreTheLine) {
  test::RandomBytes random(4);
  for (int i = 0; i < 500 && !HasFatalFailure(); ++i) {
    std::string text;
    std::vector<std::size_t> cuts{0};
    for (std::size_t n = 2 + random.below(6); n > 0; --n) {
      text += random_text(random, random.below(20));
      text += "وشە ";
      cuts.push_back(text.size());
      text += "نوێ";
    }
    cuts.push_back(text.size());
    for (char& c : text) c = c == '\n' ? ' ' : c;
    std::string whole;
    Tokenizer().append_spaced(text, whole);
    std::string pieces;
    for (std::size_t k = 0; k + 1 < cuts.size(); ++k) {
      const bool first = k == 0;
      const bool last = k + 2 == cuts.size();
      const Fragment fragment = first  ? (last ? Fragment::whole : Fragment::first)
                                : last ? Fragment::last
                                       : Fragment::middle;
      Tokenizer().append_spaced(std::string_view(text).substr(cuts[k], cuts[k + 1] - cuts[k]), pieces, '\n', fragment);
    }
    ASSERT_EQ(pieces, whole);
  }
}

}  // namespace
}  // namespace sorani
