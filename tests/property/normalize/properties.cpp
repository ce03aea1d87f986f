#include "normalize/properties.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "script/script.hpp"
#include "support/escaped.hpp"
#include "utf8/utf8.hpp"

namespace sorani::test {
namespace {

Failure differ(std::string_view what, std::string_view a, std::string_view b) {
  if (a == b) return {};
  return fmt::format("{}\n  {}\n  {}", what, escaped(a), escaped(b));
}

/// Letters of ASCII and of U+0620..U+06FF: others may become something else, or nothing.
bool is_letter(char32_t c) {
  return (c < 0x80 && script::is(c, script::kLatinLetter)) || (c < 0x700 && script::is(c, script::kArabicLetter));
}

/// The places after a letter and a space, before a letter.
std::vector<std::size_t> cuts(std::string_view text) {
  std::vector<std::size_t> places;
  char32_t last = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text, at);
    if (is_letter(before) && last == U' ' && is_letter(next.value)) places.push_back(at);
    before = last;
    last = next.value;
    at += next.length;
  }
  return places;
}

}  // namespace

Failure idempotent(Normalizer& normalizer, std::string_view text) {
  const std::string once = normalizer(text);
  return differ("once and twice are not the same", once, normalizer(once));
}

Failure keeps_line_ends(Normalizer& normalizer, std::string_view text) {
  const std::string after = normalizer(text);
  for (const char end : {'\n', '\0'}) {
    const auto had = std::count(text.begin(), text.end(), end);
    const auto has = std::count(after.begin(), after.end(), end);
    if (had != has) return fmt::format("{} of {} line ends {:#04x} left: {}", has, had, end, escaped(after));
  }
  return {};
}

Failure explains_what_it_does(Normalizer& normalizer, std::string_view text) {
  const std::string fast = normalizer(text);
  std::string slow;
  Failure failure;
  bool changed = false;
  normalizer.explain(text, slow, [&](const Change& change) {
    changed = true;
    if (change.offset > text.size()) failure = fmt::format("a change at byte {} of {}", change.offset, text.size());
    if (change.rule.empty()) failure = "a change without a rule";
    if (change.before == change.after) {
      failure = fmt::format("a change by {} that changes nothing: {}", change.rule, escaped(change.before));
    }
  });
  if (failure) return failure;
  if (!changed && slow != text) return fmt::format("a change that is not reported: {}", escaped(slow));
  return differ("append and explain are not the same", fast, slow);
}

Failure lines_are_apart(Normalizer& normalizer, std::string_view text) {
  const std::string whole = normalizer(text);
  std::string lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = text.find_first_of(std::string_view("\n\0", 2), start);
    const std::size_t next = end == text.npos ? text.size() : end + 1;
    normalizer.append(text.substr(start, next - start), lines);
    start = next;
  }
  return differ("the text and its lines are not the same", whole, lines);
}

Failure pieces_make_the_whole(Normalizer& normalizer, std::string_view text) {
  const std::string whole = normalizer(text);
  std::string pieces;
  std::size_t start = 0;
  for (const std::size_t cut : cuts(text)) {
    normalizer.append(text.substr(start, cut - start), pieces, start == 0 ? Fragment::first : Fragment::middle);
    start = cut;
  }
  normalizer.append(text.substr(start), pieces, start == 0 ? Fragment::whole : Fragment::last);
  return differ("the text and its pieces are not the same", whole, pieces);
}

Failure appends(Normalizer& normalizer, std::string_view text) {
  const std::string alone = normalizer(text);
  for (const std::string_view before : {"ه", "\u200C", "\xD9", "لَ", " ", "&amp"}) {
    std::string out(before);
    normalizer.append(text, out);
    if (auto failure = differ("not the same after other output", std::string(before) + alone, out)) return failure;
  }
  return {};
}

Failure suggests_spellings_of_words(Normalizer& normalizer, std::string_view text) {
  constexpr std::size_t kCount = 3;
  std::vector<std::string> spellings;  // of the last word
  std::size_t offset = 0;
  std::size_t end = 0;
  double cost = 0;
  Failure failure;
  normalizer.suggest(text, kCount, [&](const Suggestion& found) {
    const bool is_next_word = end == 0 || found.offset != offset;
    if (is_next_word && found.offset < end) failure = "a word that overlaps another one";
    if (is_next_word) spellings.clear();
    if (text.substr(found.offset, found.word.size()) != found.word || found.word.empty())
      failure = "no word of the text";
    if (std::find(spellings.begin(), spellings.end(), found.text) != spellings.end()) failure = "a spelling twice";
    if (spellings.size() == kCount) failure = "too many spellings";
    if (spellings.size() > 1 && found.cost < cost) failure = "a cheaper spelling behind another one";
    if (!(found.cost >= 0 && found.cost <= 60)) failure = fmt::format("a cost of {}", found.cost);
    spellings.emplace_back(found.text);
    offset = found.offset;
    end = found.offset + found.word.size();
    cost = found.cost;
  });
  return failure;
}

std::string shrunk(std::string text, const std::function<bool(std::string_view)>& fails) {
  for (std::size_t size = text.size(); size > 0;) {
    bool shorter = false;
    for (std::size_t at = 0; at < text.size();) {
      // Leave out some characters, never parts of them.
      std::size_t end = at;
      while (end < text.size() && end - at < size) end += utf8::decode(text, end).length;
      const std::string without = text.substr(0, at) + text.substr(end);
      if (fails(without)) {
        text = without;
        shorter = true;
      } else {
        at += utf8::decode(text, at).length;
      }
    }
    if (!shorter) size /= 2;
  }
  return text;
}

}  // namespace sorani::test
