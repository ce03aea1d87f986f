#include "normalize/patterns.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "code_points.hpp"
#include "cpp_writer.hpp"
#include "script/class_names.hpp"

namespace tablegen {

std::vector<std::string> parts(std::string_view text, char separator) {
  std::vector<std::string> list;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) list.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list;
}

std::vector<std::string> words(const TsvRow& row, std::string_view column) { return parts(row[column], ' '); }

char32_t code_point(const TsvRow& row, std::string_view word) {
  const auto text = parse_notation(word);
  if (!text || text->size() != 1) row.fail(fmt::format("not a code point: {}", word));
  return text->front();
}

Range range(const TsvRow& row, std::string_view word) {
  const std::size_t dots = word.find("..");
  const char32_t first = code_point(row, word.substr(0, dots));
  if (dots == std::string_view::npos) return {first, first};
  const char32_t last = code_point(row, word.substr(dots + 2));
  if (last <= first) row.fail(fmt::format("not a range: {}", word));
  return {first, last};
}

std::u32string alternatives(const TsvRow& row, std::string_view word) {
  std::u32string points;
  for (const std::string& part : parts(word, '|')) {
    const Range all = range(row, part);
    for (char32_t c = all.first; c <= all.last; ++c) points += c;
  }
  if (points.empty()) row.fail(fmt::format("no code points: {}", word));
  return points;
}

std::u32string code_points_field(const TsvRow& row, std::string_view column) {
  std::u32string text;
  for (const std::string& word : words(row, column)) text += code_point(row, word);
  return text;
}

std::string Symbol::item() const {
  return fmt::format("{{{}, {:#x}, {}, {}, {}}}", u32_literal(points), classes, negated, any, unknown);
}

Symbol symbol(const TsvRow& row, std::string_view word, const NamedSets& sets) {
  Symbol set;
  const bool has_names = word.starts_with('<') && word.ends_with('>');
  std::string_view list = has_names ? word.substr(1, word.size() - 2) : word;
  if (list.starts_with('!')) {
    set.negated = true;
    list.remove_prefix(1);
  }
  const std::vector<std::string> members = parts(list, '|');
  if (members.empty()) row.fail(fmt::format("an empty set: {}", word));
  for (const std::string& member : members) {
    if (!has_names || member.starts_with("U+")) {
      set.points += code_point(row, member);
    } else if (const auto named = sets.find(member); named != sets.end()) {
      set.points += named->second;
    } else if (const std::uint32_t bits = sorani::script::class_by_name(member); bits != 0) {
      set.classes |= bits;
    } else if (member == "any") {
      set.any = true;
    } else if (member == "unknown") {
      set.unknown = true;
    } else {
      row.fail(fmt::format("no class or set is called {}", member));
    }
  }
  return set;
}

std::vector<Symbol> symbols_field(const TsvRow& row, std::string_view column, const NamedSets& sets) {
  std::vector<Symbol> symbols;
  for (const std::string& word : words(row, column)) symbols.push_back(symbol(row, word, sets));
  return symbols;
}

}  // namespace tablegen
