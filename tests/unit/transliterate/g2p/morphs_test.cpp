#include "transliterate/g2p/lexicon/morphs.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "transliterate/g2p/letters.hpp"
#include "transliterate/g2p/model.hpp"
#include "transliterate/letters_of.hpp"

namespace sorani::transliterate::g2p {
namespace {

/// The kinds of the morphs of a word, each with its length: "prefix 2, stem 4".
std::string morphs_of(std::string_view word) {
  const std::vector<std::uint8_t> letters = test::letters_of(word);
  Morphs morphs;
  morphs.assign(letters, built_in_model().lexicon);
  std::string text;
  for (int at = 0; at < static_cast<int>(letters.size()); ++at) {
    if (!morphs[at].is_first) continue;
    if (!text.empty()) text += ", ";
    constexpr std::string_view kNames[] = {"prefix", "stem", "verb", "suffix", "unknown"};
    text += kNames[static_cast<std::size_t>(morphs[at].kind)];
    text += ' ';
    text += std::to_string(morphs[at].length);
  }
  return text;
}

TEST(Morphs, CoverWordsWithStemsAndAffixes) {
  EXPECT_EQ(morphs_of("کوردستان"), "stem 6");  // six letters and more make no difference
  EXPECT_EQ(morphs_of("کتێبەکانیان"), "stem 4, suffix 6");
  EXPECT_EQ(morphs_of("ژژژ"), "unknown 1, unknown 1, unknown 1");
}

/// Whether i follows the last letter but one of a stem, as the lexicon reads it in a word.
bool has_last_i(std::string_view stem, std::string_view suffix) {
  const std::vector<std::uint8_t> letters = test::letters_of(std::string(stem) + std::string(suffix));
  Morphs morphs;
  morphs.assign(letters, built_in_model().lexicon);
  return morphs[static_cast<int>(stem.size() / 2) - 2].reading.i_follows;
}

TEST(Morphs, LoseTheLastIBeforeVowelsIfTheLexiconSaysSo) {
  EXPECT_TRUE(has_last_i("حوکم", ""));
  EXPECT_TRUE(has_last_i("حوکم", "مان"));
  EXPECT_TRUE(has_last_i("حوکم", "یان"));
  EXPECT_FALSE(has_last_i("حوکم", "ەکە"));
  EXPECT_FALSE(has_last_i("حوکم", "ی"));
  EXPECT_FALSE(has_last_i("حوکم", "ێک"));
  EXPECT_TRUE(has_last_i("شۆڕش", "ەکە"));
}

TEST(Morphs, CoverEveryLetterOnce) {
  for (const std::string_view word : {"کتێبخانەکەیان", "دەیانناسین", "ا", "ووووووو", "هەڵبژاردنەکانیشیان"}) {
    const std::vector<std::uint8_t> letters = test::letters_of(word);
    Morphs morphs;
    morphs.assign(letters, built_in_model().lexicon);
    bool begins = true;
    for (int at = 0; at < static_cast<int>(letters.size()); ++at) {
      EXPECT_EQ(morphs[at].is_first, begins) << word << ' ' << at;
      if (begins) {
        EXPECT_EQ(morphs[at].begin, at) << word;
      }
      begins = morphs[at].is_last;
    }
    EXPECT_TRUE(begins) << word;
  }
}

TEST(Morphs, AreCutOffWhereWordsAreTooLong) {
  const std::vector<std::uint8_t> letters(1000, kBeh);
  Morphs morphs;
  morphs.assign(letters, built_in_model().lexicon);
  EXPECT_TRUE(morphs[Morphs::kMaxLetters - 1].is_last);
}

}  // namespace
}  // namespace sorani::transliterate::g2p
