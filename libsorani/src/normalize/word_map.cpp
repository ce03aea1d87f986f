#include "normalize/word_map.hpp"

#include <algorithm>
#include <unordered_set>

#include <sorani/error.hpp>

#include "normalize/rewriter.hpp"
#include "script/script.hpp"
#include "unicode/utf8.hpp"

namespace sorani::normalize {
namespace {

/// The words of a replacement, as the map would look them up.
std::vector<std::string> words_in(std::u32string_view text) {
  std::vector<std::string> words(1);
  for (const char32_t c : text) {
    if (in_mapped_word(c)) {
      unicode::append(c, words.back());
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

}  // namespace

bool in_mapped_word(char32_t c) noexcept {
  constexpr std::uint32_t kWord =
      script::kArabicLetter | script::kLatinLetter | script::kOtherLetter | script::kMark | script::kDigit;
  return script::is(c, kWord) || c == U'\u200C' || c == U'\u200D' || c == U'\u0640';
}

std::vector<WordMap::Line> WordMap::parse(std::string_view text, std::string_view name) {
  std::vector<Line> lines;
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0) {
      throw Error(std::string(name) + ":" + std::to_string(number) + ": expected FROM<TAB>TO");
    }
    lines.push_back({number, line.substr(0, tab), line.substr(tab + 1)});
  }
  return lines;
}

std::string WordMap::circular_word() const {
  std::unordered_set<std::string> finished;
  for (const auto& start : words_) {
    // Depth first; `path` holds the words that lead to the one looked at.
    std::vector<std::pair<std::string, std::vector<std::string>>> path;
    path.emplace_back(start.first, words_in(start.second));
    while (!path.empty()) {
      if (path.back().second.empty()) {
        finished.insert(path.back().first);
        path.pop_back();
        continue;
      }
      const std::string next = path.back().second.back();
      path.back().second.pop_back();
      const std::u32string* to = find(next);
      if (to == nullptr || finished.contains(next)) continue;
      if (std::any_of(path.begin(), path.end(), [&](const auto& step) { return step.first == next; })) return next;
      path.emplace_back(next, words_in(*to));
    }
  }
  return {};
}

bool Rewriter::map_word(char32_t boundary) {
  if (in_mapped_word(boundary) || program_.chars[boundary].in_word) return false;
  const std::string_view text = written();
  std::size_t end = text.size() - unicode::decode_before(text, text.size()).length;
  std::size_t start = end;
  while (start > 0) {
    const unicode::Decoded before = unicode::decode_before(text, start);
    if (!in_mapped_word(before.value)) break;
    start -= before.length;
  }
  const std::u32string* to = start == end ? nullptr : program_.words.find(text.substr(start, end - start));
  if (to == nullptr) return false;
  replace_tail(base_ + start, *to, boundary, Program::kMapRule);
  return true;
}

}  // namespace sorani::normalize
