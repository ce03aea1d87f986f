#include "normalize/hooks/word_map.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include <sorani/error.hpp>
#include <sorani/utf8.hpp>

#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

/// A replacement, cut into words, as the map would look them up, and other characters.
struct Parts {
  std::vector<std::string> words;
  std::size_t others = 0;
};

Parts parts_of(std::u32string_view text) {
  Parts parts;
  bool is_in_word = false;
  for (const char32_t c : text) {
    if (!in_mapped_word(c)) {
      ++parts.others;
    } else {
      if (!is_in_word) parts.words.emplace_back();
      utf8::append(c, parts.words.back());
    }
    is_in_word = in_mapped_word(c);
  }
  return parts;
}

std::string quoted(std::string_view word) {
  std::string text = "'";
  text += word;
  text += '\'';
  return text;
}

std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

bool in_mapped_word(char32_t c) noexcept {
  constexpr std::uint32_t kWord = script::kArabicLetter | script::kLatinLetter | script::kOtherLetter | script::kMark |
                                  script::kDigit | script::kTatweel | script::kJoinControl;
  return script::is(c, kWord);
}

std::vector<WordMap::Line> WordMap::parse(std::string_view text, std::string_view name) {
  std::vector<Line> lines;
  std::size_t number = 0;
  const auto fail = [&](std::string_view message) {
    throw Error(std::string(name) + ":" + std::to_string(number) + ": " + std::string(message));
  };
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    if (const auto error = find_invalid_utf8(line)) {
      fail("ill-formed UTF-8: " + std::string(describe(error->kind)));
    }
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0) fail("expected FROM<TAB>TO");
    if (line.find('\t', tab + 1) != std::string_view::npos) fail("more than one tab; expected FROM<TAB>TO");
    lines.push_back({number, line.substr(0, tab), line.substr(tab + 1)});
  }
  return lines;
}

std::size_t WordMap::add(std::string from, std::u32string to, std::size_t line) {
  if (const auto found = words_.find(from); found != words_.end())
    return found->second.to == to ? 0 : found->second.line;
  std::string text;
  for (const char32_t c : to) utf8::append(c, text);
  const bool is_same = text == from;
  words_.emplace(std::move(from), Entry{std::move(to), line, is_same});
  return 0;
}

// Depth-first search, from the words in the order of their lines. The length that a word expands to is the sum of those
// of the parts of its replacement, known when all of them have been visited; each word is visited once. A word that is
// still on the path closes a cycle.
std::optional<WordMap::Fault> WordMap::fault() const {
  struct Step {
    std::string_view word;
    const Entry* entry;
    Parts parts;
    std::size_t length;
  };
  std::vector<std::pair<std::string_view, const Entry*>> starts;
  for (const auto& [word, entry] : words_) {
    if (!entry.is_same) starts.emplace_back(word, &entry);
  }
  std::sort(starts.begin(), starts.end(), [](const auto& a, const auto& b) { return a.second->line < b.second->line; });
  std::unordered_map<std::string_view, std::size_t> lengths;  // of words that have been visited
  std::unordered_set<std::string_view> on_path;
  std::vector<Step> path;
  const auto enter = [&](std::string_view word, const Entry* entry) {
    Parts parts = parts_of(entry->to);
    const std::size_t others = parts.others;
    path.push_back({word, entry, std::move(parts), others});
    on_path.insert(word);
  };
  for (const auto& [start, start_entry] : starts) {
    if (lengths.contains(start)) continue;
    enter(start, start_entry);
    while (!path.empty()) {
      Step& step = path.back();
      if (step.length > kMaxExpansion) {
        return Fault{step.entry->line,
                     quoted(step.word) + " grows to more than " + std::to_string(kMaxExpansion) + " characters"};
      }
      if (step.parts.words.empty()) {
        lengths.emplace(step.word, step.length);
        on_path.erase(step.word);
        path.pop_back();
        continue;
      }
      const std::string& next = step.parts.words.back();
      const auto found = words_.find(next);
      if (found == words_.end() || found->second.is_same) {
        step.length += length_of(next);
      } else if (const auto known = lengths.find(found->first); known != lengths.end()) {
        step.length += known->second;
      } else if (on_path.contains(found->first)) {
        return Fault{step.entry->line, quoted(next) + " leads back to itself"};
      } else {
        enter(found->first, &found->second);
        continue;  // this part again when its length is known
      }
      step.parts.words.pop_back();
    }
  }
  return std::nullopt;
}

bool map_word(OutputTail& tail, const WordMap& words, char32_t boundary) {
  if (in_mapped_word(boundary)) return false;
  const std::string_view text = tail.written();
  const std::size_t end = tail.end_before(boundary);
  std::size_t start = end;
  while (start > 0) {
    const utf8::Decoded before = utf8::decode_before(text, start);
    if (!in_mapped_word(before.value)) break;
    start -= before.length;
  }
  const std::u32string* to = start == end ? nullptr : words.find(text.substr(start, end - start));
  if (to == nullptr) return false;
  tail.replace_tail(start, *to, boundary, WordMap::kRuleName);
  return true;
}

}  // namespace sorani::normalize
