#include <gtest/gtest.h>

#include <cstddef>
#include <map>
#include <sorani/normalizer.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "code_points.hpp"
#include "tsv.hpp"

namespace sorani {
namespace {

const tablegen::TsvFile& examples() {
  static const tablegen::TsvFile file(SORANI_TEST_DATA_DIR "/published-examples.tsv",
                                      {"source", "options", "input", "theirs", "ours", "reason"});
  return file;
}

/// `text` with each \uXXXX as the character it stands for.
std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) != "\\u") {
      out += text[i];
      continue;
    }
    const auto c = static_cast<char32_t>(std::stoul(std::string(text.substr(i + 2, 4)), nullptr, 16));
    out += tablegen::to_utf8(std::u32string(1, c));
    i += 5;
  }
  return out;
}

const std::map<std::string, Digits> kDigits{
    {"keep", Digits::keep}, {"latin", Digits::latin}, {"arabic", Digits::arabic}, {"persian", Digits::persian}};

/// The options of a command line of ku-norm, as the examples use them.
NormalizerOptions parse(const std::string& options) {
  NormalizerOptions result;
  std::istringstream words(options);
  std::string name;
  std::string value;
  while (words >> name >> value) {
    if (name == "-p") {
      result.profile = profile_of(value).value();
    } else if (name == "-r") {
      result.rules = value;
    } else if (name == "--digits") {
      result.digits = kDigits.at(value);
    } else if (name == "--heh") {
      result.heh = value == "06be" ? Heh::heh_doachashmee : Heh::arabic_heh;
    } else if (name == "--from") {
      result.font = value;
    } else {
      throw std::runtime_error("unknown option " + name);
    }
  }
  return result;
}

TEST(PublishedExamples, ComeOutAsTheTableSays) {
  ASSERT_GT(examples().rows().size(), 40u);
  for (const tablegen::TsvRow& row : examples().rows()) {
    const std::string& expected = row["reason"].empty() ? row["theirs"] : row["ours"];
    Normalizer normalize(parse(row["options"]));
    EXPECT_EQ(normalize(unescape(row["input"])), unescape(expected)) << "line " << row.line() << ": " << row["source"];
  }
}

TEST(PublishedExamples, ADifferenceHasAReason) {
  for (const tablegen::TsvRow& row : examples().rows()) {
    EXPECT_EQ(row["reason"].empty(), row["ours"].empty()) << "line " << row.line();
    if (!row["reason"].empty()) {
      EXPECT_NE(row["theirs"], row["ours"]) << "line " << row.line();
    }
  }
}

}  // namespace
}  // namespace sorani
