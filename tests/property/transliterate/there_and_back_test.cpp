// To Latin letters and back: the identity on what stands in ordinary text besides words, put together at random.

#include <gtest/gtest.h>

#include <sorani/transliterator.hpp>
#include <span>
#include <string>
#include <string_view>

#include "normalize/random_text.hpp"
#include "support/environment.hpp"
#include "support/escaped.hpp"

namespace sorani::test {
namespace {

/// Words whose spelling follows from their sounds in every scheme.
constexpr std::string_view kWords[] = {"نان",  "ئاو",   "ماسی", "باران", "ئازاد", "کورد",    "شێر",
                                       "دۆست", "بەهار", "ژیان", "گەنم",  "پێنج",  "و",       "لە",
                                       "بۆ",   "ئێمە",  "سەوز", "زستان", "چیا",   "کوردستان"};
constexpr std::string_view kDigits[] = {"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"};
/// Not ئ, ئە, م, ن and ی: behind a word i is the ezafe, and e, m, n and y are the copula, written apart.
constexpr std::string_view kInitials[] = {"ب", "پ", "ت", "ج", "چ", "د", "ز",  "ژ", "س",  "ش",  "ف", "ڤ",
                                          "ق", "ک", "گ", "ل", "و", "خ", "هـ", "ع", "ئا", "ئێ", "ئۆ"};
constexpr std::string_view kLabels[] = {"ب", "ج", "د", "هـ", "ز", "ح", "ک", "ل", "م", "ن"};
constexpr std::string_view kSuffixes[] = {"دا", "مان", "تان", "کە", "ن", "م", "ز"};
constexpr std::string_view kQuotations[][2] = {{"«", "»"},   {"“", "”"}, {"”", "“"}, {"„", "“"},
                                               {"\"", "\""}, {"(", ")"}, {"[", "]"}};
constexpr std::string_view kAddresses[] = {"http://example.org/a_(b)", "www.example.com", "user@example.com", "@azad_1",
                                           "https://example.com/?q=nan&p=2"};
constexpr std::string_view kUnits[] = {"کم", "سم", "ملم", "گم", "کگم", "م", "ز"};
constexpr std::string_view kMarks[] = {"،", "؛", "؟", "!", ".", ":", "...", " -"};

class Text {
 public:
  explicit Text(std::uint64_t seed) : random_(seed) {}

  std::string line() {
    std::string text = thing();
    for (std::size_t n = random_.below(8); n > 0; --n) {
      if (random_.below(5) == 0) text += any(kMarks);
      text += ' ' + thing();
    }
    return text;
  }

 private:
  template <std::size_t kSize>
  std::string any(const std::string_view (&list)[kSize]) {
    return std::string(list[random_.below(kSize)]);
  }

  std::string number(std::size_t most_digits) {
    std::string digits;
    for (std::size_t n = 1 + random_.below(most_digits); n > 0; --n) digits += any(kDigits);
    return digits;
  }

  std::string dotted() {
    std::string letters = any(kInitials);
    for (std::size_t n = 1 + random_.below(3); n > 0; --n) letters += '.' + any(kInitials);
    return letters + (random_.below(2) == 0 ? "." : "");
  }

  std::string quotation() {
    const auto& [opening, closing] = kQuotations[random_.below(std::size(kQuotations))];
    std::string text(opening);
    text += any(kWords);
    if (random_.below(2) == 0) text += ' ' + any(kWords);
    text += closing;
    return text;
  }

  /// A word, number, quotation, initial, abbreviation or address.
  std::string thing() {
    switch (random_.below(12)) {
      case 0:
        return number(4);
      case 1:
        return number(2) + '/' + number(2) + '/' + number(4);
      case 2:
        return number(2) + ':' + number(2) + ' ' + number(3) + "٪";
      case 3:
        return number(4) + any(kSuffixes);
      case 4:
        return number(3) + ' ' + any(kUnits);
      case 5:
        return quotation() + (random_.below(2) == 0 ? any(kSuffixes) : "");
      case 6:
        return any(kInitials) + ". " + any(kWords);
      case 7:
        return dotted();
      case 8:
        return any(kAddresses);
      case 9:
        return any(kLabels) + "- " + any(kWords);
      default:
        return any(kWords);
    }
  }

  RandomText random_;
};

TEST(ThereAndBack, IsTheIdentity) {
  // Schemes that write each sound in its own way; in the others letters are lost.
  for (const std::string_view scheme : {"hawar", "kal", "feryad", "wergor", "phonemic", "ipa"}) {
    Transliterator there({.scheme = std::string(scheme)});
    Transliterator back({.scheme = std::string(scheme), .reverse = true});
    const std::size_t runs = property_runs(4000);
    for (std::size_t i = 0; i < runs && !testing::Test::HasFailure(); ++i) {
      const std::string text = Text(case_seed(i)).line();
      const std::string latin = there(text);
      EXPECT_EQ(back(latin), text) << scheme << ", seed " << case_seed(i) << ": " << escaped(latin);
    }
  }
}

}  // namespace
}  // namespace sorani::test
