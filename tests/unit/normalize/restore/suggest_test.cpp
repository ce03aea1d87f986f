// The spellings that a word may be meant to have.

#include <gtest/gtest.h>

#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace sorani {
namespace {

struct Row {
  std::size_t offset;
  std::string word;
  std::string text;
  double cost;
};

std::vector<Row> suggestions(std::string_view text, std::size_t count, const NormalizerOptions& options = {}) {
  std::vector<Row> rows;
  Normalizer(options).suggest(text, count, [&](const Suggestion& found) {
    rows.push_back({found.offset, std::string(found.word), std::string(found.text), found.cost});
  });
  return rows;
}

/// The spellings, separated by spaces.
std::string spellings(std::string_view text, std::size_t count) {
  std::string all;
  for (const Row& row : suggestions(text, count)) all.append(all.empty() ? "" : " ").append(row.text);
  return all;
}

TEST(Suggest, ListsTheBestSpellingsFirst) {
  struct Expected {
    std::string_view typed;
    std::size_t count;
    std::string_view spellings;
  };
  for (const Expected& row : std::vector<Expected>{
           {"دستان خوش بیت", 1, "دەستان خۆش بێت"},
           {"بو", 2, "بۆ بوو"},
           {"شةرم", 1, "شەرم"},  // ة for ە
           {"زوَر", 1, "زۆر"},    // a mark of a legacy font
           {"كورد", 1, "کورد"},  // the letters of another keyboard
           {"", 3, ""},
           {"abc 12 #!", 3, ""},  // no word in the Arabic script
           {"زور", 0, ""},
       }) {
    EXPECT_EQ(spellings(row.typed, row.count), row.spellings) << row.typed;
  }
}

TEST(Suggest, BeginsWithWordsThatStay) {
  EXPECT_EQ(spellings("کتێبخانە", 5), "کتێبخانە");                         // holds Kurdish letters
  EXPECT_EQ(spellings("ئێمە خوش بووین", 2), "ئێمە خوش خۆش بووین بووینە");  // a line in Kurdish letters
  EXPECT_EQ(suggestions("ب", 9)[0].text, "ب");                             // stands for itself
  EXPECT_EQ(suggestions("ٹھک", 9)[0].cost, 60);                            // cannot be read
  EXPECT_EQ(suggestions("ٹھک", 9).size(), 1u);
}

TEST(Suggest, TellsWordsByTheirCost) {
  const double known = suggestions("کوردستان", 1)[0].cost;
  const double plausible = suggestions("کوردستێنەکە", 1)[0].cost;
  const double nonsense = suggestions("ژڤێێژڤجێعەژ", 1)[0].cost;
  EXPECT_LT(known, plausible);
  EXPECT_LT(plausible, nonsense);
  EXPECT_LE(nonsense, 60);
}

TEST(Suggest, GivesPlaces) {
  const std::vector<Row> rows = suggestions("زور،\nخوش", 1);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].offset, 0u);
  EXPECT_EQ(rows[0].word, "زور");
  EXPECT_EQ(rows[1].offset, 9u);
  EXPECT_EQ(rows[1].word, "خوش");
}

TEST(Suggest, WritesSpellingsAsTheRulesDo) {
  EXPECT_EQ(suggestions("روژ", 1, {.profile = Profile::orthography})[0].text, "ڕۆژ");
  EXPECT_EQ(suggestions("هات", 1, {.heh = Heh::heh_doachashmee})[0].text, "ھات");
  EXPECT_EQ(suggestions("زور", 1, {.word_map = "زۆر\tگەلێک\n"})[0].text, "گەلێک");
}

TEST(Suggest, ListsFewerAsTheBeginOfMore) {
  for (const std::string_view word : {"بو", "دستان", "خوش", "كرد", "نةمينئ"}) {
    const std::vector<Row> all = suggestions(word, kMaxSuggestions);
    EXPECT_LE(all.size(), kMaxSuggestions);
    for (std::size_t count = 1; count <= all.size(); ++count) {
      const std::vector<Row> some = suggestions(word, count);
      ASSERT_EQ(some.size(), count);
      EXPECT_EQ(some.back().text, all[count - 1].text) << word;
    }
  }
  EXPECT_EQ(suggestions("بو", 1000).size(), suggestions("بو", kMaxSuggestions).size());
}

}  // namespace
}  // namespace sorani
