#include "normalize/rules/font.hpp"

#include <algorithm>

#include <sorani/error.hpp>

#include "script/characters.hpp"
#include "script/script.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

constexpr char32_t kFirstForm = 0xFB50;
constexpr char32_t kLastForm = 0xFEFC;

/// The letters that a presentation form stands for; empty if the character is read as it is. Isolated and final heh are
/// read as they are, since fonts differ in them; so are ligatures of whole words (U+FDF0..FDFF).
std::u32string_view letters_of(char32_t c) {
  if (c < kFirstForm || (c >= 0xFDF0 && c <= 0xFDFF) || c > kLastForm) return {};
  if (c == script::character::kHehIsolatedForm.value || c == script::character::kHehFinalForm.value) return {};
  return utf8::presentation_form(c);
}

/// Madda and hamza.
bool is_separable_mark(char32_t c) { return script::is(c, script::kArabicMark) && utf8::nfc_maybe(c); }

}  // namespace

Font::Font(std::string_view name) {
  if (name.empty()) return;
  const auto all = font_rows();
  const auto is_of_font = [&](const FontRow& row) { return font_names()[row.font] == name; };
  const auto first = std::find_if(all.begin(), all.end(), is_of_font);
  rows_ = {first, std::find_if_not(first, all.end(), is_of_font)};
  index();
  if (!rows_.empty()) return;
  std::string names;
  for (const std::string_view known : font_names()) names.append(names.empty() ? "" : ", ").append(known);
  throw Error("unknown font '" + std::string(name) + "'; there are " + names);
}

void Font::index() {
  rows_by_first_.resize(kUndecided + 1);
  const auto mark_undecided = [&](char32_t c) {
    if (first_[c] == kUnused) first_.set(c, kUndecided);
  };
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    for (const char32_t c : rows_[i].from.front().points) {
      if (first_[c] <= kUndecided) {
        first_.set(c, static_cast<std::uint8_t>(rows_by_first_.size()));
        rows_by_first_.emplace_back();
      }
      rows_by_first_[first_[c]].push_back(i);
      if (const auto parts = utf8::canonical_decomposition(c); !parts.empty()) mark_undecided(parts.front());
    }
  }
  for (char32_t c = kFirstForm; c <= kLastForm; ++c) {
    if (!letters_of(c).empty()) mark_undecided(c);
  }
}

std::size_t Font::convert(std::string_view text, std::size_t at, std::u32string& out) const {
  out.clear();
  bool converted = false;
  Position position{at, 0};
  do {  // more than once only within a ligature
    const Match found = match(text, position);
    if (found.row != nullptr) {
      converted = true;
      out += found.row->to;
      position = found.end;
    } else {
      const Letter next = letter(text, position);
      out += next.value;
      position = next.next;
    }
  } while (position.letter != 0);
  return converted ? position.at - at : 0;
}

Font::Match Font::match(std::string_view text, Position position) const {
  Match best{nullptr, position};
  for (const std::size_t number : rows_by_first_[first_[letter(text, position).value]]) {
    const FontRow& row = rows_[number];
    Position stop{};
    if (!fits(row, text, position, stop)) continue;
    const bool longer = stop.at > best.end.at || (stop.at == best.end.at && stop.letter > best.end.letter);
    if (best.row == nullptr || longer) best = {&row, stop};
  }
  return best;
}

bool Font::fits(const FontRow& row, std::string_view text, Position start, Position& end) {
  end = start;
  for (const FontSymbol& symbol : row.from) {
    std::size_t count = 0;
    while (count < symbol.max_repeats && end.at < text.size()) {
      const Letter next = letter(text, end);
      if (!symbol.contains(next.value)) break;
      end = next.next;
      ++count;
    }
    if (count < symbol.min_repeats) return false;
  }
  // Both ends of the text count as line ends.
  const char32_t before = start.at == 0 ? U'\n' : utf8::decode_before(text, start.at).value;
  const char32_t after = end.at == text.size() ? U'\n' : letter(text, end).value;
  return row.left.contains(before) && row.right.contains(after);
}

Font::Letter Font::letter(std::string_view text, Position position) {
  Letter letter = component(text, position);
  if (letter.next.at < text.size()) {
    const Letter mark = component(text, letter.next);
    if (!is_separable_mark(mark.value)) return letter;
    if (const auto composed = utf8::compose(letter.value, mark.value)) letter = {*composed, mark.next};
  }
  return letter;
}

Font::Letter Font::component(std::string_view text, Position position) {
  const utf8::Decoded here = utf8::decode(text, position.at);
  const Position behind{position.at + here.length, 0};
  const std::u32string_view letters = letters_of(here.value);
  if (letters.empty()) return {here.value, behind};
  const bool last = position.letter + 1 == letters.size();
  return {letters[position.letter], last ? behind : Position{position.at, position.letter + 1}};
}

}  // namespace sorani::normalize
