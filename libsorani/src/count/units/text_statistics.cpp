#include "count/units/text_statistics.hpp"

#include <algorithm>

#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::count {

void add_statistics(std::string_view text, char line_end, Fragment fragment, TextStatistics& statistics) {
  constexpr std::uint32_t kLetters = script::kArabicLetter | script::kLatinLetter | script::kOtherLetter;
  std::uint64_t characters = 0;
  std::uint64_t foreign = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    at += c.length;
    ++characters;
    const std::uint32_t classes = script::classes(c.value);
    if ((classes & kLetters) != 0 && (classes & script::kSoraniLetter) == 0) ++foreign;
  }
  const auto ends = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), line_end));
  statistics.lines += ends;
  statistics.characters += characters - ends;
  statistics.foreign_letters += foreign;
  if (ends_line(fragment) && !text.empty() && text.back() != line_end) ++statistics.lines;
}

}  // namespace sorani::count

namespace sorani {
inline namespace v0 {

void TextStatistics::add(const TextStatistics& other) noexcept {
  lines += other.lines;
  characters += other.characters;
  foreign_letters += other.foreign_letters;
  longest_line = std::max(longest_line, other.longest_line);
}

}  // namespace v0
}  // namespace sorani
