#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "characters.hpp"
#include "code_points.hpp"
#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "normalize/fonts.hpp"
#include "normalize/mappings.hpp"
#include "normalize/patterns.hpp"
#include "tsv.hpp"

namespace tablegen {
namespace {

using std::filesystem::path;

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
    for (const std::string& name : words(row, "supersedes")) {
      if (!contains(names, name)) row.fail("supersedes an unknown rule: " + name);
    }
  }
  out.list("RuleRow", "rule_rows", rows);
  return names;
}

void write_final_waw(CppWriter& out, const path& file, const Characters& characters) {
  const char32_t waw = characters.named("ARABIC LETTER WAW");
  const TsvFile table(file, {"word", "gloss", "rest", "source"});
  std::vector<std::u32string> stems;
  std::u32string last;
  for (const TsvRow& row : table.rows()) {
    std::u32string word = text_field(row, "word");
    if (word.size() < 2 || !word.ends_with(waw)) row.fail("not a word that ends in waw");
    characters.check_text(row, "word");
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

void write_vowel_marks(CppWriter& out, const path& file, const Characters& characters) {
  const TsvFile table(file, {"from", "to", "from-names", "to-names", "initial", "not-after", "source"});
  std::vector<std::string> rows;
  for (const TsvRow& row : table.rows()) {
    const std::u32string from = text_field(row, "from");
    const char32_t to = code_point_field(row, "to");
    check_names(row, "from-names", from);
    check_names(row, "to-names", {&to, 1});
    characters.check_text(row, "from");
    characters.check_text(row, "to");
    if (from.size() != 2) row.fail("expected a letter and a mark");
    if (row["initial"] != "yes" && row["initial"] != "no") row.fail("initial is yes or no");
    const char32_t not_after = row["not-after"].empty() ? 0 : code_point_field(row, "not-after");
    rows.push_back(fmt::format("{{{:#x}, {:#x}, {:#x}, {}, {:#x}}}", static_cast<std::uint32_t>(from[0]),
                               static_cast<std::uint32_t>(from[1]), static_cast<std::uint32_t>(to),
                               row["initial"] == "yes", static_cast<std::uint32_t>(not_after)));
  }
  out.list("VowelMarkRow", "vowel_mark_rows", rows);
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

}  // namespace

void normalize_command(Arguments arguments) {
  const path data = arguments[0];
  CppWriter out(arguments[1], "the normalizer's tables in libsorani/data", "normalize/generated.hpp",
                "sorani::normalize");
  const Characters characters(data);
  const RuleNames rules = write_rules(out, data / "normalize-rules.tsv");
  const NamedSets sets = write_mappings(out, data, rules);
  write_final_waw(out, data / "final-waw.tsv", characters);
  write_vowel_marks(out, data / "vowel-marks.tsv", characters);
  write_entities(out, data / "html-entities.tsv");
  write_fonts(out, data / "legacy-fonts.tsv", sets);
  out.finish();
}

}  // namespace tablegen
