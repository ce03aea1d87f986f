// Compares the tables with ICU, which comes from the same Unicode version or a later one: characters that ICU knows and
// the tables don't are left out.

#include "utf8/properties.hpp"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>
#include <string>

#include "support/hex.hpp"

namespace sorani::utf8 {
namespace {

using test::hex;

constexpr char32_t kEnd = 0x110000;

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

bool is_known(char32_t c) { return category(c) != Category::Cn; }

const UNormalizer2* nfc() {
  UErrorCode error = U_ZERO_ERROR;
  return unorm2_getNFCInstance(&error);
}

std::u32string from_utf16(const char16_t* text, int length) {
  std::u32string out;
  for (int i = 0; i < length;) {
    UChar32 c = 0;
    U16_NEXT(text, i, length, c);
    out.push_back(static_cast<char32_t>(c));
  }
  return out;
}

std::u32string icu_decomposition(const UNormalizer2* form, char32_t c) {
  std::array<char16_t, 64> buffer{};
  UErrorCode error = U_ZERO_ERROR;
  const int length = unorm2_getDecomposition(form, icu(c), buffer.data(), static_cast<int>(buffer.size()), &error);
  return length < 0 ? std::u32string() : from_utf16(buffer.data(), length);
}

TEST(Properties, AgreeWithIcu) {
  for (char32_t c = 0; c < kEnd; ++c) {
    if (!is_known(c)) continue;
    // ICU has the categories in another order; both know the two letters.
    ASSERT_EQ(combining_class(c), u_getCombiningClass(icu(c))) << hex(c);
    ASSERT_EQ(nfc_no(c), u_getIntPropertyValue(icu(c), UCHAR_NFC_QUICK_CHECK) == UNORM_NO) << hex(c);
    ASSERT_EQ(nfc_maybe(c), u_getIntPropertyValue(icu(c), UCHAR_NFC_QUICK_CHECK) == UNORM_MAYBE) << hex(c);
    ASSERT_EQ(digit_value(c), category(c) == Category::Nd ? u_charDigitValue(icu(c)) : -1) << hex(c);
    ASSERT_EQ(to_lower(c), static_cast<char32_t>(u_tolower(icu(c)))) << hex(c);
  }
}

TEST(Properties, CategoriesAgreeWithIcu) {
  // In the order of Category.
  constexpr int kIcu[] = {U_UNASSIGNED,
                          U_UPPERCASE_LETTER,
                          U_LOWERCASE_LETTER,
                          U_TITLECASE_LETTER,
                          U_MODIFIER_LETTER,
                          U_OTHER_LETTER,
                          U_NON_SPACING_MARK,
                          U_COMBINING_SPACING_MARK,
                          U_ENCLOSING_MARK,
                          U_DECIMAL_DIGIT_NUMBER,
                          U_LETTER_NUMBER,
                          U_OTHER_NUMBER,
                          U_CONNECTOR_PUNCTUATION,
                          U_DASH_PUNCTUATION,
                          U_START_PUNCTUATION,
                          U_END_PUNCTUATION,
                          U_INITIAL_PUNCTUATION,
                          U_FINAL_PUNCTUATION,
                          U_OTHER_PUNCTUATION,
                          U_MATH_SYMBOL,
                          U_CURRENCY_SYMBOL,
                          U_MODIFIER_SYMBOL,
                          U_OTHER_SYMBOL,
                          U_SPACE_SEPARATOR,
                          U_LINE_SEPARATOR,
                          U_PARAGRAPH_SEPARATOR,
                          U_CONTROL_CHAR,
                          U_FORMAT_CHAR,
                          U_SURROGATE,
                          U_PRIVATE_USE_CHAR};
  std::size_t known = 0;
  for (char32_t c = 0; c < kEnd; ++c) {
    if (!is_known(c)) continue;
    ++known;
    ASSERT_EQ(kIcu[static_cast<std::size_t>(category(c))], u_charType(icu(c))) << hex(c);
  }
  EXPECT_GT(known, 280'000u);
}

TEST(Properties, CanonicalDecompositionsAgreeWithIcu) {
  for (char32_t c = 0; c < kEnd; ++c) {
    if (!is_known(c)) continue;
    const bool hangul = c >= 0xAC00 && c <= 0xD7A3;
    ASSERT_EQ(canonical_decomposition(c), hangul ? std::u32string() : icu_decomposition(nfc(), c)) << hex(c);
  }
}

TEST(Properties, CompositionsAgreeWithIcu) {
  // Every pair of a raw decomposition, primary or not.
  std::size_t pairs = 0;
  for (char32_t c = 0; c < kEnd; ++c) {
    if (!is_known(c)) continue;
    std::array<char16_t, 32> buffer{};
    UErrorCode error = U_ZERO_ERROR;
    const int length =
        unorm2_getRawDecomposition(nfc(), icu(c), buffer.data(), static_cast<int>(buffer.size()), &error);
    if (length < 0) continue;
    const std::u32string parts = from_utf16(buffer.data(), length);
    if (parts.size() != 2) continue;
    ++pairs;
    const UChar32 expected = unorm2_composePair(nfc(), icu(parts[0]), icu(parts[1]));
    const auto composed = compose(parts[0], parts[1]);
    ASSERT_EQ(composed ? icu(*composed) : -1, expected) << hex(c);
  }
  EXPECT_GT(pairs, 12'000u);
}

TEST(Properties, ComposeOnlyWhatComposes) {
  EXPECT_EQ(compose(0x064A, 0x0654), 0x0626u);
  EXPECT_EQ(compose(0x0627, 0x0653), 0x0622u);
  EXPECT_EQ(compose(0x06D5, 0x0654), 0x06C0u);
  EXPECT_EQ(compose(0x06CC, 0x0654), std::nullopt);
  EXPECT_EQ(compose(0x0654, 0x064A), std::nullopt);
  EXPECT_EQ(compose(0x0915, 0x093C), std::nullopt) << "excluded from composition";
  for (char32_t first = 0; first < 0x3000; ++first) {
    for (const char32_t second :
         {0x0300u, 0x0301u, 0x0308u, 0x0338u, 0x0653u, 0x0654u, 0x0655u, 0x1161u, 0x11A8u, 0x3099u}) {
      const UChar32 expected = unorm2_composePair(nfc(), icu(first), icu(second));
      const auto composed = compose(first, second);
      ASSERT_EQ(composed ? icu(*composed) : -1, expected) << hex(first) << " " << hex(second);
    }
  }
}

TEST(Properties, HangulIsComposedAsIcuDoes) {
  // One jamo of each kind and the ones around it, and syllables with and without a last consonant.
  for (const char32_t first : {0x10FFu, 0x1100u, 0x1112u, 0x1113u, 0x1161u, 0xABFFu, 0xAC00u, 0xAC01u, 0xAC1Bu, 0xAC1Cu,
                               0xD788u, 0xD7A3u, 0xD7A4u}) {
    for (char32_t second = 0x1160; second <= 0x11C4; ++second) {
      const UChar32 expected = unorm2_composePair(nfc(), icu(first), icu(second));
      const auto composed = compose(first, second);
      ASSERT_EQ(composed ? icu(*composed) : -1, expected) << hex(first) << " " << hex(second);
    }
  }
}

TEST(Properties, PresentationFormsAgreeWithIcu) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* const nfkc = unorm2_getNFKCInstance(&error);
  for (char32_t c = 0; c < kEnd; ++c) {
    if (!is_known(c)) continue;
    const bool in_range = (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF);
    std::u32string expected = in_range ? icu_decomposition(nfkc, c) : std::u32string();
    const bool carries_mark =
        (c >= 0xFE70 && c <= 0xFE7F) || (c >= 0xFC5E && c <= 0xFC63) || (c >= 0xFCF2 && c <= 0xFCF4);
    if (carries_mark && expected.size() > 1) expected.erase(0, 1);
    ASSERT_EQ(presentation_form(c), expected) << hex(c);
  }
}

TEST(Properties, PresentationFormsAreLettersAndMarks) {
  EXPECT_EQ(presentation_form(0xFEE9), U"\u0647");
  EXPECT_EQ(presentation_form(0xFEFB), U"\u0644\u0627");
  EXPECT_EQ(presentation_form(0xFE71), U"\u064B") << "tatweel that carries fathatan";
  EXPECT_EQ(presentation_form(0xFE76), U"\u064E") << "space that carries fatha";
  EXPECT_EQ(presentation_form(0xFC5E), U"\u064C\u0651") << "space that carries shadda with dammatan";
  EXPECT_EQ(presentation_form(0xFDFA).find(U' '), 3u) << "spaces between words stay";
  EXPECT_EQ(presentation_form(0xFEFF), U"");
  EXPECT_EQ(presentation_form(0x0643), U"");
}

TEST(Properties, OutOfRangeValuesHaveNone) {
  for (const char32_t c : {0x110000u, 0x1100FFu, 0x110100u, 0xFFFFFFFFu}) {
    EXPECT_EQ(category(c), Category::Cn);
    EXPECT_EQ(combining_class(c), 0);
    EXPECT_FALSE(nfc_no(c));
    EXPECT_FALSE(nfc_maybe(c));
    EXPECT_EQ(digit_value(c), -1);
    EXPECT_EQ(to_lower(c), c);
    EXPECT_EQ(canonical_decomposition(c), U"");
    EXPECT_EQ(presentation_form(c), U"");
    EXPECT_EQ(compose(c, 0x0654), std::nullopt);
    EXPECT_EQ(compose(0x064A, c), std::nullopt);
  }
}

}  // namespace
}  // namespace sorani::utf8
