// What a token is, kind by kind.

#include <gtest/gtest.h>

#include <array>
#include <sorani/tokenizer.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace sorani {
namespace {

/// The tokens of a text, with a bar between them.
std::string cut(std::string_view text, const TokenizerOptions& options = {}) {
  std::string out;
  for (const Token& token : Tokenizer(options).tokens(text)) {
    if (!out.empty()) out += '|';
    out += token.text;
  }
  return out;
}

/// The kinds of the tokens of a text.
std::vector<TokenKind> kinds(std::string_view text) {
  std::vector<TokenKind> list;
  for (const Token& token : Tokenizer().tokens(text)) list.push_back(token.kind);
  return list;
}

/// The whole text is one token of this kind, also between words and with a comma after it.
void expect_one(TokenKind kind, std::string_view text) {
  EXPECT_EQ(cut(text), text);
  EXPECT_EQ(kinds(text), std::vector{kind}) << text;
  const std::string within = "ئەمە " + std::string(text) + "، لێرە";
  EXPECT_EQ(cut(within), "ئەمە|" + std::string(text) + "|،|لێرە");
}

TEST(Tokenizer, CutsWordsAndSigns) {
  EXPECT_EQ(cut("سڵاو، جیهان!"), "سڵاو|،|جیهان|!");
  EXPECT_EQ(cut("«کتێب» (نوێ): [١]؛ \"باش\"؟"), "«|کتێب|»|(|نوێ|)|:|[|١|]|؛|\"|باش|\"|؟");
  EXPECT_EQ(cut("هات.پاشان ڕۆیشت."), "هات|.|پاشان|ڕۆیشت|.");
  EXPECT_EQ(cut(""), "");
  EXPECT_EQ(cut(" \t\n "), "");
}

TEST(Tokenizer, GivesOffsetsInBytes) {
  std::vector<std::size_t> offsets;
  Tokenizer()("نان، ئاو\n\nچا", [&](const Token& token) { offsets.push_back(token.offset); });
  EXPECT_EQ(offsets, (std::vector<std::size_t>{0, 6, 9, 17}));
}

TEST(Tokenizer, KeepsWordsWhole) {
  expect_one(TokenKind::word, "کوردستان");
  expect_one(TokenKind::word, "ده\u200Cچم");    // zero width non-joiner inside
  expect_one(TokenKind::word, "نامه\u200C");    // and at the end
  expect_one(TokenKind::word, "كـــوردي");      // not normalized
  expect_one(TokenKind::word, "مُحَمَّد");          // vowel marks
  expect_one(TokenKind::word, "ئازا\u200Fدی");  // an invisible control inside
  expect_one(TokenKind::word, "Kurdîstan");
  expect_one(TokenKind::word, "don't");
  expect_one(TokenKind::word, "Qur\u2019an");
  expect_one(TokenKind::word, "SARS-CoV-2");
  expect_one(TokenKind::word, "COVID-19");
  expect_one(TokenKind::word, "سیاسی-ئابووری");
  expect_one(TokenKind::word, "کۆڤید-١٩");
  expect_one(TokenKind::word, "کورد-گەل-نامە");
  expect_one(TokenKind::word, "هەولێر\u2010سلێمانی");
  expect_one(TokenKind::word, "WHO-ی");
  expect_one(TokenKind::word, "file_name.txt");
  expect_one(TokenKind::word, "Facebookدا");
  expect_one(TokenKind::word, "Курдистан");
}

TEST(Tokenizer, PartsWordsAtOtherSigns) {
  EXPECT_EQ(cut("سارس - کۆڤ"), "سارس|-|کۆڤ");
  EXPECT_EQ(cut("سارس-"), "سارس|-");
  EXPECT_EQ(cut("سارس--کۆڤ سارس–کۆڤ"), "سارس|--|کۆڤ|سارس|–|کۆڤ");
  EXPECT_EQ(cut("أ-نان هـ-نان 1-نان -نان"), "أ|-|نان|هـ|-|نان|1|-|نان|-|نان");  // labels of items
  EXPECT_EQ(cut("کوڕ/کچ"), "کوڕ|/|کچ");
  EXPECT_EQ(cut("'ئازادی'"), "'|ئازادی|'");
  EXPECT_EQ(cut("end.Start"), "end|.|Start");
  EXPECT_EQ(cut("\u200Fکورد\u200F \u200Cباش"), "کورد|باش");
}

TEST(Tokenizer, KnowsNumbers) {
  for (const std::string_view number :
       {"12", "٣٫١٤", "3.14", "۱٬۰۰۰٬۰۰۰", "1,000,000", "1.000.000", "٢٢/٨/٢٠٢١", "2021-08-22", "22.8.2021", "12:30",
        "١٢:٣٠:٤٥", "2019-2020", "٢٠١٩–٢٠٢٠", "-5", "+964", "\u22127", "½"}) {
    expect_one(TokenKind::number, number);
  }
  EXPECT_EQ(cut("72% و %72 و ٪٧٢ و 5$ و €5"), "72|%|و|%|72|و|٪|٧٢|و|5|$|و|€|5");
  EXPECT_EQ(cut("لە ١. پاشان (12.5)، 3,4,"), "لە|١|.|پاشان|(|12.5|)|،|3,4|,");
  EXPECT_EQ(cut("کتێب -5"), "کتێب|-5");
  EXPECT_EQ(cut("(-5)"), "(|-5|)");
}

TEST(Tokenizer, KeepsNumbersWholeAtDirectionalMarks) {
  for (const std::string_view number :
       {"٢٢\u200F/٨\u200F/٢٠٢١", "١٢\u200E:٣٠", "٣\u200F٫\u200F١٤", "1\u200E,\u200E000", "22\u061C.\u061C8",
        "0750\u200F-123\u200F-4567", "+\u200E964", "-\u200F5", "2019\u200F–2020", "12\u200E\u200F:\u200F\u200E30"}) {
    expect_one(TokenKind::number, number);
  }
  expect_one(TokenKind::word, "COVID\u200E-19");
  EXPECT_EQ(cut("\u200E+964\u200F-750 \u200F٢٢/٨\u200F"), "+964\u200F-750|٢٢/٨");
  EXPECT_EQ(cut("12\u200F: 30"), "12|:|30");
  EXPECT_EQ(cut("١٢\u200F،\u200F١٣"), "١٢|،|١٣");
  // Embeddings and isolates enclose a text of their own, and other controls mean something else.
  EXPECT_EQ(cut("\u202A22/8\u202C/2021"), "22/8|/|2021");
  EXPECT_EQ(cut("\u206612\u2069:\u206630\u2069"), "12|:|30");
  EXPECT_EQ(cut("12\u00AD:30"), "12|:|30");
}

TEST(Tokenizer, KeepsDigitsAndLettersTogetherUnlessAskedNotTo) {
  expect_one(TokenKind::word, "٢٠٢١دا");
  expect_one(TokenKind::word, "3ی");
  expect_one(TokenKind::word, "2.5ملیۆن");
  expect_one(TokenKind::word, "H2O");
  const TokenizerOptions split{.split_digits = true};
  EXPECT_EQ(cut("ساڵی ٢٠٢١دا 12:30ی 50هەزار", split), "ساڵی|٢٠٢١|دا|12:30|ی|50|هەزار");
  EXPECT_EQ(cut("SARS-CoV-2 H2O", split), "SARS-CoV|-|2|H|2|O");
  EXPECT_EQ(cut("کۆڤید-١٩ سارس-کۆڤ", split), "کۆڤید|-|١٩|سارس-کۆڤ");
}

TEST(Tokenizer, KnowsAbbreviations) {
  for (const std::string_view word : {"پ.د.ک", "پ.د.ک.", "پ.ی.", "د.", "U.S.A.", "پ.هـ.ك", "ی.ن.کی", "هتد.", "Prof."}) {
    EXPECT_EQ(cut(std::string(word) + " ئازاد"), std::string(word) + "|ئازاد");
  }
  EXPECT_EQ(cut("د. ئەحمەد و د.قادر"), "د.|ئەحمەد|و|د.|قادر");
  EXPECT_EQ(cut("أ.د.محەمەد"), "أ.د.|محەمەد");
  EXPECT_EQ(cut("ف. کەریم هات."), "ف.|کەریم|هات|.");
  EXPECT_EQ(cut("5 كم. دوورە"), "5|كم.|دوورە");
  EXPECT_EQ(cut("کتێب، هتد..."), "کتێب|،|هتد|...");
  EXPECT_EQ(cut("بەشی ف."), "بەشی|ف|.");
  EXPECT_EQ(cut("ئا. گۆران، ئۆ.سالار و ئێ."), "ئا.|گۆران|،|ئۆ.|سالار|و|ئێ|.");
  EXPECT_EQ(cut("Apple Inc. و No. 5 تاد. باش"), "Apple|Inc.|و|No.|5|تاد.|باش");
  EXPECT_EQ(cut("”باش“ە. ئەم ”کورد“ی. ئەو “ف. کەریم”"), "”|باش|“|ە|.|ئەم|”|کورد|“|ی|.|ئەو|“|ف.|کەریم|”");
  EXPECT_EQ(cut("ئەوە \"باش\"ە. ئەم (کورد)ە. ئەو \"ف. کەریم\""),
            "ئەوە|\"|باش|\"|ە|.|ئەم|(|کورد|)|ە|.|ئەو|\"|ف.|کەریم|\"");
}

TEST(Tokenizer, KnowsAddresses) {
  for (const std::string_view url :
       {"https://www.example.org/a_(b)?q=1&r=2#top", "http://example.org", "www.example.org", "example.krd",
        "HTTPS://Example.Org/", "http://localhost:8080/x", "https://example.org/کورد", "ftp://example.org/f.txt"}) {
    expect_one(TokenKind::url, url);
  }
  expect_one(TokenKind::email, "name.surname+tag@mail.example.org");
  EXPECT_EQ(cut("(www.example.org). (http://a.org/b)."), "(|www.example.org|)|.|(|http://a.org/b|)|.");
  EXPECT_EQ(cut("example.comدا هەیە"), "example.com|دا|هەیە");
  EXPECT_EQ(cut("a@b.org, x"), "a@b.org|,|x");
  EXPECT_EQ(cut("http:// و a@b"), "http|:|//|و|a|@|b");
  // Glued to a word, a number, an abbreviation, a sign.
  EXPECT_EQ(cut("بڕۆhttp://a.org باشە.www.a.orgدا"), "بڕۆ|http://a.org|باشە|.|www.a.org|دا");
  EXPECT_EQ(cut("word.http://a.org 1,2http://x"), "word|.|http://a.org|1,2http|:|//|x");
  EXPECT_EQ(cut("پ.د.a@b.org +1@b.org #تاگwww.a.org"), "پ.د.|a@b.org|+|1@b.org|#تاگ|www.a.org");
  EXPECT_EQ(cut("(http://a.org/b)ە http://localhost"), "(|http://a.org/b|)|ە|http://localhost");
}

TEST(Tokenizer, KnowsHashtagsAndMentions) {
  expect_one(TokenKind::hashtag, "#کوردستان_ئازاد");
  expect_one(TokenKind::hashtag, "#نامه\u200Cکان");
  expect_one(TokenKind::mention, "@user_1");
  expect_one(TokenKind::mention, "@first.last");
  EXPECT_EQ(cut("#1 @ x"), "#|1|@|x");
  EXPECT_EQ(cut("@user."), "@user|.");
}

TEST(Tokenizer, KnowsEmoji) {
  for (const std::string_view emoji : {"😀", "👍🏽", "👨‍👩‍👧‍👦", "🇮🇶", "❤️", "1️⃣",
                                       "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏳️‍🌈"})
    expect_one(TokenKind::emoji, emoji);
  EXPECT_EQ(cut("😀😀🇮🇶🇮🇷باش"), "😀|😀|🇮🇶|🇮🇷|باش");
  expect_one(TokenKind::symbol, "©");
}

TEST(Tokenizer, KeepsRepeatedSignsTogether) {
  for (const std::string_view signs : {"...", "!!!", "؟!", "?!", "…", "--", "''"}) {
    expect_one(TokenKind::punctuation, signs);
  }
  EXPECT_EQ(cut("باش،، باش"), "باش|،،|باش");
  EXPECT_EQ(cut("((باش))"), "(|(|باش|)|)");
  EXPECT_EQ(cut("!؛"), "!|؛");
}

TEST(Tokenizer, AcceptsAnyBytes) {
  EXPECT_EQ(cut("کورد\xFF\xFEباش"), "کورد|\xFF\xFE|باش");
  EXPECT_EQ(cut(std::string_view("a\0b", 3)), "a|b");
  EXPECT_EQ(cut("\xD9"), "\xD9");
  EXPECT_EQ(kinds("\uF0B7"), std::vector{TokenKind::symbol});
}

TEST(Tokenizer, ReadsInBatchesOfAnySize) {
  const std::string_view text = "یەک دوو 3، چوار: «پێنج» شەش. حەوت هەشت نۆ دە 12:30 یازدە";
  const std::string whole = cut(text);
  for (std::size_t size = 1; size < 8; ++size) {
    std::vector<Token> batch(size);
    std::string joined;
    std::size_t at = 0;
    while (const std::size_t count = Tokenizer().read(text, at, batch)) {
      for (std::size_t i = 0; i < count; ++i) joined.append(joined.empty() ? "" : "|").append(batch[i].text);
    }
    EXPECT_EQ(joined, whole) << size;
  }
}

TEST(Tokenizer, NamesItsKinds) {
  for (std::size_t i = 0; i < kTokenKindCount; ++i) {
    const auto kind = static_cast<TokenKind>(i);
    EXPECT_EQ(token_kind(to_string(kind)), kind);
  }
  EXPECT_EQ(token_kind("noun"), std::nullopt);
}

}  // namespace
}  // namespace sorani
