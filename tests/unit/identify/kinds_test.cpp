// Kinds of text that the identifier has not learned from: scripture, encyclopedias, poems, chat. The sentences, in
// tests/data/languages.tsv, are made up for these tests.

#include <gtest/gtest.h>

#include <initializer_list>
#include <sorani/language_identifier.hpp>
#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "tsv.hpp"

namespace sorani {
namespace {

using Spellings = std::initializer_list<std::pair<std::string_view, std::string_view>>;

std::string respelled(std::string text, const Spellings& spellings) {
  text = ' ' + text + ' ';
  for (const auto& [from, to] : spellings) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

class KindsOfText : public testing::Test {
 protected:
  KindsOfText() { EXPECT_GE(file_.rows().size(), 100u); }

  /// Expects that each text, changed by `change`, is in its language; only those in `language` if it is given.
  template <typename Change>
  void expect_known(Change&& change, std::string_view language = {}) {
    LanguageIdentifier identifier;
    for (const tablegen::TsvRow& row : file_.rows()) {
      if (!language.empty() && row["language"] != language) continue;
      const std::string text = change(std::string(row["text"]));
      EXPECT_EQ(to_string(identifier(text)), row["language"]) << row["kind"] << ": " << text;
    }
  }

  tablegen::TsvFile file_{SORANI_TEST_DATA_DIR "/languages.tsv", {"language", "kind", "text"}};
};

TEST_F(KindsOfText, AreKnown) {
  expect_known([](const std::string& text) { return text; });
}

TEST_F(KindsOfText, AreKnownAfterNormalization) {
  Normalizer normalize;
  expect_known([&](const std::string& text) { return normalize(text); });
}

TEST_F(KindsOfText, AreKnownWithoutDiacritics) {
  const Spellings kPlain{{"ڕ", "ر"}, {"ڵ", "ل"}, {"ۆ", "و"}, {"ێ", "ی"}};
  expect_known([&](const std::string& text) { return respelled(text, kPlain); }, "ckb-Arab");
}

TEST_F(KindsOfText, AreKnownFromAnArabicKeyboard) {
  const Spellings kArabic{{"ڕ", "ر"}, {"ڵ", "ل"}, {"ۆ", "و"}, {"ێ", "ي"}, {"ی", "ي"}, {"ک", "ك"},
                          {"ە", "ه"}, {"گ", "ك"}, {"پ", "ب"}, {"چ", "ج"}, {"ژ", "ز"}, {"ڤ", "ف"}};
  expect_known([&](const std::string& text) { return respelled(text, kArabic); }, "ckb-Arab");
}

TEST_F(KindsOfText, AreKnownFromAPersianKeyboard) {
  const Spellings kPersian{{"ڕ", "ر"}, {"ڵ", "ل"}, {"ۆ", "و"}, {"ێ", "ی"}, {"وو", "و"}, {"ە ", "ه "}, {"ە", "ه\u200C"}};
  expect_known([&](const std::string& text) { return respelled(text, kPersian); }, "ckb-Arab");
}

}  // namespace
}  // namespace sorani
