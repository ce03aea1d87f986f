#include "normalize/random_text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string_view>

#include "normalize/generated.hpp"
#include "script/script.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::test {
namespace {

using namespace std::string_view_literals;

/// The characters of most rules; drawn more often than the rest.
constexpr std::string_view kCommon[] = {
    " "sv,      "\n"sv,     "\t"sv,     "\u200C"sv, "\u200D"sv, "\u0640"sv, "ه"sv,      "ھ"sv,      "ە"sv,      "ا"sv,
    "ۆ"sv,      "ێ"sv,      "و"sv,      "ی"sv,      "ي"sv,      "ى"sv,      "ك"sv,      "ک"sv,      "ل"sv,      "ڵ"sv,
    "ر"sv,      "ڕ"sv,      "د"sv,      "ن"sv,      "ة"sv,      "ئ"sv,      "ء"sv,      "ؤ"sv,      "آ"sv,      "أ"sv,
    "\u0654"sv, "\u064E"sv, "\u0650"sv, "\u0651"sv, "\u064B"sv, "\u0653"sv, "\u0301"sv, "\u0323"sv, "\uFE0F"sv, "1"sv,
    "٢"sv,      "۳"sv,      "."sv,      ","sv,      ";"sv,      "?"sv,      "؟"sv,      "،"sv,      "؛"sv,      "\""sv,
    "«"sv,      "»"sv,      "("sv,      ")"sv,      "“"sv,      "!"sv,      ":"sv,      "-"sv,      "a"sv,      "K"sv,
};

/// Texts that hooks look for, NUL and CR, and ill-formed UTF-8.
constexpr std::string_view kTexts[] = {
    "\0"sv,
    "\r"sv,
    "\r\n"sv,
    "  "sv,
    "&"sv,
    "#"sv,
    "amp;"sv,
    "&amp;"sv,
    "&amp;lt;"sv,
    "&lt;"sv,
    "&quot;"sv,
    "&nbsp;"sv,
    "&zwnj;"sv,
    "&zwj;"sv,
    "&shy;"sv,
    "&#1607;"sv,
    "&#1615;"sv,
    "&#x64E;"sv,
    "&#x200c;"sv,
    "&#38;"sv,
    "&#59;"sv,
    "&#10;"sv,
    "&#0;"sv,
    "&#xD800;"sv,
    "&#x110000;"sv,
    "&semi;"sv,
    "&nosuch;"sv,
    "http://"sv,
    "https://ab.cd/e?f=1&g;"sv,
    "www."sv,
    "ftp://x"sv,
    "name@example.org"sv,
    "@"sv,
    "b.co"sv,
    "://"sv,
    "_"sv,
    "'"sv,
    "/"sv,
    "%"sv,
    "كورد.krd"sv,
    "a.krd"sv,
    "<url>"sv,
    "<email>"sv,
    "Image2.jpg"sv,
    "COVID-19"sv,
    "هە"sv,
    "الله"sv,
    "لله"sv,
    "كوَمةلَ"sv,
    "پاراستن \u200Cو"sv,
    "ئە\u200Cو"sv,
    "عبداللھ"sv,
    "ره\u200Bنگ"sv,
    "(("
    "ئێمە"
    "))"sv,
    "\u1100\u1161\u11A8"sv,
    "\U0001F468\u200D\U0001F469"sv,
    "\x80"sv,
    "\xD9"sv,
    "\xD8"sv,
    "\xE2\x80"sv,
    "\xEF\xBB"sv,
    "\xF0\x9F\x98"sv,
    "\xED\xA0\x80"sv,
    "\xC0\xAF"sv,
    "\xF4\x90\x80\x80"sv,
    "\xFF"sv,
};

void add(std::set<char32_t>& points, std::u32string_view more) { points.insert(more.begin(), more.end()); }

/// Text that fits a row of a legacy font: the first, second or third of each symbol's code points.
std::string typed_in_font(const normalize::FontRow& row, std::size_t which) {
  std::string text;
  for (const normalize::FontSymbol& symbol : row.from) {
    const std::size_t times = symbol.max_repeats == 1 ? 1 : which;
    for (std::size_t i = 0; i < std::max<std::size_t>(times, symbol.min_repeats); ++i) {
      utf8::append(symbol.points[which % symbol.points.size()], text);
    }
  }
  return text;
}

/// Code points of normalize-mappings.tsv: all that patterns list, and of the replacements every one before or after
/// which no other has the same rule and as long a replacement, since tables of thousands are among them.
void add_mappings(std::set<char32_t>& points) {
  for (const normalize::Pattern& pattern : normalize::pattern_rows()) {
    for (const normalize::SymbolSet& set : pattern.symbols) add(points, set.points);
    add(points, pattern.to);
    add(points, pattern.one_for_one);
  }
  const auto rows = normalize::replacement_rows();
  const auto is_alike = [&](std::size_t i, std::size_t j) {
    return j < rows.size() && rows[i].rule == rows[j].rule && rows[i].length == rows[j].length;
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (is_alike(i, i - 1) && is_alike(i, i + 1)) continue;
    points.insert(rows[i].from);
    add(points, normalize::replacement_text().substr(rows[i].begin, rows[i].length));
  }
}

std::vector<std::string> make_pieces() {
  std::set<char32_t> points;
  add_mappings(points);
  for (const script::LookAlike& alike : script::look_alikes()) points.insert(alike.value);
  for (const script::Letter& letter : script::alphabet()) points.insert(letter.value);
  for (const normalize::VowelMarkRow& row : normalize::vowel_mark_rows()) points.insert({row.letter, row.mark, row.to});

  // One or two characters of each combination of classes, of each combining class, and of what NFC changes.
  std::array<int, 256> of_combining_class{};
  std::vector<int> of_classes(script::class_combinations().size());
  int changed_by_nfc = 0;
  for (char32_t c = 1; c < 0x20000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const auto combinations = script::class_combinations();
    const auto classes = std::find(combinations.begin(), combinations.end(), script::classes(c));
    const bool wanted = of_classes[static_cast<std::size_t>(classes - combinations.begin())]++ < 2 ||
                        of_combining_class[utf8::combining_class(c)]++ < 2 ||
                        (utf8::nfc_no(c) && changed_by_nfc++ % 40 == 0) || utf8::nfc_maybe(c);
    if (wanted) points.insert(c);
  }
  for (char32_t c = 0xFE70; c < 0xFF00; ++c) points.insert(c);
  add(points, U"\uFB50\uFB51\uFBD9\uFC5E\uFCF2\uFDF2\uFDFA\uFDFC\uFDD0\uFFFE\uFFFF\uFEFF\uE000\uF000\uF0FF");
  add(points, U"\u00E9\u0130\u0131\u00DF\u212A\u1F88\u0958\u2126\u0F73\U0001D15E\U0010FFFF\U0010FFFD\u0000");
  points.erase(U'\0');

  std::vector<std::string> pieces(std::begin(kTexts), std::end(kTexts));
  for (const char32_t c : points) {
    pieces.emplace_back();
    utf8::append(c, pieces.back());
  }
  for (const normalize::FontRow& row : normalize::font_rows()) {
    for (std::size_t which = 0; which < 3; ++which) pieces.push_back(typed_in_font(row, which));
  }
  return pieces;
}

}  // namespace

const std::string& RandomText::any_piece() {
  static const std::vector<std::string> pieces = make_pieces();
  return pieces[below(pieces.size())];
}

std::string RandomText::text() {
  std::vector<std::string> pieces;
  const std::size_t kinds = 1 + below(10);
  const std::size_t share_of_common = below(5);
  while (pieces.size() < kinds) {
    if (below(4) < share_of_common) {
      pieces.emplace_back(kCommon[below(std::size(kCommon))]);
    } else {
      pieces.push_back(any_piece());
    }
  }
  std::string text;
  if (below(8) == 0) text = ordinary(below(120));
  const std::size_t length = 1 + below(below(4) == 0 ? 80 : 12);
  for (std::size_t i = 0; i < length; ++i) {
    const std::string& piece = pieces[below(pieces.size())];
    // Runs longer than any bound on how far rules look back.
    std::size_t times = below(200) == 0 ? 30 + below(60) : 1;
    while (times-- > 0) text += piece;
    if (below(40) == 0) text += below(2) == 0 ? ordinary(below(70)) : marked(below(40));
  }
  return text;
}

std::string RandomText::ordinary(std::size_t letters) {
  static constexpr std::string_view kLetters[] = {"ا", "ە", "ی", "و", "ن", "ک", "ر", "د", "ب", "ت", "ه", "ێ", "ل", "م"};
  std::string text;
  for (std::size_t i = 0; i < letters; ++i) {
    text += kLetters[below(std::size(kLetters))];
    if (below(5) == 0) text += ' ';
    if (below(40) == 0) text += ".\n";
  }
  return text;
}

std::string RandomText::marked(std::size_t letters) {
  static constexpr std::string_view kLetters[] = {"ا", "ل", "و", "ر", "ی", "ي", "م", "ه", "ة", "ك", "ن", "آ", "ـ"};
  static constexpr std::string_view kMarks[] = {"",       "",       "\u064E",       "\u0650",       "\u064F",
                                                "\u0652", "\u064B", "\u0651\u064E", "\u064E\u0651", "\u0654"};
  std::string text;
  for (std::size_t i = 0; i < letters; ++i) {
    text += kLetters[below(std::size(kLetters))];
    text += kMarks[below(std::size(kMarks))];
    if (below(5) == 0) text += ' ';
    if (below(40) == 0) text += "،\n";
  }
  return text;
}

std::string RandomText::mapped_words(bool several) {
  static constexpr std::string_view kLetters[] = {"ه",      "ە", "ک", "ك", "و", "ر", "ا", "ی",      "ي",     "\u0640",
                                                  "\u200C", "a", "B", "1", "٢", "ھ", "ل", "\u064E", "\u0650"};
  std::string text;
  const std::size_t words = several ? below(4) : 1;
  for (std::size_t word = 0; word < words; ++word) {
    if (word > 0) text += below(6) == 0 ? "، " : " ";
    const std::size_t letters = 1 + below(3);
    for (std::size_t i = 0; i < letters; ++i) text += kLetters[below(std::size(kLetters))];
  }
  return text;
}

}  // namespace sorani::test
