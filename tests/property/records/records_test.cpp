// JSON Lines: the table of cases, and random JSON, well-formed or damaged.

#include <gtest/gtest.h>

#include <array>
#include <charconv>
#include <fstream>
#include <random>
#include <sorani/utf8.hpp>
#include <string>
#include <string_view>

#include "common/text/escapes/visible.hpp"
#include "records/record_properties.hpp"
#include "support/environment.hpp"

namespace ku::test {
namespace {

using namespace std::string_view_literals;

/// A text of the table: <XX> is the byte of this number.
std::string unescaped(std::string_view field) {
  std::string text;
  for (std::size_t at = 0; at < field.size(); ++at) {
    unsigned byte = 0;
    const bool is_byte = field[at] == '<' && at + 3 < field.size() && field[at + 3] == '>' &&
                         std::from_chars(&field[at + 1], &field[at + 3], byte, 16).ptr == &field[at + 3];
    text += is_byte ? static_cast<char>(byte) : field[at];
    if (is_byte) at += 3;
  }
  return text;
}

std::string shown(std::string_view text) {
  std::string visible;
  append_visible(text, visible);
  return visible;
}

TEST(JsonCases, AreReadAsTheReferenceReadsThem) {
  std::ifstream table(SORANI_TEST_DATA_DIR "/json-cases.tsv");
  std::size_t count = 0;
  for (std::string row; std::getline(table, row);) {
    if (row.empty() || row.starts_with('#')) continue;
    const std::size_t tab = row.find('\t');
    ASSERT_NE(tab, std::string::npos) << row;
    const std::string verdict = row.substr(0, tab);
    const std::string line = unescaped(std::string_view(row).substr(tab + 1));
    EXPECT_EQ(broken_record_property(line, '\0'), "") << row;
    const std::size_t byte = error_byte(line);
    EXPECT_EQ(byte == 0 ? "valid" : std::to_string(byte), verdict) << row;
    ++count;
  }
  EXPECT_GE(count, 200);
}

class RandomJson {
 public:
  explicit RandomJson(std::uint64_t seed) : random_(seed) {}

  std::string object(int depth) {
    std::string text = space() + '{';
    for (std::size_t count = pick(5), i = 0; i < count; ++i) {
      text.append(i == 0 ? "" : ",").append(space()).append("\"").append(name()).append("\"").append(space());
      text.append(":").append(value(depth)).append(space());
    }
    return text + space() + '}' + space();
  }

  /// The text with a few bytes replaced, removed or doubled.
  std::string damaged(std::string text) {
    constexpr auto kBytes =
        "{}[],:\"\\ \t\f\n\x01"
        "0123-+.eEtrufalsn/x"sv;
    for (std::size_t count = 1 + pick(2); count > 0 && !text.empty(); --count) {
      const std::size_t at = pick(text.size());
      switch (pick(4)) {
        case 0:
          text[at] = kBytes[pick(kBytes.size())];
          break;
        case 1:
          text.erase(at, 1 + pick(3));
          break;
        case 2:
          text.insert(at, 1, kBytes[pick(kBytes.size())]);
          break;
        default:
          text.insert(at, text.substr(pick(text.size()), pick(12)));
      }
    }
    return text;
  }

  std::size_t pick(std::size_t count) { return random_() % count; }

 private:
  std::string space() {
    constexpr std::array kSpaces = {"", "", "", " ", "  ", "\t", "\n", "\r", " \n "};
    return kSpaces.at(pick(kSpaces.size()));
  }
  std::string name() {
    constexpr std::array kNames = {"text", "text", "meta", "list", "a/b", "te\\u0078t", "title",     "~",
                                   "0",    "",     "x",    "b\\/", "ناو", "\\\"",       "lis\\u0074"};
    return kNames.at(pick(kNames.size()));
  }
  std::string value(int depth) {
    const std::size_t kind = pick(depth > 4 ? 5 : 9);
    if (kind < 3) return space() + '"' + string() + '"';
    if (kind < 5) return space() + token();
    if (kind < 7) return object(depth + 1);
    std::string text = space() + '[';
    for (std::size_t count = pick(4), i = 0; i < count; ++i) {
      text.append(i == 0 ? "" : ",").append(value(depth + 1)).append(space());
    }
    return text + space() + ']';
  }
  std::string token() {
    constexpr std::array kTokens = {"0",    "-0",    "1.50", "1e400", "-12E-3", "123456789012345678901234567890",
                                    "true", "false", "null", "0.1e+7"};
    return kTokens.at(pick(kTokens.size()));
  }
  std::string string() {
    constexpr std::array kParts = {
        "a",    "b",       "c",       "كورد",           "باش ", "\\n",     "\\\"",    "\\\\",
        "\\/",  "\\u0643", "\\u0000", "\\ud83d\\ude00", "😀",    "\\ud800", "\\udc00", "{\\u0022}",
        "\x7F", "\\t",     "],",      "\\uD83D\\uDE00x"};
    std::string text;
    for (std::size_t count = pick(12); count > 0; --count) text += kParts.at(pick(kParts.size()));
    return text;
  }

  std::mt19937_64 random_;
};

TEST(JsonProperties, HoldForRandomObjects) {
  const std::size_t runs = sorani::test::property_runs(20000);
  for (std::size_t i = 0; i < runs; ++i) {
    RandomJson random(sorani::test::case_seed(i));
    const std::string text = random.object(0);
    ASSERT_EQ(broken_record_property(text, '\0'), "") << "seed " << sorani::test::case_seed(i) << '\n' << shown(text);
  }
}

TEST(JsonProperties, HoldForDamagedObjects) {
  const std::size_t runs = sorani::test::property_runs(60000);
  std::size_t well_formed = 0;
  for (std::size_t i = 0; i < runs; ++i) {
    RandomJson random(sorani::test::case_seed(i));
    std::string text;
    // As in the pipeline, which checks UTF-8 first.
    sorani::replace_invalid_utf8(random.damaged(random.object(2)), text);
    const std::string failure = broken_record_property(text, '\0');
    ASSERT_EQ(failure, "") << "seed " << sorani::test::case_seed(i) << '\n' << shown(text);
    well_formed += error_byte(text) == 0 ? 1 : 0;
  }
  // Damage must leave both kinds.
  EXPECT_GT(well_formed, runs / 50);
  EXPECT_LT(well_formed, runs / 2);
}

}  // namespace
}  // namespace ku::test
