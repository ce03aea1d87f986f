// Properties of the tokenizer for every text: tokens and gaps are the text, and the fast path gives the tokens of the
// scanner.

#include <gtest/gtest.h>

#include <sorani/tokenizer.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/environment.hpp"
#include "support/escaped.hpp"
#include "support/instruction_sets.hpp"
#include "support/random_bytes.hpp"
#include "tokenize/scanner.hpp"
#include "tokenize/traits.hpp"
#include "utf8/utf8.hpp"

namespace sorani::test {
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
  ASSERT_EQ(tokens.size(), expected.size()) << escaped(text);
  std::size_t end = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    ASSERT_EQ(tokens[i].text, expected[i].text) << escaped(text);
    ASSERT_EQ(tokens[i].kind, expected[i].kind) << escaped(text);
    ASSERT_EQ(tokens[i].offset, expected[i].offset) << escaped(text);
    ASSERT_EQ(tokens[i].text.data(), text.data() + tokens[i].offset);
    ASSERT_FALSE(tokens[i].text.empty());
    ASSERT_GE(tokens[i].offset, end);
    // Only white space and invisible controls are left out.
    while (end < tokens[i].offset) {
      const utf8::Decoded left = utf8::decode(text, end);
      ASSERT_TRUE(
          tokenize::has(left.value, tokenize::kSpace | tokenize::kControl | tokenize::kFormat | tokenize::kJoiner))
          << escaped(text);
      end += left.length;
    }
    // No mark is separated from its base.
    if (end > 0 && tokenize::has(utf8::decode(text, end).value, tokenize::kMark)) {
      const char32_t before = utf8::decode_before(text, end).value;
      ASSERT_TRUE(tokenize::has(before, tokenize::kSpace | tokenize::kControl | tokenize::kFormat | tokenize::kJoiner))
          << escaped(text);
    }
    end = tokens[i].offset + tokens[i].text.size();
  }
  for (const char line_end : {'\n', '\0'}) {
    std::string out = "before";
    tokenizer.append_spaced(text, out, line_end);
    ASSERT_EQ(out, "before" + spaced(text, expected, line_end)) << escaped(text);
  }
}

class TokenizerProperty : public OnEachInstructionSet {};
SORANI_ON_EACH_INSTRUCTION_SET(TokenizerProperty);

/// Random text made of what the rules look at, and of ordinary words for the fast path.
std::string random_text(RandomBytes& random, std::size_t pieces) {
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

TEST_P(TokenizerProperty, RandomText) {
  for (std::size_t i = 0; i < property_runs(8000) && !HasFatalFailure(); ++i) {
    SCOPED_TRACE(case_seed(i));
    RandomBytes random(static_cast<unsigned>(case_seed(i)));
    check(random_text(random, 1 + random.below(60)), {.split_digits = random.below(2) == 0});
  }
}

TEST_P(TokenizerProperty, RandomWords) {
  static constexpr std::string_view kWords[] = {"کورد", "ئازادی ", " ",  "، ", ". ", "د. ", "هتد. ", "٢٠٢١ ", "\u064E",
                                                "ـ",    "  ",      "\n", "؟ ", ": ", "(",   ")",     "- ",    "ک"};
  for (std::size_t i = 0; i < property_runs(8000) && !HasFatalFailure(); ++i) {
    SCOPED_TRACE(case_seed(i));
    RandomBytes random(static_cast<unsigned>(case_seed(i)));
    std::string text;
    for (std::size_t n = 1 + random.below(80); n > 0; --n) text += kWords[random.below(std::size(kWords))];
    check(text, {});
  }
}

TEST_P(TokenizerProperty, RandomBytes) {
  for (std::size_t i = 0; i < property_runs(4000) && !HasFatalFailure(); ++i) {
    SCOPED_TRACE(case_seed(i));
    test::RandomBytes random(static_cast<unsigned>(case_seed(i)));
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

/// Which fragment of a line is from `begin` to `end`.
Fragment fragment(std::string_view line, std::size_t begin, std::size_t end) {
  if (begin == 0) return end == line.size() ? Fragment::whole : Fragment::first;
  return end == line.size() ? Fragment::last : Fragment::middle;
}

TEST_P(TokenizerProperty, FragmentsOfALineGiveTheLine) {
  for (std::size_t i = 0; i < property_runs(500) && !HasFatalFailure(); ++i) {
    SCOPED_TRACE(case_seed(i));
    RandomBytes random(static_cast<unsigned>(case_seed(i)));
    std::string line;
    for (std::size_t n = 2 + random.below(6); n > 0; --n) {
      line += random_text(random, random.below(20));
      line += "وشە نوێ";
    }
    for (char& c : line) c = c == '\n' ? ' ' : c;
    std::string whole;
    Tokenizer().append_spaced(line, whole);
    std::string fragments;
    for (std::size_t begin = 0; begin < line.size();) {
      const std::size_t limit = begin + random.below(line.size() - begin + 1);
      const std::size_t cut = safe_cut(std::string_view(line).substr(0, limit), begin);
      const std::size_t end = cut > begin ? cut : line.size();
      Tokenizer().append_spaced(std::string_view(line).substr(begin, end - begin), fragments, '\n',
                                fragment(line, begin, end));
      begin = end;
    }
    ASSERT_EQ(fragments, whole) << escaped(line);
  }
}

}  // namespace
}  // namespace sorani::test
