#include "common/cli/values/token_kinds.hpp"

#include <gtest/gtest.h>

#include "common/io/diagnostics.hpp"
#include "support/error_message.hpp"

namespace ku {
namespace {

using sorani::TokenKind;
using sorani::TokenKinds;

TEST(ParseKinds, ReadsNames) {
  EXPECT_EQ(parse_kinds("--types", "word"), TokenKinds({TokenKind::word}));
  EXPECT_EQ(parse_kinds("--types", "url,word,url"), TokenKinds({TokenKind::word, TokenKind::url}));
}

TEST(ParseKinds, RejectsOthers) {
  for (const std::string value : {"", "word,", ",word", "words", "word, url"}) {
    EXPECT_THROW(parse_kinds("--types", value), UsageError) << value;
  }
  EXPECT_EQ(
      sorani::test::error_message<UsageError>([] { parse_kinds("--types", "word,noun"); }),
      "--types: no kind 'noun'; there are: word, number, punctuation, symbol, url, email, hashtag, mention, emoji");
}

TEST(KindNames, AreThoseThatAreParsed) {
  TokenKinds all;
  for (const std::string& name : kind_names()) all |= parse_kinds("--types", name);
  EXPECT_EQ(all, TokenKinds::all());
}

}  // namespace
}  // namespace ku
