#include "transliterate/g2p/pronouncer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "transliterate/g2p/features/lexicon_features.hpp"
#include "transliterate/letters_of.hpp"
#include "transliterate/sounds.hpp"

namespace sorani::transliterate {
namespace {

using namespace g2p;

std::string read(std::string_view word) {
  Reading reading;
  Pronouncer().viterbi(test::letters_of(word), reading);
  return test::transcript(reading);
}

TEST(Pronouncer, FindsTheUnwrittenVowel) {
  EXPECT_EQ(read("من"), ".min");
  EXPECT_EQ(read("ژن"), ".jin");
  EXPECT_EQ(read("کردن"), ".kir.din");
  EXPECT_EQ(read("برا"), ".bi.ra");
  EXPECT_EQ(read("دڵ"), ".dił");
  EXPECT_EQ(read("بەرز"), ".berz");
  EXPECT_EQ(read("دەست"), ".dest");
}

TEST(Pronouncer, TellsVowelsFromGlides) {
  EXPECT_EQ(read("کورد"), ".kurd");
  EXPECT_EQ(read("دوور"), ".dûr");
  EXPECT_EQ(read("ئاوی"), ".ʔa.wî");
  EXPECT_EQ(read("یاری"), ".ya.rî");
  EXPECT_EQ(read("پیاو"), ".pyaw");
  EXPECT_EQ(read("خوێندن"), ".xwên.din");
}

TEST(Pronouncer, KeepsTheIOfANounBeforeTheArticle) {
  EXPECT_EQ(read("هۆگرەکان"), ".ho.gi.re.kan");
  EXPECT_EQ(read("پیرێژنەکە"), ".pî.rê.ji.ne.ke");
  EXPECT_EQ(read("مەزنەکانی"), ".me.zi.ne.ka.nî");
  EXPECT_EQ(read("ئاسایشەکەی"), ".ʔa.sa.yi.şe.key");
  // But not the one that the lexicon says it loses.
  EXPECT_EQ(read("کۆترەکان"), ".kot.re.kan");
  EXPECT_EQ(read("فاشیزمەکەی"), ".fa.şîz.me.key");
  EXPECT_EQ(read("فاشیزم"), ".fa.şî.zim");
  // û is uw there.
  EXPECT_EQ(read("دانیشتووەکان"), ".da.nîş.tu.we.kan");
}

TEST(Pronouncer, ReadsDoubledWawBehindVowelsAsALink) {
  EXPECT_EQ(read("ئاووهەوا"), ".ʔa.wu.he.wa");
  EXPECT_EQ(read("ئاووهەوای"), ".ʔa.wu.he.way");
  EXPECT_EQ(read("ناوونیشان"), ".na.wu.nî.şan");
  EXPECT_EQ(read("ناوونیشانەکەم"), ".na.wu.nî.şa.ne.kem");
  EXPECT_EQ(read("داوود"), ".da.wud");
  EXPECT_EQ(read("تاووسێک"), ".ta.wu.sêk");
  EXPECT_EQ(read("لەووڵاتە"), ".le.wu.ła.te");
  // At the end it is و of the stem and the conjunction.
  EXPECT_EQ(read("چاوو"), ".ça.wu");
  EXPECT_EQ(read("شەوو"), ".şe.wu");
  EXPECT_EQ(read("نووسراوو"), ".nûs.ra.wu");
  // Behind a stem in a vowel it is the conjunction alone.
  EXPECT_EQ(read("پلەووپایە"), ".pi.le.û.pa.ye");
  EXPECT_EQ(read("قسەووباسەکان"), ".qi.se.û.ba.se.kan");
  // The prefix haw before w, and bû behind a prefix.
  EXPECT_EQ(read("هاووڵاتییەک"), ".haw.wi.ła.tî.yek");
  EXPECT_EQ(read("بۆهاووڵاتی"), ".bo.haw.wi.ła.tî");
  EXPECT_EQ(read("نەبوونەتە"), ".ne.bû.ne.te");
}

TEST(Pronouncer, NeverReadsTwoWBeforeIBehindAVowelButInHaw) {
  constexpr std::array<std::uint8_t, 4> kVowels{kAlef, kAe, kOe, kYehWithSmallV};
  constexpr std::array<std::uint8_t, 3> kConsonants{kBeh, kReh, kSheen};
  Reading reading;
  for (const std::uint8_t vowel : kVowels) {
    for (const std::uint8_t consonant : kConsonants) {
      for (const std::uint8_t last : {kAlef, kFarsiYeh, kMeem}) {
        Pronouncer().viterbi(std::array<std::uint8_t, 6>{kBeh, vowel, kWaw, kWaw, consonant, last}, reading);
        EXPECT_EQ(test::transcript(reading).find("w.wi"), std::string::npos) << test::transcript(reading);
      }
    }
  }
}

TEST(Pronouncer, DropsTheLastIOfStemsThatLoseItBeforeVowels) {
  EXPECT_EQ(read("هێرش"), ".hê.riş");
  EXPECT_EQ(read("هێرشی"), ".hêr.şî");
  EXPECT_EQ(read("هێرشەکانیان"), ".hêr.şe.kan.yan");
  EXPECT_EQ(read("هێرشدا"), ".hê.riş.da");
  EXPECT_EQ(read("عەقڵ"), ".ƹe.qił");
  EXPECT_EQ(read("عەقڵەکە"), ".ƹeq.łe.ke");
  EXPECT_EQ(read("زوڵمێک"), ".zuł.mêk");
  // Participles and nouns in -iş keep it.
  EXPECT_EQ(read("شۆڕشێک"), ".şo.ři.şêk");
  EXPECT_EQ(read("ئاسایشی"), ".ʔa.sa.yi.şî");
  EXPECT_EQ(read("حاکمەکان"), ".ḧa.ki.me.kan");
}

TEST(Pronouncer, JoinsFricativesThatBeginAVerbToAShortPrefix) {
  EXPECT_EQ(read("دەفرۆشن"), ".def.ro.şin");
  EXPECT_EQ(read("بفرۆشم"), ".bif.ro.şim");
  EXPECT_EQ(read("دەشکێنم"), ".deş.kê.nim");
  EXPECT_EQ(read("نەفرۆشێت"), ".nef.ro.şêt");
  // Behind a long vowel and before stops the i stays.
  EXPECT_EQ(read("ڕاسپاردن"), ".řa.si.par.din");
  EXPECT_EQ(read("دەگرن"), ".de.gi.rin");
  EXPECT_EQ(read("دەکڕم"), ".de.ki.řim");
}

TEST(Pronouncer, PutsIBetweenPastStemsAndBun) {
  EXPECT_EQ(read("کردبووم"), ".kir.di.bûm");
  EXPECT_EQ(read("نەگرتبێت"), ".ne.gir.ti.bêt");
  EXPECT_EQ(read("سووتاندبوویان"), ".sû.tan.di.bû.yan");
  EXPECT_EQ(read("زانیبووم"), ".za.nî.bûm");
}

TEST(Pronouncer, ReadsWordsOfTheLexiconAsItSays) {
  EXPECT_EQ(read("کابرا"), ".kab.ra");
  EXPECT_EQ(read("بزنس"), ".biz.nis");
  EXPECT_EQ(read("بێوڵام"), ".bê.wi.łam");
  EXPECT_EQ(read("کۆبکاتەوە"), ".ko.bi.ka.te.we");
  // Other readings are still listed, and cost more.
  std::vector<RatedReading> several;
  Pronouncer().k_best(test::letters_of("کابرا"), 2, several);
  ASSERT_EQ(several.size(), 2u);
  EXPECT_GT(several[1].cost, several[0].cost + 10);
}

TEST(Pronouncer, KeepsYBehindTheConsonantOfLoans) {
  EXPECT_EQ(read("سیاسەتی"), ".sya.se.tî");
  EXPECT_EQ(read("نیازی"), ".nya.zî");
}

TEST(Pronouncer, ReadsNothingAsNothing) {
  Reading reading{{Phoneme::a, true}};
  Pronouncer().viterbi({}, reading);
  EXPECT_TRUE(reading.empty());
  std::vector<RatedReading> several(1);
  Pronouncer().k_best({}, 3, several);
  EXPECT_TRUE(several.empty());
}

std::vector<std::uint8_t> random_word(std::mt19937_64& random, std::size_t longest) {
  std::vector<std::uint8_t> letters(1 + random() % longest);
  const bool hard = random() % 2 == 0;
  constexpr std::array<std::uint8_t, 8> kHard{kWaw, kFarsiYeh, kAlef, kAe, kTeh, kReh, kSeen, kYehWithHamzaAbove};
  for (std::uint8_t& letter : letters) {
    letter = hard ? kHard[random() % kHard.size()] : static_cast<std::uint8_t>(random() % kLetterCount);
  }
  return letters;
}

/// The letters that sounds are written with. Of two ways to write the same, the letters of the word decide.
bool spells(const Reading& reading, std::span<const std::uint8_t> letters) {
  static const std::string_view kLetters[kPhonemeCount] = {
      "ئ", "ا", "ب", "پ", "ت", "ج", "چ", "ح", "خ", "د", "ر",  "ڕ", "ز", "ژ", "س", "ش", "ع", "غ", "ف",
      "ڤ", "ق", "ک", "گ", "ل", "ڵ", "م", "ن", "و", "و", "وو", "ۆ", "ه", "ە", "ی", "ی", "ێ", ""};
  std::string text;
  for (const Sound& sound : reading) text += kLetters[static_cast<std::size_t>(sound.phoneme)];
  const std::vector<std::uint8_t> spelled = test::letters_of(text);
  return std::equal(spelled.begin(), spelled.end(), letters.begin(), letters.end());
}

TEST(Pronouncer, KeepsEveryLetterOfAnyWord) {
  std::mt19937_64 random(3);
  Pronouncer pronouncer;
  Reading reading;
  for (int i = 0; i < 20000; ++i) {
    const std::vector<std::uint8_t> letters = random_word(random, 14);
    pronouncer.viterbi(letters, reading);
    ASSERT_TRUE(spells(reading, letters)) << testing::PrintToString(letters) << ' ' << test::transcript(reading);
    ASSERT_TRUE(reading.front().starts_syllable);
  }
}

TEST(Pronouncer, ReadsTheBeginningOfWordsThatAreTooLong) {
  const std::vector<std::uint8_t> letters(1000, kBeh);
  Reading reading, same;
  Pronouncer().viterbi(letters, reading);
  Pronouncer().viterbi(std::span(letters).first(Pronouncer::kMaxWordLetters), same);
  EXPECT_EQ(reading, same);
}

TEST(Pronouncer, HasTheBestReadingFirstAndEachOnce) {
  std::mt19937_64 random(4);
  Pronouncer pronouncer;
  Reading best;
  std::vector<RatedReading> several;
  for (int i = 0; i < 3000; ++i) {
    const std::vector<std::uint8_t> letters = random_word(random, 10);
    pronouncer.viterbi(letters, best);
    pronouncer.k_best(letters, 5, several);
    ASSERT_FALSE(several.empty());
    ASSERT_LE(several.size(), 5u);
    std::set<std::string> seen;
    for (std::size_t n = 0; n < several.size(); ++n) {
      if (n > 0) {
        ASSERT_GE(several[n].cost, several[n - 1].cost);
      }
      ASSERT_TRUE(spells(several[n].sounds, letters))
          << testing::PrintToString(letters) << ' ' << test::transcript(several[n].sounds);
      ASSERT_TRUE(seen.insert(test::transcript(several[n].sounds)).second) << test::transcript(several[n].sounds);
    }
    // Of readings that cost the same, any can be the best.
    const auto same = std::find_if(several.begin(), several.end(), [&](const auto& r) { return r.sounds == best; });
    ASSERT_NE(same, several.end());
    ASSERT_EQ(same->cost, several.front().cost);
  }
}

/// The obvious way: tries every reading.
class Exhaustive {
 public:
  explicit Exhaustive(const std::vector<std::uint8_t>& letters) {
    word_.assign(letters, built_in_model().lexicon);
    lattice_.assign(word_.letters());
    go_on(0, 0, nullptr);
  }
  int best() const { return best_; }
  int count() const { return count_; }

 private:
  int weight(FeatureKey key) const { return built_in_model().scores.weight(key); }

  void go_on(std::size_t letter, int score, const Syllable* before) {
    if (letter == word_.letters().size()) {
      best_ = count_++ == 0 ? score : std::max(best_, score);
      return;
    }
    for (const Syllable& syllable : lattice_.syllables()) {
      if (syllable.begin != letter) continue;
      int sum = score;
      const auto add = [&](FeatureKey key) { sum += weight(key); };
      const SyllableView view(word_, syllable);
      syllable_features(word_, view, add);
      letter_roles(view, [&](int at, Role role) { letter_features(word_, at, role, add); });
      lexicon_features(word_, view, add);
      sum -= kDisagreementPenalty * lexicon_disagreements(word_, view);
      if (before != nullptr) pair_features(word_, SyllableView(word_, *before), view, add);
      go_on(syllable.end, sum, &syllable);
    }
  }

  Word word_;
  Lattice lattice_;
  int best_ = 0;
  int count_ = 0;
};

TEST(Pronouncer, FindsWhatTryingEveryReadingFinds) {
  std::mt19937_64 random(5);
  Pronouncer pronouncer;
  std::vector<RatedReading> several;
  for (int i = 0; i < 3000; ++i) {
    const std::vector<std::uint8_t> letters = random_word(random, 8);
    const Exhaustive exhaustive(letters);
    pronouncer.k_best(letters, 1000, several);
    ASSERT_EQ(several.size(), static_cast<std::size_t>(exhaustive.count()));
    ASSERT_DOUBLE_EQ(several.front().cost, -exhaustive.best() * built_in_model().scale);
  }
}

}  // namespace
}  // namespace sorani::transliterate
