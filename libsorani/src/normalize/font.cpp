#include "normalize/font.hpp"

#include <string>

#include <sorani/error.hpp>

#include "unicode/utf8.hpp"

namespace sorani::normalize {

Font::Font(std::string_view name) {
  if (name.empty()) return;
  for (const FontRow& row : font_rows()) {
    if (font_names()[row.font] == name) by_first_.emplace(row.from[0], &row);
  }
  if (!by_first_.empty()) return;
  std::string names;
  for (const std::string_view known : font_names()) names.append(names.empty() ? "" : ", ").append(known);
  throw Error("unknown font '" + std::string(name) + "'; there are " + names);
}

Font::Match Font::find(std::string_view text, std::size_t at) const noexcept {
  Match best{};
  const auto [begin, end] = by_first_.equal_range(unicode::decode(text, at).value);
  for (auto row = begin; row != end; ++row) {
    std::size_t stop = at;
    bool fits = true;
    for (const char32_t c : row->second->from) {
      if (stop == text.size()) {
        fits = false;
        break;
      }
      const unicode::Decoded next = unicode::decode(text, stop);
      fits = next.value == c;
      if (!fits) break;
      stop += next.length;
    }
    if (fits && stop - at > best.length) best = {stop - at, row->second->to};
  }
  return best;
}

}  // namespace sorani::normalize
