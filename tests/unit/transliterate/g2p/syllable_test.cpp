#include "transliterate/g2p/syllable.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "transliterate/g2p/lattice.hpp"
#include "transliterate/g2p/pronouncer.hpp"
#include "transliterate/letters_of.hpp"
#include "transliterate/sounds.hpp"

namespace sorani::transliterate::g2p {
namespace {

/// The syllables that can begin the word, as sounds.
std::vector<std::string> first_syllables(std::string_view word) {
  const auto letters = test::letters_of(word);
  std::array<Syllable, kMaxSyllablesPerLetter> candidates;
  const std::size_t count = syllables_at(letters, 0, Phonotactics::sorani, candidates);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) {
    Reading sounds;
    append_sounds(letters, candidates[i], sounds);
    texts.push_back(test::transcript(sounds));
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Syllables, AreConsonantVowelAndCoda) {
  EXPECT_EQ(first_syllables("با"), Texts{".ba"});
  EXPECT_EQ(first_syllables("بار"), Texts{".bar"});
  EXPECT_EQ(first_syllables("بارک"), (Texts{".ba", ".bark"}));
  EXPECT_EQ(first_syllables("بارا"), Texts{".ba"});
  EXPECT_EQ(first_syllables("ژن"), Texts{".jin"});
  EXPECT_EQ(first_syllables("برا"), Texts{".bi"});
}

TEST(Syllables, TakeWawAndYehForVowelOrGlide) {
  EXPECT_EQ(first_syllables("دوا"), (Texts{".di", ".dwa"}));
  EXPECT_EQ(first_syllables("دوور"), (Texts{".di", ".du", ".dûr"}));
  EXPECT_EQ(first_syllables("پیا"), (Texts{".pi", ".pya"}));
}

TEST(Syllables, BeginWithAVowelWhereNothingElseCan) {
  EXPECT_EQ(first_syllables("ان"), Texts{".an"});
  EXPECT_EQ(first_syllables("و"), (Texts{".u", ".wi"}));
  EXPECT_EQ(first_syllables("ی"), (Texts{".yi", ".î"}));
}

TEST(Syllables, HaveALinkInDoubledWawBehindAVowel) {
  const auto at_third = [](std::string_view word) {
    const auto letters = test::letters_of(word);
    std::array<Syllable, kMaxSyllablesPerLetter> candidates;
    const std::size_t count = syllables_at(letters, 2, Phonotactics::sorani, candidates);
    Texts texts;
    for (std::size_t i = 0; i < count; ++i) {
      Reading sounds;
      append_sounds(letters, candidates[i], sounds);
      texts.push_back(test::transcript(sounds));
    }
    std::sort(texts.begin(), texts.end());
    return texts;
  };
  EXPECT_EQ(at_third("ناوونا"), (Texts{".wu", ".û"}));
  EXPECT_EQ(at_third("ناوو"), Texts{".wu"});
  // Before a vowel it is ww, as in the prefix haw before a stem in w.
  EXPECT_EQ(at_third("ناووا"), (Texts{".wi", ".wwa"}));
  EXPECT_EQ(at_third("هاوونا"), Texts{".wi"});
}

TEST(Syllables, CloseWithThreeConsonantsOnlyAtTheEndOfAWord) {
  const Texts last = first_syllables("مارکس");
  EXPECT_NE(std::find(last.begin(), last.end(), ".marks"), last.end());
  const Texts inside = first_syllables("مارکسی");
  EXPECT_EQ(std::find(inside.begin(), inside.end(), ".marks"), inside.end());
}

/// Words of any letters, however unlikely.
std::vector<std::uint8_t> random_letters(std::mt19937_64& random) {
  std::vector<std::uint8_t> letters(1 + random() % 12);
  // Half of the time few letters, so that hard ones meet.
  const bool few = random() % 2 == 0;
  constexpr std::array<std::uint8_t, 6> kHard{kWaw, kFarsiYeh, kAlef, kAe, kTeh, kReh};
  for (std::uint8_t& letter : letters) {
    letter = few ? kHard[random() % kHard.size()] : static_cast<std::uint8_t>(random() % kLetterCount);
  }
  return letters;
}

TEST(Lattice, HasAReadingForAnyWord) {
  std::mt19937_64 random(1);
  Lattice lattice;
  for (int i = 0; i < 200000; ++i) {
    const std::vector<std::uint8_t> letters = random_letters(random);
    lattice.assign(letters);
    bool ends = false;
    lattice.ending_at(letters.size(), [&](Lattice::Index) { ends = true; });
    ASSERT_TRUE(ends) << testing::PrintToString(letters);
  }
}

/// Pairs of neighbours in the lattice of so many letters that repeat a text, for each letter: what the letter costs.
std::size_t pairs_per_letter(std::string_view repeated) {
  const auto part = test::letters_of(repeated);
  std::vector<std::uint8_t> letters;
  while (letters.size() + part.size() <= Word::kMaxLetters) letters.insert(letters.end(), part.begin(), part.end());
  Lattice lattice;
  lattice.assign(letters);
  std::size_t pairs = 0;
  for (const Syllable& syllable : lattice.syllables()) {
    lattice.ending_at(syllable.begin, [&](Lattice::Index) { ++pairs; });
  }
  return pairs / letters.size();
}

TEST(Lattice, IsNotDenseForAnyWord) {
  constexpr std::string_view kLetters[] = {"و", "ی", "ا", "ب", "س", "ڵ"};
  for (const std::string_view first : kLetters) {
    for (const std::string_view second : kLetters) {
      for (const std::string_view third : kLetters) {
        for (const std::string_view fourth : kLetters) {
          const std::string word = std::string(first).append(second).append(third).append(fourth);
          EXPECT_LE(pairs_per_letter(word), 100U) << word;
        }
      }
    }
  }
}

}  // namespace
}  // namespace sorani::transliterate::g2p
