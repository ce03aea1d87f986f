#include "address/address.hpp"

#include <gtest/gtest.h>

#include <array>
#include <sorani/tokenizer.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/random_bytes.hpp"

namespace sorani::address {
namespace {

constexpr std::array<std::string_view, 5> kNames{"none", "url", "email", "hashtag", "mention"};

std::string found(std::string_view text) {
  std::string result;
  for (Address next = find(text); next.kind != Kind::none; next = find(text, next.end)) {
    result.append(result.empty() ? "" : " ").append(kNames[static_cast<std::size_t>(next.kind)]).append("[");
    result.append(text.substr(next.begin, next.end - next.begin)).append("]");
  }
  return result;
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(found(row.text), row.expected) << row.text;
}

TEST(Address, WithAScheme) {
  check({
      {"http://example.org", "url[http://example.org]"},
      {"HTTPS://Example.Org/A", "url[HTTPS://Example.Org/A]"},
      {"ftp://example.org/f.txt git://example.org/x.git", "url[ftp://example.org/f.txt] url[git://example.org/x.git]"},
      {"http://localhost", "url[http://localhost]"},
      {"http://localhost:8080/x", "url[http://localhost:8080/x]"},
      {"http://192.168.0.1:80", "url[http://192.168.0.1:80]"},
      {"http://nawa:secret@example.org/x", "url[http://nawa:secret@example.org/x]"},
      {"http://nawa@example.org", "url[http://nawa@example.org]"},
      {"http://my_host.example.org/", "url[http://my_host.example.org/]"},
      {"http://", ""},
      {"http:// باش", ""},
      {"http:///x", ""},
      {"http://?", ""},
      {"://example", ""},
      {"http:/example", ""},
      // A scheme ends the word or address before it.
      {"word.http://a.org", "url[http://a.org]"},
      {"a.org.http://b.org", "url[a.org] url[http://b.org]"},
      {"http://a.http://b", "url[http://a] url[http://b]"},
      {"xhttp://a.org", "url[xhttp://a.org]"},
      {"éhttp://x", ""},
  });
}

TEST(Address, WithoutAScheme) {
  check({
      {"www.example.org", "url[www.example.org]"},
      {"WWW.EXAMPLE.ORG/x", "url[WWW.EXAMPLE.ORG/x]"},
      {"www.x", "url[www.x]"},
      {"www.", ""},
      {"www..x", ""},
      {"example.krd", "url[example.krd]"},
      {"news.example.krd:8080/x?y=1#z", "url[news.example.krd:8080/x?y=1#z]"},
      {"EXAMPLE.KRD", "url[EXAMPLE.KRD]"},
      {"Example.krd", "url[Example.krd]"},
      // Two sentences without a space between.
      {"end.At", ""},
      {"foo.bar", ""},
      {"file_name.txt", ""},
      {"example.krd.bar", ""},
      {"3.14", ""},
      {"example", ""},
      {".krd", ""},
      {"-example.krd-", "url[example.krd]"},
      {"example..krd", ""},
      {"exa-mple.krd", "url[exa-mple.krd]"},
      {"example.krd:", "url[example.krd]"},
      {"example.krd:کورد", "url[example.krd]"},
  });
}

TEST(Address, IsNoPartOfAWord) {
  check({
      {"don't.com", ""},
      {"a_b.com", ""},
      {"café.com", ""},
      {"caféx.com", ""},
      {"e\u0301x.com", ""},
      {"example.comé", ""},
      {"example.comЯ", ""},
      {"٢example.com", ""},
      {"a\u200Eb.com", ""},
      {"ab\u200E.com", ""},
      {"1\u20E3example.krd", "url[example.krd]"},
  });
}

TEST(Address, MayBeGluedToKurdishWords) {
  check({
      {"بڕۆhttp://example.org", "url[http://example.org]"},
      {"بڕۆwww.example.org", "url[www.example.org]"},
      {"باشە.example.krd", "url[example.krd]"},
      {"بۆnawa@example.org", "email[nawa@example.org]"},
      {"example.krdەوە", "url[example.krd]"},
      {"nawa@example.orgی", "email[nawa@example.org]"},
      {"www.example.netەوە", "url[www.example.net]"},
      {"http://example.netدا", "url[http://example.net]"},
      {"بە\u200Cexample.krd\u200Cەوە", "url[example.krd]"},
  });
}

TEST(Address, WithHostsOfOtherLetters) {
  check({
      {"http://کوردستان.krd/x", "url[http://کوردستان.krd/x]"},
      {"http://کوردستان", "url[http://کوردستان]"},
      {"http://کورد٢x.org", "url[http://کورد]"},
      {"www.ماڵپەڕ.کورد", "url[www.ماڵپەڕ.کورد]"},
      {"http://نامه\u200Cکان.org", "url[http://نامه\u200Cکان.org]"},
      {"http://کورد\u200C باش", "url[http://کورد]"},
      {"http://münchen.de/x", "url[http://münchen.de/x]"},
      {"http://پهول-ناو.krd", "url[http://پهول-ناو.krd]"},
      {"کوردستان.krd", ""},
  });
}

TEST(Address, Tail) {
  check({
      {"http://a.org/b?c=d&e=f#g", "url[http://a.org/b?c=d&e=f#g]"},
      {"http://a.org?q=1", "url[http://a.org?q=1]"},
      {"http://a.org/wiki/کوردستان_و_ژیان", "url[http://a.org/wiki/کوردستان_و_ژیان]"},
      {"http://a.org/نامه\u200Cکان\u200C", "url[http://a.org/نامه\u200Cکان]"},
      {"http://a.org/%DA%A9x", "url[http://a.org/%DA%A9x]"},
      // Brackets.
      {"(http://a.org/b_(c))", "url[http://a.org/b_(c)]"},
      {"(http://a.org/b)", "url[http://a.org/b]"},
      {"(http://a.org/b)ە", "url[http://a.org/b]"},
      {"(http://a.org/b),http://c.org", "url[http://a.org/b] url[http://c.org]"},
      {"[http://a.org/?x[]=1]", "url[http://a.org/?x[]=1]"},
      {"{http://a.org/{b}}", "url[http://a.org/{b}]"},
      {"http://a.org/b(", "url[http://a.org/b]"},
      {"(example.krd)", "url[example.krd]"},
      {"([)http://a.org/(b]", "url[http://a.org/(b]"},
      // Quotation marks.
      {"\"http://a.org/b\"", "url[http://a.org/b]"},
      {"«http://a.org/b»", "url[http://a.org/b]"},
      {"“www.a.org”", "url[www.a.org]"},
      {"'http://a.org/b'", "url[http://a.org/b]"},
      {"<http://a.org/b>", "url[http://a.org/b]"},
      {"`http://a.org/b`", "url[http://a.org/b]"},
      {"http://a.org/x\\nb", "url[http://a.org/x]"},
      // Punctuation after it.
      {"http://a.org/b.", "url[http://a.org/b]"},
      {"http://a.org/b,c,", "url[http://a.org/b,c]"},
      {"http://a.org/b?!...", "url[http://a.org/b]"},
      {"http://a.org/b،", "url[http://a.org/b]"},
      {"http://a.org/b؟ باش", "url[http://a.org/b]"},
      {"http://a.org/b؛c", "url[http://a.org/b]"},
      {"http://a.org…", "url[http://a.org]"},
      {"http://a.org/", "url[http://a.org/]"},
      {"http://a.org/#", "url[http://a.org/]"},
      {"http://a.org/x\u00A0y", "url[http://a.org/x]"},
      {"http://a.org/x\u200By", "url[http://a.org/x]"},
      {"http://a.org/x\u200F", "url[http://a.org/x]"},
  });
}

TEST(Address, Email) {
  check({
      {"nawa@example.org", "email[nawa@example.org]"},
      {"first.last+tag%x@mail.example.org", "email[first.last+tag%x@mail.example.org]"},
      {"o'neil@example.org", "email[o'neil@example.org]"},
      {"'nawa'@example.org", "mention[@example.org]"},
      {"(nawa@example.org)", "email[nawa@example.org]"},
      {"mailto:nawa@example.org.", "email[nawa@example.org]"},
      {"<nawa@example.org>,<a@b.org>", "email[nawa@example.org] email[a@b.org]"},
      {"a@b.org،c@d.org", "email[a@b.org] email[c@d.org]"},
      {"-a@b.org-", "email[a@b.org]"},
      {"#a@b.org", "email[a@b.org]"},
      {"a@b", ""},
      {"a@b.c", ""},
      {"a@1.2.3.44", ""},
      {"a@-b.org", ""},
      {"a@b..org", ""},
      {"a@b.orgé", ""},
      {"a@", ""},
      {"user@host", ""},
      {"user@host.xn--p1ai", "email[user@host.xn--p1ai]"},
      // A host behind an @ is no web address.
      {"ناو@example.org", ""},
  });
}

TEST(Address, NoLongerThanTheStandardsAllow) {
  const std::string label(63, 'a');
  const std::string mailbox(64, 'm');
  const std::string host = label + '.' + label + '.' + label + '.' + std::string(57, 'b') + ".krd";
  ASSERT_EQ(host.size(), 253);
  EXPECT_EQ(found(host), "url[" + host + "]");
  EXPECT_EQ(found('a' + host), "");
  EXPECT_EQ(found(mailbox + "@" + host), "email[" + mailbox + "@" + host + "]");
  EXPECT_EQ(found(mailbox + "@" + "a" + host), "");
  EXPECT_EQ(found(mailbox + "m@example.org"), "");
  // A scheme leaves no doubt.
  EXPECT_EQ(found("http://a" + host), "url[http://a" + host + "]");
}

TEST(Address, HashtagAndMention) {
  check({
      {"#تاگ", "hashtag[#تاگ]"},
      {"#کوردستان_ئازاد!", "hashtag[#کوردستان_ئازاد]"},
      {"#نامه\u200Cکان", "hashtag[#نامه\u200Cکان]"},
      {"#2021", ""},
      {"#2021دا", "hashtag[#2021دا]"},
      {"@name", "mention[@name]"},
      {"@first.last.", "mention[@first.last]"},
      {"@user_1،", "mention[@user_1]"},
      {"@1", "mention[@1]"},
      {"@_", ""},
      {"a#b", ""},
      {"کورد@name", ""},
      {"##b", ""},
      {"@ #", ""},
      {"#\uFE0F\u20E3a", ""},
      {"#a#b", "hashtag[#a]"},
      {"@a@b", "mention[@a]"},
      {"@name@example.org", "email[name@example.org]"},
      {"#example.krd", "hashtag[#example]"},
      {"#کوردwww.example.org", "hashtag[#کورد] url[www.example.org]"},
      {"@http://example.org", "url[http://example.org]"},
  });
}

TEST(Address, MasksAreNone) {
  check({
      {"<url>", ""},
      {"<email>", ""},
      {"<url>.com", ""},
      {"<url>_b.com", ""},
      {"<url>'b@c.com", ""},
      {"<url>ەوە", ""},
      {"<email>@b.com", "mention[@b.com]"},
      {"x@<email>.com", ""},
  });
}

/// What the grammar turns on.
std::string random_text(test::RandomBytes& random) {
  using namespace std::string_view_literals;
  static constexpr std::string_view kPieces[] = {
      "a"sv,      "b"sv,       "a"sv,      "b"sv,   "com"sv, ".com"sv,   ".krd"sv,   "http://"sv, "www."sv,
      "x.org"sv,  "n@x.org"sv, "@"sv,      "#"sv,   "."sv,   "."sv,      "-"sv,      "_"sv,       "+"sv,
      "%"sv,      "'"sv,       ":"sv,      "/"sv,   "?"sv,   "("sv,      ")"sv,      "["sv,       "]"sv,
      "<"sv,      ">"sv,       "\""sv,     "«"sv,   "،"sv,   "’"sv,      ","sv,      "1"sv,       "23"sv,
      "٢"sv,      "کورد"sv,    "د"sv,      "é"sv,   "Я"sv,   "\u0301"sv, "\u064E"sv, "\u20E3"sv,  "\uFE0F"sv,
      "\u200C"sv, "\u200F"sv,  "\u200B"sv, "ـ"sv,   "½"sv,   " "sv,      "\u00A0"sv, "\n"sv,      "😀"sv,
      "\xFF"sv,   "\xD9"sv,    "A"sv,      "://"sv, "://"sv, "\\"sv};
  std::string text;
  for (std::size_t n = 1 + random.below(14); n > 0; --n) text += kPieces[random.below(std::size(kPieces))];
  return text;
}

TEST(Address, TheTokenizerFindsTheSame) {
  test::RandomBytes random(12);
  for (int i = 0; i < 50000; ++i) {
    const std::string text = random_text(random);
    for (const bool split : {false, true}) {
      std::string tokens;
      Tokenizer({.split_digits = split})(text, [&](const Token& token) {
        if (token.kind < TokenKind::url || token.kind > TokenKind::mention) return;
        tokens.append(tokens.empty() ? "" : " ").append(to_string(token.kind)).append("[").append(token.text);
        tokens.append("]");
      });
      ASSERT_EQ(tokens, found(text)) << text << (split ? " split" : "");
    }
  }
}

TEST(Address, NothingIsFoundWhereMasksStand) {
  test::RandomBytes random(13);
  for (int i = 0; i < 50000; ++i) {
    const std::string text = random_text(random);
    // Any choice of kinds may be masked.
    for (const auto& [urls, emails] : {std::pair(true, true), std::pair(true, false), std::pair(false, true)}) {
      const auto is_masked = [urls = urls, emails = emails](Kind kind) {
        return (urls && kind == Kind::url) || (emails && kind == Kind::email);
      };
      std::string masked;
      std::size_t done = 0;
      for (Address next = find(text); next.kind != Kind::none; next = find(text, next.end)) {
        if (!is_masked(next.kind)) continue;
        masked.append(text, done, next.begin - done).append(next.kind == Kind::url ? "<url>" : "<email>");
        done = next.end;
      }
      masked.append(text, done);
      for (Address next = find(masked); next.kind != Kind::none; next = find(masked, next.end)) {
        ASSERT_FALSE(is_masked(next.kind)) << text << "\n" << masked << "\n" << next.begin;
      }
    }
  }
}

}  // namespace
}  // namespace sorani::address
