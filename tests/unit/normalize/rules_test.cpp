// What rules do to harder texts than the example of their row. | stands for a ZWNJ, \u escapes for what cannot be seen.

#include <gtest/gtest.h>

#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>

namespace sorani {
namespace {

struct Row {
  std::string_view before;
  std::string_view after;
};

/// A text with each | as ZWNJ.
std::string with_joiners(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == '|' ? std::string("\u200C") : std::string(1, c);
  return result;
}

template <std::size_t kSize>
void expect_rows(Profile profile, const Row (&rows)[kSize]) {
  NormalizerOptions options;
  options.profile = profile;
  Normalizer normalize(options);
  for (const Row& row : rows) {
    const std::string after = with_joiners(row.after);
    EXPECT_EQ(normalize(with_joiners(row.before)), after) << to_string(profile) << ": " << row.before;
    EXPECT_EQ(normalize(after), after) << to_string(profile) << ", again: " << row.before;
  }
}

TEST(Rules, AllahHasTheLetterHehHoweverItIsTyped) {
  constexpr Row kRows[] = {
      {"الله اللھ اللہ الله| الله\u200D اللـه اللهـ اللة", "الله الله الله الله الله الله الله الله"},
      {"عبداللھ نصرالله| حبیب|اللھ سیفاللہ بالله| واللھ تاللة", "عبدالله نصرالله حبیب|الله سیفالله بالله والله تالله"},
      {"للھ لله| الحمدللھ، الحمدلله|.", "لله لله الحمدلله، الحمدلله."},
      {"عبدالله|یان عبداللھ|یان عبداللہ|یان", "عبدالله|یان عبدالله|یان عبدالله|یان"},
      {"اللهی اللهم باللهجە", "اللهی اللهم باللهجە"},
      {"اللّھ اللّٰھ اللّٰه| اللّٰهُ اللَه", "اللّه اللّٰه اللّٰه اللّٰهُ اللَه"},
      {"اللھ! (اللھ) «الله|» الله|1", "الله! (الله) «الله» الله1"},
      {"گولله گولله|ی كه|لله| ملله|ت", "گوللە گوللەی کەللە مللەت"},
  };
  expect_rows(Profile::standard, kRows);
  constexpr Row kSearch[] = {
      {"عبداللھ عبدالله| عبداللـهـ عبداللَّهِ اللّٰھ", "عبدالله عبدالله عبدالله عبدالله الله"},
      {"عبدالله|یان عبداللھ|یان عبداللهیان", "عبداللهیان عبداللهیان عبداللهیان"},
  };
  expect_rows(Profile::search, kSearch);
  NormalizerOptions options;
  options.heh = Heh::heh_doachashmee;
  EXPECT_EQ(Normalizer(options)("اللھ الله هەموو"), "الله الله ھەموو");
}

TEST(Rules, AnInvisibleBreakBehindHehIsZwnj) {
  constexpr Row kEncoding[] = {
      {"ره\u200Bنگ ره\uFEFFنگ ره\u200Fنگ ره\u00ADنگ ره\u2060نگ ره\u202Cنگ", "ره|نگ ره|نگ ره|نگ ره|نگ ره|نگ ره|نگ"},
      {"ره\u200B\uFEFF\u200Fنگ ره\u2069\u200Bنگ", "ره|نگ ره|نگ"},
      {"نامه\u200B نامه\uFEFF، نامه\u200F", "نامه نامه، نامه"},
      {"ره\u200B|نگ ره|\u200Bنگ", "ره|نگ ره|نگ"},
      {"کورد\u200Bستان ھ\u200Bات", "کوردستان ھات"},
      {"\u2068کتێب\u2069ی \u2068دار\u2069ی \u2068کتێب\u2069 باش", "کتێب|ی داری کتێب باش"},
  };
  expect_rows(Profile::encoding, kEncoding);
  constexpr Row kStandard[] = {
      {"ره\u200Bنگ ره\uFEFFنگ ره\u200Fنگ ره\u200B\u200Bنگ رہ\u200Bنگ", "رەنگ رەنگ رەنگ رەنگ رەنگ"},
      {"نامه\u200B نامه\uFEFF، نامه\u200F", "نامە نامە، نامە"},
      {"گوناه\u200Fی", "گوناه|ی"},
      {"به\u200Bڕێوه\u200Bبه\u200Bر", "بەڕێوەبەر"},
  };
  expect_rows(Profile::standard, kStandard);
}

TEST(Rules, AnInvisibleBreakEndsNoWordOfAMap) {
  NormalizerOptions options;
  options.word_map = "بە\tX\nڕەنگ\tY\n";
  Normalizer normalize(options);
  EXPECT_EQ(normalize("به\u200Bر ڕه\u200Bنگ به\u200B"), "بەر Y X");
}

TEST(Rules, AZwnjBesideATatweelGoesWithIt) {
  constexpr Row kRows[] = {
      {"م|ـ|اڵ مـ|اڵ م|ـاڵ مــ|اڵ م|ــ|اڵ", "ماڵ ماڵ ماڵ ماڵ ماڵ"},
      {"ره|ـنگ هـ|ات گوناهـ|", "رەنگ هات گوناهـ"},
      {"پێ|شکەش", "پێ|شکەش"},
  };
  expect_rows(Profile::standard, kRows);
}

TEST(Rules, AFinalWawThatBelongsToTheWordStays) {
  constexpr Row kRows[] = {
      {"ئه||و له|نا|و شه||و ڕۆژ، خه||و", "ئەو لەناو شەو ڕۆژ، خەو"},
      {"چا|و نا|و ئا|و پیا|و ته|وا|و لێ|و نی|و", "چاو ناو ئاو پیاو تەواو لێو نیو"},
      {"لە|و ڕۆژە بە|و جۆرە", "لەو ڕۆژە بەو جۆرە"},
      {"ئە||وان نا|وی ئە|و|", "ئەوان ناوی ئەو"},
      {"ئیش|و دانا|و توانا|و شا|و نە|و چاکە|و بینا|و", "ئیش و دانا و توانا و شا و نە و چاکە و بینا و"},
      {"کرا|و نووسرا|و دا|و دێ|و", "کرا و نووسرا و دا و دێ و"},
      {"وە|لە|و", "وەلە و"},
  };
  expect_rows(Profile::orthography, kRows);
}

TEST(Rules, TehMarbutaStaysBehindAlef) {
  constexpr Row kRows[] = {
      {"الصلاة حياة وفاة، زكاةی", "الصلاة حیاة وفاة، زکاةی"},
      {"حكومة شارةكان لةسةر الصلاۃ ئةوة", "حکومە شارەکان لەسەر الصلاۃ ئەوە"},
      {"ا\u200Bة اـة", "اة اة"},
  };
  expect_rows(Profile::standard, kRows);
}

TEST(Rules, HighHamzaLettersAreTheKurdishOnes) {
  constexpr Row kRows[] = {{"ٵزاد ڕٶژ ڕٷژ ٸاو", "ئازاد ڕۆژ ڕۆژ ئاو"}};
  expect_rows(Profile::standard, kRows);
}

TEST(Rules, ControlsGoOrSeparate) {
  constexpr Row kRows[] = {
      {"کور\u0001د\u007Fس\u0085تان\u009D \uFFFC", "کوردس تان "},
      {"یەک\u000Bدوو\u000Cسێ\u001Fچوار\u001Cپێنج", "یەک دوو سێ چوار پێنج"},
      {"یەک\tدوو\rسێ\n", "یەک\tدوو\rسێ\n"},
  };
  expect_rows(Profile::encoding, kRows);
}

TEST(Rules, LigaturesOfWordsAreExpandedForSearchOnly) {
  constexpr Row kEncoding[] = {
      {"ﷺ ﷻ ﷴ ﷼ ﷽ \uFDF0", "ﷺ ﷻ ﷴ ﷼ ﷽ \uFDF0"},
      {"عبدﷲ ﷲ، حبیبﷲ ﷲی", "عبدالله الله، حبیب|الله الله|ی"},
      {"ﻻ ﺍﻟﺴﻼﻡ ﶈ", "لا السلام لمح"},
  };
  expect_rows(Profile::encoding, kEncoding);
  constexpr Row kStandard[] = {{"ﷺ ﷻ ﷴ ﷼", "ﷺ ﷻ ﷴ ﷼"}};
  expect_rows(Profile::standard, kStandard);
  constexpr Row kSearch[] = {
      {"محمدﷺفەرمووی", "محمد صلی الله علیە وسلم فەرمووی"},
      {"(ﷻ)، ﷴ", "(جل جلالە)، محمد"},
  };
  expect_rows(Profile::search, kSearch);
}

TEST(Rules, FullwidthAsciiIsFoldedForSearch) {
  constexpr Row kSearch[] = {{"ＫＵＲＤ　２０２１！（ａ～ｚ）", "kurd 2021!(a~z)"}};
  expect_rows(Profile::search, kSearch);
  constexpr Row kStandard[] = {{"Ｋ２", "Ｋ２"}};
  expect_rows(Profile::standard, kStandard);
}

TEST(Rules, WordsOfOtherLanguagesHaveTheirLettersUnified) {
  // As the manual says: kept apart they would need a guess at the language of each word.
  constexpr Row kRows[] = {{"ہم یہاں ٹھیک ہیں", "هم یهاں ٹهیک هیں"}};
  expect_rows(Profile::standard, kRows);
}

TEST(Explain, AMarkAtALineStartIsOnItsLine) {
  Normalizer normalize;
  std::string out;
  std::size_t offset = 0;
  std::string before;
  const auto sink = [&](const Change& change) {
    offset = change.offset;
    before = change.before;
  };
  normalize.explain("ab\n\u0651\u064E x", out, sink);
  EXPECT_EQ(offset, 3u);
  EXPECT_EQ(before, "\u0651\u064E");
}

}  // namespace
}  // namespace sorani
