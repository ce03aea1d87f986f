#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "code_points.hpp"
#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "error.hpp"
#include "tsv.hpp"

namespace tablegen {
namespace {

using std::filesystem::path;

/// The words of a field, separated by spaces.
std::vector<std::string> words(const std::string& field) {
  std::vector<std::string> list;
  std::size_t at = 0;
  while (at < field.size()) {
    const std::size_t end = std::min(field.find(' ', at), field.size());
    if (end > at) list.push_back(field.substr(at, end - at));
    at = end + 1;
  }
  return list;
}

/// The code point of `U+XXXX`.
char32_t point(const std::string& word) { return static_cast<char32_t>(std::stoul(word.substr(2), nullptr, 16)); }

/// Rule names in the order of normalize-rules.tsv.
using RuleNames = std::vector<std::string>;

bool contains(const RuleNames& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

RuleNames write_rules(CppWriter& out, const path& file) {
  const TsvFile table(file, {"rule", "profile", "supersedes", "description", "before", "after", "source", "note"});
  const std::set<std::string> profiles{"", "encoding", "standard", "orthography", "search"};
  RuleNames names;
  std::vector<std::string> rows;
  for (const TsvRow& row : table.rows()) {
    if (!profiles.contains(row["profile"])) row.fail("no such profile");
    if (row["description"].empty() || row["before"].empty() || row["source"].empty()) {
      row.fail("a rule needs a description, an example and a source");
    }
    if (contains(names, row["rule"])) row.fail("a second rule of this name");
    names.push_back(row["rule"]);
    std::vector<std::string> fields;
    for (const auto* column : {"rule", "profile", "supersedes", "description", "before", "after", "source", "note"}) {
      fields.push_back(string_literal(row[column]));
    }
    rows.push_back(fmt::format("{{{}}}", fmt::join(fields, ", ")));
  }
  for (const TsvRow& row : table.rows()) {
    for (const std::string& name : words(row["supersedes"])) {
      if (!contains(names, name)) row.fail("supersedes an unknown rule: " + name);
    }
  }
  out.list("RuleRow", "rule_rows", rows);
  return names;
}

/// Checks the names of the code points that stand alone in a pattern; alternatives and classes have none.
void check_pattern_names(const TsvRow& row, std::string_view column, std::string_view names) {
  std::u32string text;
  for (const std::string& word : words(row[column])) {
    if (word.starts_with("U+") && word.find_first_of("|.") == std::string::npos) {
      text += point(word);
    }
  }
  if (text.empty() && !row[names].empty()) row.fail("a name without a code point");
  if (!text.empty()) check_names(row, names, text);
}

/// The sets of characters that normalize-mappings.tsv names, each as `U+XXXX|U+YYYY`.
using Sets = std::map<std::string, std::string>;

/// The words of a text between separators.
std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

/// `U+XXXX|U+YYYY..U+ZZZZ` with its ranges written out.
std::string written_out(const std::string& alternatives) {
  std::vector<std::string> points;
  for (const std::string& part : split(alternatives, '|')) {
    const std::size_t range = part.find("..");
    const char32_t first = point(part.substr(0, range));
    const char32_t last = range == part.npos ? first : point(part.substr(range + 2));
    for (char32_t c = first; c <= last; ++c) points.push_back(notation(c));
  }
  return fmt::format("{}", fmt::join(points, "|"));
}

/// A column of patterns with the sets that it names written out: `<!space|isolate>` becomes `<!space|U+2066|U+2067 …>`.
std::string without_set_names(const std::string& column, const Sets& sets) {
  std::vector<std::string> result = words(column);
  for (std::string& word : result) {
    if (!word.starts_with('<')) continue;
    const bool negated = word.starts_with("<!");
    const std::size_t start = negated ? 2 : 1;
    std::vector<std::string> parts = split(word.substr(start, word.size() - start - 1), '|');
    for (std::string& part : parts) {
      if (const auto set = sets.find(part); set != sets.end()) part = set->second;
    }
    word = fmt::format("<{}{}>", negated ? "!" : "", fmt::join(parts, "|"));
  }
  return fmt::format("{}", fmt::join(result, " "));
}

/// The characters of some sets.
std::u32string characters_of(const Sets& sets, std::initializer_list<const char*> names) {
  std::u32string points;
  for (const char* const name : names) {
    const auto set = sets.find(name);
    if (set == sets.end()) throw Error(fmt::format("normalize-mappings.tsv: no set is called {}", name));
    for (const std::string& part : split(set->second, '|')) points += point(part);
  }
  return points;
}

/// Returns the sets that the file defines.
Sets write_mappings(CppWriter& out, const path& file, const RuleNames& rules) {
  const TsvFile table(file, {"rule", "left", "from", "right", "to", "from-names", "to-names", "note"});
  std::vector<std::string> rows;
  std::set<std::string> used;
  Sets sets;
  for (const TsvRow& row : table.rows()) {
    if (const std::string& name = row["rule"]; name.starts_with('<') && name.ends_with('>')) {
      sets.emplace(name.substr(1, name.size() - 2), written_out(row["from"]));
      continue;
    }
    const auto rule = std::find(rules.begin(), rules.end(), row["rule"]);
    if (rule == rules.end()) row.fail("no such rule in normalize-rules.tsv");
    check_pattern_names(row, "from", "from-names");
    check_pattern_names(row, "to", "to-names");
    used.insert(row["rule"]);
    const auto pattern = [&](const char* column) { return string_literal(without_set_names(row[column], sets)); };
    rows.push_back(fmt::format("{{{}, {}, {}, {}, {}}}", rule - rules.begin(), pattern("left"), pattern("from"),
                               pattern("right"), string_literal(row["to"])));
  }
  for (const std::string& rule : rules) {
    if (!used.contains(rule)) throw Error(fmt::format("{}: no row for the rule {}", file.string(), rule));
  }
  out.list("MappingRow", "mapping_rows", rows);
  out.text("transient_characters", characters_of(sets, {"invisible", "isolate"}));
  return sets;
}

void write_final_waw(CppWriter& out, const path& file) {
  const TsvFile table(file, {"word", "gloss", "rest", "source"});
  std::vector<std::u32string> stems;
  std::u32string last;
  for (const TsvRow& row : table.rows()) {
    std::u32string word = text_field(row, "word");
    if (word.size() < 2 || !word.ends_with(U'\u0648')) row.fail("not a word that ends in waw");
    if (word <= last) row.fail("words are not in order");
    last = word;
    word.pop_back();
    stems.push_back(word);
  }
  std::sort(stems.begin(), stems.end());
  std::vector<std::string> rows;
  for (const std::u32string& stem : stems) rows.push_back(u32_literal(stem));
  out.list("std::u32string_view", "final_waw_stems", rows);
}

void write_vowel_marks(CppWriter& out, const path& file) {
  const TsvFile table(file, {"from", "to", "from-names", "to-names", "initial", "not-after", "source"});
  std::vector<std::string> rows;
  for (const TsvRow& row : table.rows()) {
    const std::u32string from = text_field(row, "from");
    const char32_t to = code_point_field(row, "to");
    check_names(row, "from-names", from);
    check_names(row, "to-names", {&to, 1});
    if (from.size() != 2) row.fail("expected a letter and a mark");
    if (row["initial"] != "yes" && row["initial"] != "no") row.fail("initial is yes or no");
    const char32_t not_after = row["not-after"].empty() ? 0 : code_point_field(row, "not-after");
    rows.push_back(fmt::format("{{{:#x}, {:#x}, {:#x}, {}, {:#x}}}", static_cast<std::uint32_t>(from[0]),
                               static_cast<std::uint32_t>(from[1]), static_cast<std::uint32_t>(to),
                               row["initial"] == "yes", static_cast<std::uint32_t>(not_after)));
  }
  out.list("VowelMarkRow", "vowel_mark_rows", rows);
}

void write_bullets(CppWriter& out, const path& file) {
  const TsvFile table(file, {"from", "to", "to-name", "where", "source"});
  std::vector<std::string> rows;
  for (const TsvRow& row : table.rows()) {
    const char32_t to = code_point_field(row, "to");
    check_names(row, "to-name", {&to, 1});
    if (row["where"] != "anywhere" && row["where"] != "line-start") row.fail("no such place");
    rows.push_back(fmt::format("{{{:#x}, {:#x}, {}}}", static_cast<std::uint32_t>(code_point_field(row, "from")),
                               static_cast<std::uint32_t>(to), row["where"] == "line-start"));
  }
  out.list("BulletRow", "bullet_rows", rows);
}

void write_entities(CppWriter& out, const path& file) {
  const TsvFile table(file, {"name", "to", "to-names"});
  std::vector<std::string> rows;
  std::string last;
  for (const TsvRow& row : table.rows()) {
    const std::u32string to = text_field(row, "to");
    check_names(row, "to-names", to);
    if (row["name"] <= last) row.fail("names are not in order");
    last = row["name"];
    rows.push_back(fmt::format("{{{}, {}}}", string_literal(row["name"]), u32_literal(to)));
  }
  out.list("EntityRow", "entity_rows", rows);
}

/// The code points of a symbol of legacy-fonts.tsv: `U+0644|U+06B5`, `U+0640*`.
std::u32string symbol_points(const TsvRow& row, std::string word) {
  if (word.ends_with('*') || word.ends_with('+')) word.pop_back();
  std::replace(word.begin(), word.end(), '|', ' ');
  const auto points = parse_notation(word);
  if (!points) row.fail("not code points: " + word);
  return *points;
}

/// Checks a pattern of code points, and the names of all of them.
void check_font_pattern(const TsvRow& row) {
  std::u32string all;
  std::u32string repeated;  // what the symbol before this one may take more of
  for (const std::string& word : words(row["from"])) {
    const std::u32string points = symbol_points(row, word);
    if (all.empty() && word.ends_with('*')) row.fail("the first symbol can be missing");
    if (points.find_first_of(repeated) != std::u32string::npos) row.fail("a repeated symbol takes what the next needs");
    const bool repeats = word.ends_with('*') || word.ends_with('+');
    repeated = word.ends_with('*') ? repeated + points : repeats ? points : std::u32string();
    all += points;
  }
  if (all.empty()) row.fail("nothing to read");
  check_names(row, "from-names", all);
}

void write_fonts(CppWriter& out, const path& file, const Sets& sets) {
  const TsvFile table(file, {"font", "left", "from", "right", "from-names", "to", "to-names", "source"});
  std::vector<std::string> fonts;
  std::vector<std::string> rows;
  for (const TsvRow& row : table.rows()) {
    check_font_pattern(row);
    const std::u32string to = row["to"].empty() ? std::u32string() : text_field(row, "to");
    if (!to.empty()) check_names(row, "to-names", to);
    if (row["source"].empty()) row.fail("a row needs a source");
    auto font = std::find(fonts.begin(), fonts.end(), row["font"]);
    if (font == fonts.end()) font = fonts.insert(fonts.end(), row["font"]);
    rows.push_back(fmt::format("{{{}, {}, {}, {}, {}}}", font - fonts.begin(),
                               string_literal(without_set_names(row["left"], sets)), string_literal(row["from"]),
                               string_literal(without_set_names(row["right"], sets)), u32_literal(to)));
  }
  out.list("FontRow", "font_rows", rows);
  for (std::string& font : fonts) font = string_literal(font);
  out.list("std::string_view", "font_names", fonts);
}

}  // namespace

void normalize_command(Arguments arguments) {
  const path data = arguments[0];
  CppWriter out(arguments[1], "the normalizer's tables in libsorani/data", "normalize/generated.hpp",
                "sorani::normalize");
  const RuleNames rules = write_rules(out, data / "normalize-rules.tsv");
  const Sets sets = write_mappings(out, data / "normalize-mappings.tsv", rules);
  write_final_waw(out, data / "final-waw.tsv");
  write_vowel_marks(out, data / "vowel-marks.tsv");
  write_bullets(out, data / "symbol-bullets.tsv");
  write_entities(out, data / "html-entities.tsv");
  write_fonts(out, data / "legacy-fonts.tsv", sets);
  out.finish();
}

}  // namespace tablegen
