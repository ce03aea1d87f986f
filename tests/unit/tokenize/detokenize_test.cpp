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

TEST(Detokenize, KeepsLines) {
  EXPECT_EQ(joined("یەک .\n\n\" دوو\nسێ \" چوار"), "یەک.\n\n\"دوو\nسێ \"چوار");
  EXPECT_EQ(joined(std::string_view("a .\0b", 5), '\0'), std::string("a.\0b", 4));
  EXPECT_EQ(joined(""), "");
  EXPECT_EQ(joined("  یەک   ،  دوو "), "یەک، دوو");
}

TEST(Detokenize, UndoesTheTokenizerWhereTheSpacingIsUsual) {
  for (const std::string_view text :
       {"مستەفا، سەرۆکی «کۆمپانیا» (نوێ) وتی: \"ئەوە باشە\". ٢٢/٨/٢٠٢١ هات؟ بەڵێ! 72% زیاتر؛ هتد...",
        "د. ئەحمەد لە www.example.org نووسی."}) {
    std::string tokens;
    Tokenizer().append_spaced(text, tokens);
    EXPECT_EQ(joined(tokens), text);
  }
}

}  // namespace
}  // namespace sorani
