// ICU's break iterators as an oracle: where Unicode's rules (UAX 29) and ours cover the same cases, they must agree.
//
// Deliberate differences, which the texts here avoid:
//   words      a word with a full stop, apostrophe or colon inside is one for ICU (UAX 29, MidNumLet, MidLetter): here
//              only in abbreviations, addresses and Latin words; ICU joins digits with ' ; and ، and not with / - –;
//              ICU parts words at hyphens, abbreviations from their last full stop, signs from their numbers, and
//              addresses, topics and users at nearly every sign; repeated punctuation is one token here; white space
//              and invisible controls are tokens of ICU's
//   sentences  ICU ends none at … or a full stop without a space; it ends some inside brackets, between speech and its
//              verb of saying, and after abbreviations, initials and the numbers of lists

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>
#include <set>
#include <sorani/sentence_splitter.hpp>
#include <sorani/tokenizer.hpp>
#include <string>
#include <string_view>

#include "support/random_bytes.hpp"

namespace sorani {
namespace {

/// The boundaries that ICU finds, in bytes.
class Icu {
 public:
  enum class Unit { word, sentence };

  explicit Icu(Unit unit) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Locale& root = icu::Locale::getRoot();
    iterator_.reset(unit == Unit::word ? icu::BreakIterator::createWordInstance(root, error)
                                       : icu::BreakIterator::createSentenceInstance(root, error));
    EXPECT_TRUE(U_SUCCESS(error));
  }

  std::set<std::size_t> boundaries(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error);
    iterator_->setText(utext, error);
    EXPECT_TRUE(U_SUCCESS(error));
    std::set<std::size_t> found;
    for (auto at = iterator_->first(); at != icu::BreakIterator::DONE; at = iterator_->next()) {
      found.insert(static_cast<std::size_t>(at));
    }
    utext_close(utext);
    return found;
  }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
};

std::string random_text(test::RandomBytes& random, std::string_view const* pieces, std::size_t count) {
  std::string text;
  for (std::size_t n = random.below(40); n > 0; --n) text += pieces[random.below(count)];
  return text;
}

TEST(IcuOracle, WordsBeginAndEndAtBoundaries) {
  // Words of several scripts with marks, joiners and digits; signs; emoji.
  static constexpr std::string_view kPieces[] = {"کورد",
                                                 "ئازادی",
                                                 "كـــورد",
                                                 "مُحَمَّد",
                                                 "نامه\u200Cکان",
                                                 "Kurd",
                                                 "Курд",
                                                 "é",
                                                 "e\u0301",
                                                 "٢٠٢١",
                                                 "12",
                                                 "۱۲",
                                                 " ",
                                                 " ",
                                                 " ",
                                                 "، ",
                                                 " (",
                                                 ") ",
                                                 " «",
                                                 "» ",
                                                 "؟ ",
                                                 "؛ ",
                                                 "! ",
                                                 " % ",
                                                 " $ ",
                                                 " 👍🏽 ",
                                                 " 👨‍👩‍👧 ",
                                                 " 🇮🇶 ",
                                                 " ❤️ ",
                                                 "ژیان"};
  Icu icu(Icu::Unit::word);
  test::RandomBytes random(11);
  for (int i = 0; i < 3000 && !HasFailure(); ++i) {
    const std::string text = random_text(random, kPieces, std::size(kPieces));
    const std::set<std::size_t> expected = icu.boundaries(text);
    std::set<std::size_t> found{0, text.size()};
    std::set<std::size_t> in_gaps;
    std::size_t end = 0;
    const auto gap = [&](std::size_t next) {
      for (std::size_t at = end + 1; at < next; ++at) in_gaps.insert(at);
      end = next;
    };
    for (const Token& token : Tokenizer().tokens(text)) {
      gap(token.offset);
      end = token.offset + token.text.size();
      found.insert({token.offset, end});
    }
    gap(text.size());
    std::set<std::size_t> outside_gaps;
    for (const std::size_t boundary : expected) {
      if (!in_gaps.contains(boundary)) outside_gaps.insert(boundary);
    }
    EXPECT_EQ(found, outside_gaps) << text;
  }
}

TEST(IcuOracle, SentencesEndAtBoundaries) {
  static constexpr std::string_view kPieces[] = {"کوردستان ", "ئازادی ",     "وڵاتێکە. ", "هاتوون! ", "چۆنە؟ ",
                                                 "دەبێت ",    "نەوت، ",      "ئاو؛ ",     "«ژیان» ",  "٣٫١٤ ",
                                                 "(کاتێک) ",  "گەڕانەوە.» ", "ڕۆیشتن؟! ", "هەموو ",   "COVID-19 "};
  Icu icu(Icu::Unit::sentence);
  test::RandomBytes random(12);
  for (int i = 0; i < 3000 && !HasFailure(); ++i) {
    const std::string text = random_text(random, kPieces, std::size(kPieces));
    std::set<std::size_t> found{0};
    SentenceSplitter()(text, [&](const Sentence& sentence) { found.insert(sentence.offset); });
    std::set<std::size_t> expected = icu.boundaries(text);
    if (!text.empty()) expected.erase(text.size());
    EXPECT_EQ(found, expected) << text;
  }
}

}  // namespace
}  // namespace sorani
