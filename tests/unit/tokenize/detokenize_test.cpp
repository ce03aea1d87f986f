// Tokens joined into ordinary text again.

#include <gtest/gtest.h>

#include <sorani/detokenize.hpp>
#include <sorani/tokenizer.hpp>
#include <string>
#include <string_view>

namespace sorani {
namespace {

std::string joined(std::string_view tokens, char line_end = '\n') {
  std::string out;
  append_detokenized(tokens, out, line_end);
  return out;
}

TEST(Detokenize, LeavesOutTheSpacesThatTextHasNot) {
  EXPECT_EQ(joined("سڵاو ، جیهان !"), "سڵاو، جیهان!");
  EXPECT_EQ(joined("( یەک ) « دوو » [ ٣ ] : چوار ؟"), "(یەک) «دوو» [٣]: چوار؟");
  EXPECT_EQ(joined("وتی \" باش \" ، ' بەڵێ ' ."), "وتی \"باش\"، 'بەڵێ'.");
  EXPECT_EQ(joined("باش \" . و بەڵێ \""), "باش\". و بەڵێ\"");
  EXPECT_EQ(joined("72 % و % 72"), "72% و %72");
  EXPECT_EQ(joined("@user #کورد -5 😀 a_b"), "@user #کورد -5 😀 a_b");
}

TEST(Detokenize, KeepsTheSpacesOfDashes) {
  EXPECT_EQ(joined("ئەو - ئەم"), "ئەو - ئەم");
  EXPECT_EQ(joined("ئەو-ئەم"), "ئەو-ئەم");
  EXPECT_EQ(joined("١٩٩١ - ١٩٩٢ و ١٩٩١-١٩٩٢"), "١٩٩١ - ١٩٩٢ و ١٩٩١-١٩٩٢");
  EXPECT_EQ(joined("ئەو -- ئەم – ئەوان"), "ئەو -- ئەم – ئەوان");
  EXPECT_EQ(joined("- نان"), "- نان");
  EXPECT_EQ(joined("لە خوارەوە : - نان"), "لە خوارەوە:- نان");
}

TEST(Detokenize, JoinsTheHyphenOfALabelAtTheStartOfALine) {
  EXPECT_EQ(joined("A - ئەو - ئەم"), "A- ئەو - ئەم");
  EXPECT_EQ(joined("أ - نان\n١٢ - ئاو\n1 -"), "أ- نان\n١٢- ئاو\n1-");
  EXPECT_EQ(joined("ئەو A - ئەم"), "ئەو A - ئەم");
  EXPECT_EQ(joined("هەولێر - سلێمانی"), "هەولێر - سلێمانی");
  EXPECT_EQ(joined("2021 - 2022"), "2021 - 2022");
  EXPECT_EQ(joined("1 -- نان"), "1 -- نان");
}

TEST(Detokenize, JoinsSignsToTheirNumbers) {
  EXPECT_EQ(joined("$ 5 و 5 $ و € 7 و £ 3 ."), "$5 و 5$ و €7 و £3.");
  EXPECT_EQ(joined("5 % ، % 5 و $ و % نان"), "5%، %5 و $ و % نان");
  EXPECT_EQ(joined("کوڕ / کچ و 1932 / 26ی گوڵان"), "کوڕ/کچ و 1932 / 26ی گوڵان");
  EXPECT_EQ(joined("نان ; ئاو"), "نان; ئاو");
  EXPECT_EQ(joined("# 1 C # باشە"), "#1 C # باشە");
}

TEST(Detokenize, SeesTheSideOfQuotationMarks) {
  EXPECT_EQ(joined("وتی : ” باش “ ، “ بەڵێ ” ، „ نا “ ، ’ نا ‘ ."), "وتی: ”باش“، “بەڵێ”، „نا“، ’نا‘.");
  EXPECT_EQ(joined("” یەک ” و “ دوو “ و \" سێ \" و ' چوار ' و '' پێنج ''"),
            "”یەک” و “دوو“ و \"سێ\" و 'چوار' و ''پێنج''");
  EXPECT_EQ(joined("« ئەو ” باش “ بوو »"), "«ئەو ”باش“ بوو»");
  EXPECT_EQ(joined("( \" باش \" )"), "(\"باش\")");
  // One was left out before the second of them.
  EXPECT_EQ(joined("باش \" . وتی : \" باش \" ."), "باش\". وتی: \"باش\".");
}

TEST(Detokenize, JoinsEndingsToClosingMarks) {
  EXPECT_EQ(joined("( WHO ) ی « کورد » ەکان \" ئەم \" ە 5 % ی ” ئەو “ یش"), "(WHO)ی «کورد»ەکان \"ئەم\"ە 5%ی ”ئەو“یش");
  EXPECT_EQ(joined("\" ئەم \" یان \" ئەو \" و \" ئەو \" یان خوێند"), "\"ئەم\" یان \"ئەو\" و \"ئەو\"یان خوێند");
  EXPECT_EQ(joined("( ئەم ) یان ئەو"), "(ئەم) یان ئەو");
  EXPECT_EQ(joined("کورد ی ، ی"), "کورد ی، ی");
}

TEST(Detokenize, JoinsWhatPartsAnEndingFromItsNumber) {
  EXPECT_EQ(joined("2011 - ش ، 8-10 - ی گوڵان و ٢٠٢١ - دا"), "2011-ش، 8-10-ی گوڵان و ٢٠٢١-دا");
  EXPECT_EQ(joined("1990 ' ان و 2021 ’ دا و 5 % - ی و « نان » - ەکە"), "1990'ان و 2021’دا و 5%-ی و «نان»-ەکە");
  EXPECT_EQ(joined("2021 - نان و ئەو - ی و 2021 -- ی"), "2021 - نان و ئەو - ی و 2021 -- ی");
  // The mark closes what it has opened.
  EXPECT_EQ(joined("وتی ' ساڵی 2021 ' ی"), "وتی 'ساڵی 2021'ی");
}

TEST(Detokenize, KeepsLines) {
  EXPECT_EQ(joined("یەک .\n\n\" دوو\nسێ \" چوار"), "یەک.\n\n\"دوو\nسێ \"چوار");
  EXPECT_EQ(joined(std::string_view("a .\0b", 5), '\0'), std::string("a.\0b", 4));
  EXPECT_EQ(joined(""), "");
  EXPECT_EQ(joined("  یەک   ،  دوو "), "یەک، دوو");
}

TEST(Detokenize, UndoesTheTokenizerWhereTheSpacingIsUsual) {
  for (const std::string_view text :
       {"مستەفا، سەرۆکی «کۆمپانیا» (نوێ) وتی: \"ئەوە باشە\". ٢٢/٨/٢٠٢١ هات؟ بەڵێ! 72% زیاتر؛ هتد...",
        "د. ئەحمەد لە www.example.org نووسی.", "ئەو - ئەم، ئەو-ئەم؛ ١٩٩١ - ١٩٩٢ و 1991-1992.",
        "ساڵی 2011-ش، 8-10-ی گوڵان، ساڵانی 1990'ان.", "أ- نانی ”باش“ی (WHO)یە.", "نرخی $5 و 5% و 7$ بوو; کوڕ/کچ.",
        "وتی: „باش“، ’نا‘ و ''بەڵێ''ەکەی."}) {
    std::string tokens;
    Tokenizer().append_spaced(text, tokens);
    EXPECT_EQ(joined(tokens), text);
  }
}

}  // namespace
}  // namespace sorani
