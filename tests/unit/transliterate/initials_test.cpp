// Letters that stand for themselves: initials, abbreviations, labels, units.

#include <gtest/gtest.h>

#include <sorani/transliterator.hpp>
#include <string>
#include <string_view>

namespace sorani {
namespace {

std::string to_latin(std::string_view text, TransliteratorOptions options = {}) {
  return Transliterator(options)(text);
}

std::string readings(std::string_view text) {
  std::string rows;
  Transliterator().readings(text, 5, [&](const WordReading& reading) {
    rows += std::string(reading.word) + '=' + std::string(reading.text) + ' ';
  });
  return rows;
}

TEST(Initials, KeepToTheirLetters) {
  EXPECT_EQ(to_latin("د. ئازاد و م. ئازاد"), "d. azad û m. azad");
  EXPECT_EQ(to_latin("د.ئازاد"), "d.azad");
  EXPECT_EQ(to_latin("پ.ی.د و ی.ن.ک"), "p.y.d û y.n.k");
  EXPECT_EQ(to_latin("پ. ی. د."), "p. y. d.");
  EXPECT_EQ(to_latin("پ.د.ک، پ.د.کی، پ.د.کەوە"), "p.d.k, p.d.kî, p.d.kewe");
  EXPECT_EQ(to_latin("(د.خ) ساڵی ١٠ پ.ز"), "(d.x) sałî 10 p.z");
  EXPECT_EQ(to_latin("ئا. ئازاد، د.ئا.ب"), "a. azad, d.a.b");
  EXPECT_EQ(to_latin("هـ. ئازاد، پ.هـ.ک"), "h. azad, p.h.k");
}

TEST(Initials, WithASignForALetterKeepTheVowelBehindIt) {
  EXPECT_EQ(to_latin("ع. ئازاد، ئ. ئازاد"), "’i. azad, i. azad");
  EXPECT_EQ(to_latin("ع. ئازاد، ئ. ئازاد", {.scheme = "phonemic"}), "ƹ. ʔazad, ʔ. ʔazad");
  EXPECT_EQ(to_latin("ع. ئازاد", {.scheme = "wergor"}), "ë. azad");
}

TEST(Initials, AreReadTheSameInEveryWayOfWriting) {
  EXPECT_EQ(to_latin("پ.ی.د، د. ئازاد", {.scheme = "ipa"}), "p.j.d, d. ʔäzäd");
  EXPECT_EQ(to_latin("پ.ی.د، د. ئازاد", {.scheme = "bgn"}), "p.y.d, d. azad");
  EXPECT_EQ(to_latin("پ.ی.د، د. ئازاد", {.scheme = "strict"}), "p.y.d، d. ʾazad");
  EXPECT_EQ(to_latin("پ.ی.د، د. ئازاد", {.syllables = true}), "p.y.d, d. a.zad");
  EXPECT_EQ(readings("د.خ ٥ کم"), "د=d خ=x کم=km ");
}

TEST(Initials, OfWAndYNeedAWordBesideThem) {
  EXPECT_EQ(to_latin("و. ئازاد، ی. ئازاد"), "w. azad, y. azad");
  EXPECT_EQ(to_latin("د. و. ئازاد، د. ی."), "d. w. azad, d. y.");
  EXPECT_EQ(to_latin("د.ئۆ.ی، ئا.و"), "d.o.y, a.w");
  EXPECT_EQ(to_latin("نان و... نان و."), "nan û... nan û.");
  EXPECT_EQ(to_latin("نان و ئاو، (نان)ی ئاو، (نان)ی. ١٤ی. ئاو"), "nan û aw, (nan)î aw, (nan)î. 14î. aw");
}

TEST(Letters, AreLabelsUnitsAndEndings) {
  EXPECT_EQ(to_latin("أ- نان ب- ئاو (ج) نان د/ ئاو هـ: نان"), "a- nan b- aw (c) nan d/ aw h: nan");
  EXPECT_EQ(to_latin("ب - نان، پیتی ش"), "b - nan, pîtî ş");
  EXPECT_EQ(to_latin("ب، پ، ت"), "b, p, t");
  EXPECT_EQ(to_latin("٢٠٠م، ١٩٩٠ز، م٢، ل ٥، پ1/ نان"), "200m, 1990z, m2, l 5, p1/ nan");
  EXPECT_EQ(to_latin("(کورد)ن لە «نان»م لە \"نان\"م لە ”نان“م لە"), "(kurd)n le «nan»m le \"nan\"m le ”nan“m le");
}

TEST(Letters, AreWordsBeforeAnotherWord) {
  EXPECT_EQ(to_latin("چ نان و چ ئاو"), "çi nan û çi aw");
  EXPECT_EQ(to_latin("(چ نان) «چ نان» \"چ نان\" ”چ نان“"), "(çi nan) «çi nan» \"çi nan\" ”çi nan“");
  EXPECT_EQ(to_latin("نان،چ ئاو"), "nan,çi aw");
  EXPECT_EQ(to_latin("ئەحمەد أحمد"), "eḧmed eḧmed");
}

TEST(Letters, DependOnWhatFollowsThePiece) {
  std::string out;
  Transliterator transliterator;
  transliterator.append("چ ", out, Fragment::first);
  transliterator.append("نان", out, Fragment::last);
  EXPECT_EQ(out, "çi nan");
}

TEST(Abbreviations, WithoutAVowelKeepToTheirLetters) {
  EXPECT_EQ(to_latin("هتد. هتد وهتد"), "htd. htd whtd");
  EXPECT_EQ(to_latin("٥ کم، ١٠سم، ٣ ملم. ٢ کغم"), "5 km, 10sm, 3 mlm. 2 kẍm");
  EXPECT_EQ(to_latin("دک. ئازاد"), "dk. azad");
}

TEST(Abbreviations, ThatAreWordsToo) {
  EXPECT_EQ(to_latin("سمی ئەسپ، سم."), "simî esp, sim.");
  EXPECT_EQ(to_latin("ئەو بڕ."), "ew biř.");
  EXPECT_EQ(to_latin("بڕ. ل. ٥"), "bř. l. 5");
}

TEST(Initials, ComeBackAsTheyWere) {
  constexpr std::string_view kText =
      "د. ئازاد، پ.ی.د، ی.ن.ک، پ. ی. د.، هـ. ئازاد، ع. و ئ. نان، (د.خ)، هتد. ٥ کم، ب- نان";
  for (const TransliterationScheme& scheme : Transliterator::schemes()) {
    const std::string name(scheme.name);
    const std::string latin = to_latin(kText, {.scheme = name});
    EXPECT_EQ(to_latin(latin, {.scheme = name, .reverse = true}), kText) << name << ": " << latin;
  }
}

}  // namespace
}  // namespace sorani
