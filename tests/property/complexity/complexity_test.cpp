// No text of n bytes takes time of n squared, whatever is done to it.

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "complexity/cost.hpp"
#include "complexity/operations.hpp"
#include "normalize/generated.hpp"
#include "normalize/random_text.hpp"
#include "support/environment.hpp"
#include "support/escaped.hpp"
#include "utf8/utf8.hpp"

namespace sorani::test {
namespace {

using namespace std::string_view_literals;

/// Repeated to make lines: what rules, scanners and caches may look for the other end of, look back over or go on with.
constexpr std::string_view kUnits[] = {
    // Signs: brackets, quotation marks, stops.
    "("sv,
    ")"sv,
    "(("sv,
    "()"sv,
    ")("sv,
    "["sv,
    "{"sv,
    "}"sv,
    "{a"sv,
    "{}}"sv,
    "a{"sv,
    "«"sv,
    "»"sv,
    "\""sv,
    "\" "sv,
    "'"sv,
    "a'"sv,
    "“"sv,
    "”"sv,
    "’"sv,
    "."sv,
    ". "sv,
    "a."sv,
    "a. "sv,
    "د."sv,
    "د. "sv,
    "د.."sv,
    "پ.د.ک. "sv,
    "هتد. "sv,
    "!"sv,
    "?!"sv,
    "؟"sv,
    "…"sv,
    "،"sv,
    ":"sv,
    ": "sv,
    "باش: «"sv,
    "\"باش بوو\" "sv,
    "- "sv,
    "-"sv,
    "--"sv,
    "a-"sv,
    "_"sv,
    "ا_"sv,
    "ا-"sv,
    "%"sv,
    "/"sv,
    "\\"sv,
    "~"sv,
    ";"sv,
    ", "sv,
    "()."sv,
    "(باش. "sv,
    " )"sv,
    "( "sv,
    " ،"sv,
    "1 )"sv,
    "a@b )"sv,
    "« "sv,
    "(د. "sv,
    "1) "sv,
    "1. "sv,
    // Addresses.
    "@"sv,
    "#"sv,
    "@a"sv,
    "#a"sv,
    "#ا"sv,
    "a@"sv,
    "a@b"sv,
    "a@b.com,"sv,
    "a@b.com"sv,
    "a.b@"sv,
    "@@a"sv,
    "name@example.org,"sv,
    "http://"sv,
    "http://a/("sv,
    "http://a.org\""sv,
    "http://a.org/b "sv,
    "http://a."sv,
    "a://"sv,
    "www."sv,
    "www.a"sv,
    "www.a)"sv,
    "a.krd,"sv,
    "a.krd"sv,
    "a.krd_"sv,
    "a_b.krd'"sv,
    "a%b"sv,
    "اa.krd"sv,
    "اhttp://ا"sv,
    "/?#"sv,
    ".com"sv,
    "com."sv,
    // Invisible characters, tatweel, marks.
    "\u200C"sv,
    "\u200D"sv,
    "ا\u200C"sv,
    "ه\u200C"sv,
    "ه\u200C\u200C"sv,
    "و\u200C"sv,
    "\u200Cو"sv,
    " \u200Cو"sv,
    "\u200E"sv,
    "\u200F"sv,
    "ا\u200F"sv,
    "\uFEFF"sv,
    "\u200B"sv,
    "\u00AD"sv,
    "ـ"sv,
    "ـا"sv,
    "هـ"sv,
    "\u064E"sv,
    "ل\u064E"sv,
    "\u064E\u0651"sv,
    "\u0651\u064E"sv,
    "\u0654"sv,
    "ی\u0654"sv,
    "ه\u0654"sv,
    "و\u064E"sv,
    "\u0301"sv,
    "a\u0301"sv,
    "a\u0323\u0301"sv,
    "\u0301\u0323"sv,
    "\u0327"sv,
    "\u1100\u1161\u11A8"sv,
    "\u1161"sv,
    // Entities, numbers.
    "&"sv,
    "&amp"sv,
    "&amp;"sv,
    "&amp;amp;"sv,
    "&#"sv,
    "&#38;"sv,
    "&#x26;#"sv,
    "&#1607;"sv,
    "&#9999999"sv,
    "&lt;"sv,
    "1"sv,
    "1,"sv,
    "1.1,"sv,
    "1."sv,
    "1:"sv,
    "1/"sv,
    "1-"sv,
    "٢٫"sv,
    "+1"sv,
    "-1"sv,
    "1 "sv,
    "1a"sv,
    "1ا"sv,
    "12کەس"sv,
    "٪1"sv,
    "½"sv,
    // Emoji and flags.
    "😀"sv,
    "😀\u200D"sv,
    "\u200D😀"sv,
    "🇮"sv,
    "👍🏽"sv,
    "❤\uFE0F"sv,
    "1\uFE0F"sv,
    "1\u20E3"sv,
    "\U000E0067"sv,
    "🏴\U000E0067"sv,
    // Words: long ones, and ones of a few letters.
    "a"sv,
    "ab"sv,
    "K"sv,
    "é"sv,
    "Я"sv,
    "ا"sv,
    "ب"sv,
    "و"sv,
    "ی"sv,
    "وی"sv,
    "وو"sv,
    "بووو"sv,
    "ە"sv,
    "ه"sv,
    "ئ"sv,
    "ل"sv,
    "لله"sv,
    "الله"sv,
    "ب "sv,
    "و "sv,
    "ا و "sv,
    "چاو و "sv,
    "a "sv,
    "کورد "sv,
    "کوردa"sv,
    "aکورد"sv,
    "ر"sv,
    " ر"sv,
    "ه "sv,
    "ye"sv,
    "û"sv,
    "îy"sv,
    "sh"sv,
    "kh"sv,
    "k"sv,
    "’"sv,
    "a’"sv,
    "‘a"sv,
    "a'"sv,
    "i"sv,
    "ii"sv,
    "u "sv,
    "ʔ"sv,
    "t͡ʃ"sv,
    "ć"sv,
    "ćsh"sv,
    "ş"sv,
    "ğ"sv,
    "ṣ"sv,
    "ā"sv,
    "sh,"sv,
    "sh«"sv,
    "kh-"sv,
    "a1"sv,
    "1a,"sv,
    "û-"sv,
    "bû "sv,
    "xwe "sv,
    "ê’"sv,
    // Spaces, line ends, controls, bytes that are no characters.
    " "sv,
    "  "sv,
    "\t"sv,
    "\u00A0"sv,
    "\u3000"sv,
    "\n"sv,
    "a\n"sv,
    "ا\n"sv,
    "\r"sv,
    "\r\n"sv,
    "\0"sv,
    "a\0"sv,
    "\x01"sv,
    "\xFF"sv,
    "\xD9"sv,
    "\xD8\xD8"sv,
    "\xE2\x80"sv,
    "\xF0\x9F\x98"sv,
    "\x80"sv,
    "a\x80"sv,
    "ا\xD9"sv,
    "\uF0B7"sv,
    "ﻻ"sv,
    "ﷺ"sv,
    "ﷲ"sv,
    "ﮫ"sv,
};

std::string repeated(std::string_view unit, std::size_t size) {
  std::string text;
  text.reserve(size + unit.size());
  while (text.size() < size) text += unit;
  return text;
}

void expect_linear(const Operation& operation, const std::string& name, const MakeText& make_text) {
  const std::string failure = cost_failure(operation, make_text);
  EXPECT_TRUE(failure.empty()) << name << ": " << failure;
}

/// The same operations, each with one object for all texts: to clear the memory of words takes longer than to read
/// those few that a repeated unit makes.
std::vector<Operation> with_kept_memory(std::vector<Operation> operations) {
  for (Operation& operation : operations) {
    operation.make = [run = operation.make()] { return run; };
  }
  return operations;
}

/// One unit up to the end.
void expect_linear_for_units(const std::vector<Operation>& operations) {
  for (const Operation& operation : operations) {
    for (const std::string_view unit : kUnits) {
      const auto text = [&](std::size_t size) { return repeated(unit, size); };
      expect_linear(operation, escaped(unit), text);
    }
  }
}

TEST(Complexity, Normalizer) { expect_linear_for_units(normalizer_operations()); }
TEST(Complexity, Tokenizer) { expect_linear_for_units(tokenizer_operations()); }
TEST(Complexity, Transliterator) { expect_linear_for_units(with_kept_memory(transliterator_operations())); }
TEST(Complexity, Counter) { expect_linear_for_units(counter_operations()); }

std::vector<Operation> all_operations(std::vector<Operation> all) {
  for (auto* const make : {normalizer_operations, tokenizer_operations, counter_operations}) {
    for (Operation& operation : make()) all.push_back(std::move(operation));
  }
  return all;
}

/// What opens, then as much that closes; a start that something at the end may look back to.
TEST(Complexity, TwoHalves) {
  constexpr std::pair<std::string_view, std::string_view> kHalves[] = {{"(", ")"},
                                                                       {"«", "»"},
                                                                       {"{", "}"},
                                                                       {"{a", "}}"},
                                                                       {"\"", "a"},
                                                                       {"'", "a"},
                                                                       {"ه", "\u200C"},
                                                                       {"\u200C", "و"},
                                                                       {"\u064E", "ا"},
                                                                       {"ـ", "ه"},
                                                                       {"a", "@"},
                                                                       {"a.", "@b.com"},
                                                                       {"http://a(", ")"},
                                                                       {"&", ";"},
                                                                       {"1,", "a"},
                                                                       {"\u0301", "\u0323"},
                                                                       {" ", "و"},
                                                                       {"\xF0\x9F", "\x80"},
                                                                       {"👨\u200D", "\uFE0F"},
                                                                       {"د.", "ا"},
                                                                       {"و", "ی"},
                                                                       {"@", "#"},
                                                                       {"(", ". "},
                                                                       {"a", "’"}};
  for (const Operation& operation : all_operations(with_kept_memory(transliterator_operations()))) {
    for (const auto& [first, second] : kHalves) {
      const auto text = [&, first = first, second = second](std::size_t size) {
        return repeated(first, size / 2) + repeated(second, size / 2);
      };
      expect_linear(operation, escaped(first) + " then " + escaped(second), text);
    }
  }
}

/// Words that differ, so that no cache knows them.
TEST(Complexity, DifferentWords) {
  const auto text = [](std::size_t size) {
    std::string result;
    for (std::size_t i = 0; result.size() < size; ++i) {
      constexpr std::string_view kLetters[] = {"ب", "ک", "و", "ی", "ن", "ا", "ە", "ر"};
      for (std::size_t rest = i; rest > 0; rest /= 8) result += kLetters[rest % 8];
      result += ' ';
    }
    return result;
  };
  for (const Operation& operation : all_operations(transliterator_operations())) {
    expect_linear(operation, "different words", text);
  }
}

/// Words that collide for the seeds that the source names, which were once those of all hashes.
TEST(Complexity, CollidingWords) {
  static constexpr std::size_t kMore = 4;
  const auto text = [](std::size_t size) {
    std::string result;
    std::array<char, 17> word;  // eight letters of two bytes, and a space
    word.fill(' ');
    for (std::uint64_t i = 0; result.size() < kMore * size; ++i) {
      for (std::uint64_t rest = i, at = 0; at < 16; at += 2, rest /= 10) {
        word[at] = '\xD9';
        word[at + 1] = static_cast<char>(0x81 + rest % 10);
      }
      const base::KeyEdges ends = base::load_key_edges(word.data(), 16, 16);
      const bool is_least = base::hash_key(ends, word.data(), 16, base::kHashSeeds) >> 22 == 0;
      if (is_least) result.append(word.data(), word.size());
    }
    return result;
  };
  for (const Operation& operation : counter_operations()) expect_linear(operation, "colliding words", text);
}

/// Every beginning of what a legacy font writes a letter with.
TEST(Complexity, PrefixesOfFonts) {
  for (const std::string_view font : Normalizer::fonts()) {
    std::set<std::string> prefixes;
    for (const normalize::FontRow& row : normalize::font_rows()) {
      if (normalize::font_names()[row.font] != font) continue;
      std::string prefix;
      for (const normalize::FontSymbol& symbol : row.from) {
        utf8::append(symbol.points.front(), prefix);
        prefixes.insert(prefix);
      }
    }
    EXPECT_FALSE(prefixes.empty());
    for (const Operation& operation : font_operations(font)) {
      for (const std::string& prefix : prefixes) {
        expect_linear(operation, escaped(prefix), [&](std::size_t size) { return repeated(prefix, size); });
      }
    }
  }
}

/// Repetitions of what the rules of the normalizer name.
TEST(Complexity, RandomUnits) {
  const std::vector<Operation> all = all_operations(with_kept_memory(transliterator_operations()));
  const Operation with_all_rules = normalizer_with_all_rules();
  const std::size_t runs = property_runs(1000);
  for (std::size_t i = 0; i < runs; ++i) {
    RandomText random(case_seed(i));
    std::string unit = random.text();
    unit.resize(std::min<std::size_t>(unit.size(), 1 + random.below(24)));
    const Operation& operation = random.below(3) == 0 ? with_all_rules : all[random.below(all.size())];
    expect_linear(operation, escaped(unit), [&](std::size_t size) { return repeated(unit, size); });
  }
}

}  // namespace
}  // namespace sorani::test
