#include "normalize/mappings.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string_view>

#include "code_points.hpp"
#include "error.hpp"
#include "script/class_names.hpp"
#include "two_stage.hpp"
#include "unicode.hpp"

namespace tablegen {
namespace {

using std::filesystem::path;

/// The hooks that rows name in `from`: rules that no table can say.
constexpr std::array<std::string_view, 5> kHooks{"word-marks", "final-waw", "entities", "url", "email"};

/// The place of a bullet in symbol-bullets.tsv, and what it becomes.
struct Bullets {
  std::u32string from;
  std::u32string to;
};

Bullets read_bullets(const path& file, std::string_view place) {
  const TsvFile table(file, {"from", "to", "to-name", "where", "source"});
  Bullets bullets;
  for (const TsvRow& row : table.rows()) {
    const char32_t to = code_point_field(row, "to");
    check_names(row, "to-name", {&to, 1});
    if (row["where"] != "anywhere" && row["where"] != "line-start") row.fail("no such place");
    if (row["where"] != place) continue;
    bullets.from += code_point_field(row, "from");
    bullets.to += to;
  }
  return bullets;
}

/// Checks the names of the code points that stand alone in a column; alternatives, ranges and classes have none.
void check_pattern_names(const TsvRow& row, std::string_view column, std::string_view names) {
  std::u32string text;
  for (const std::string& word : words(row, column)) {
    if (word.starts_with("U+") && word.find_first_of("|.") == std::string::npos) text += code_point(row, word);
  }
  if (text.empty() && !row[names].empty()) row.fail("a name without a code point");
  if (!text.empty()) check_names(row, names, text);
}

/// Collects the rows, and writes them.
class Mappings {
 public:
  explicit Mappings(path data) : data_(std::move(data)) {}

  /// Defines the set that a row names in its column `rule`.
  void define_set(const TsvRow& row, const std::string& name) {
    if (sorani::script::class_by_name(name) != 0) row.fail(name + " is the name of a class");
    if (!sets_.emplace(name, alternatives(row, row["from"])).second) row.fail("a second set of this name");
  }

  void add(const TsvRow& row, std::size_t rule) {
    rule_ = rule;
    const std::string& from = row["from"];
    const bool has_context = !row["left"].empty() || !row["right"].empty();
    if (from.starts_with("<bullets:")) {
      add_bullets(row, from.substr(9, from.size() - 10));
    } else if (from.starts_with('<') && !has_context) {
      add_table(row, from.substr(1, from.size() - 2));
    } else if (from.find("..") != std::string::npos) {
      if (has_context) row.fail("a range has no context");
      add_range(row);
    } else if (from.find(' ') == std::string::npos && !has_context) {
      add_replacement(code_point(row, from), code_points_field(row, "to"));
    } else {
      add_pattern(row);
    }
  }

  void write(CppWriter& out) const {
    write_replacements(out);
    out.text("replacement_text", replacement_text_);
    out.array("SymbolSet", "kPatternSymbols", symbols_);
    out.list("Pattern", "pattern_rows", patterns_);
    out.list("TokenDigitsRow", "token_digits_rows", token_digits_);
    out.text("transient_characters", set("invisible") + set("isolate"));
  }

  const NamedSets& sets() const noexcept { return sets_; }

 private:
  const std::u32string& set(const std::string& name) const {
    const auto found = sets_.find(name);
    if (found == sets_.end()) throw Error(fmt::format("normalize-mappings.tsv: no set is called {}", name));
    return found->second;
  }

  /// The rows, each with the next one for the same character, and the table of the first rows.
  void write_replacements(CppWriter& out) const {
    if (replacements_.size() > 0xFFFE) throw Error("normalize-mappings.tsv: too many replacements for 16 bits");
    std::vector<std::uint16_t> first(kCodePointCount);  // number of a row, plus 1
    std::vector<std::string> items(replacements_.size());
    for (std::size_t i = replacements_.size(); i-- > 0;) {
      const Replacement& row = replacements_[i];
      std::uint16_t& first_row = first[row.from];
      items[i] = fmt::format("{{{:#x},{},{},{},{}}}", static_cast<std::uint32_t>(row.from), row.begin, row.rule,
                             row.length, first_row);
      first_row = static_cast<std::uint16_t>(i + 1);
    }
    out.list("ReplacementRow", "replacement_rows", items);
    out.two_stage("std::uint16_t", "tables::kFirstReplacement", two_stage(first));
  }

  void add_replacement(char32_t from, const std::u32string& to) {
    std::size_t begin = replacement_text_.find(to);
    if (begin == std::u32string::npos) {
      begin = replacement_text_.size();
      replacement_text_ += to;
    }
    replacements_.push_back({from, begin, rule_, to.size()});
  }

  /// A range stands for a row for each of its characters.
  void add_range(const TsvRow& row) {
    const Range from = range(row, row["from"]);
    const std::string& to = row["to"];
    if (to == "<compatibility>") {
      for (char32_t c = from.first; c <= from.last; ++c) {
        if (const std::u32string text = presentation_form(c); !text.empty()) add_replacement(c, text);
      }
    } else if (to.find("..") != std::string::npos) {
      const Range target = range(row, to);
      if (target.size() != from.size()) row.fail("ranges of different length");
      for (char32_t c = from.first; c <= from.last; ++c) {
        add_replacement(c, std::u32string(1, target.first + (c - from.first)));
      }
    } else {
      const std::u32string text = code_points_field(row, "to");
      for (char32_t c = from.first; c <= from.last; ++c) add_replacement(c, text);
    }
  }

  /// A row whose `from` names a table.
  void add_table(const TsvRow& row, std::string_view name) {
    constexpr std::string_view kLookAlikes = "look-alikes:";
    if (name.starts_with(kLookAlikes)) {
      add_look_alikes(row, name.substr(kLookAlikes.size()));
    } else if (name == "ascii-digits") {
      const Range digits = range(row, row["to"]);
      if (digits.size() != 10) row.fail("not ten digits");
      token_digits_.push_back(fmt::format("{{{}, {:#x}}}", rule_, static_cast<std::uint32_t>(digits.first)));
    } else if (name == "lower-case") {
      for (char32_t c = 0; c < kCodePointCount; ++c) {
        if (const char32_t lower = lower_case(c); lower != c) add_replacement(c, std::u32string(1, lower));
      }
    } else if (name == "nfc") {
      const std::vector<std::u32string> decompositions = canonical_decompositions();
      for (char32_t c = 0; c < kCodePointCount; ++c) {
        if (is_nfc_no(c, decompositions[c])) add_replacement(c, decompositions[c]);
      }
    } else if (std::find(kHooks.begin(), kHooks.end(), name) == kHooks.end()) {
      row.fail(fmt::format("no table is called {}", name));
    }
  }

  void add_look_alikes(const TsvRow& row, std::string_view group) {
    const TsvFile file(data_ / "look-alikes.tsv",
                       {"group", "code-point", "char", "name", "letters", "letter-names", "source"});
    bool is_known = false;
    for (const TsvRow& alike : file.rows()) {
      if (alike["group"] != group) continue;
      is_known = true;
      add_replacement(code_point_field(alike, "code-point"), text_field(alike, "letters"));
    }
    if (!is_known) row.fail(fmt::format("no group of look-alikes is called {}", group));
  }

  void add_pattern(const TsvRow& row) {
    const std::vector<Symbol> from = symbols_field(row, "from", sets_);
    const std::u32string to = code_points_field(row, "to");
    const bool keeps = !row["from"].empty() && row["from"] == row["to"];
    push_pattern(row, from, keeps, to, {});
  }

  void add_bullets(const TsvRow& row, std::string_view place) {
    const Bullets bullets = read_bullets(data_ / "symbol-bullets.tsv", place);
    if (bullets.from.empty()) row.fail(fmt::format("no bullet is for {}", place));
    Symbol symbol;
    symbol.points = bullets.from;
    push_pattern(row, {symbol}, false, {}, bullets.to);
  }

  void push_pattern(const TsvRow& row, const std::vector<Symbol>& from, bool keeps, const std::u32string& to,
                    const std::u32string& one_for_one) {
    const std::vector<Symbol> left = symbols_field(row, "left", sets_);
    const std::vector<Symbol> right = symbols_field(row, "right", sets_);
    const std::size_t first = symbols_.size();
    for (const auto* const list : {&left, &from, &right}) {
      for (const Symbol& symbol : *list) symbols_.push_back(symbol.item());
    }
    patterns_.push_back(fmt::format("{{{{kPatternSymbols + {}, {}}}, {}, {}, {}, {}, {}, {}, {}}}", first,
                                    symbols_.size() - first, from.size(), right.size(), rule_, keeps,
                                    row["rule"] == "conjunction", u32_literal(to), u32_literal(one_for_one)));
  }

  /// A sorani::normalize::ReplacementRow.
  struct Replacement {
    char32_t from;
    std::size_t begin;
    std::size_t rule;
    std::size_t length;
  };

  path data_;
  NamedSets sets_;
  std::size_t rule_ = 0;  // of the row
  std::vector<Replacement> replacements_;
  std::u32string replacement_text_;
  std::vector<std::string> symbols_;
  std::vector<std::string> patterns_;
  std::vector<std::string> token_digits_;
};

}  // namespace

NamedSets write_mappings(CppWriter& out, const path& data, const RuleNames& rules) {
  const path file = data / "normalize-mappings.tsv";
  const TsvFile table(file, {"rule", "left", "from", "right", "to", "from-names", "to-names", "note"});
  std::set<std::string> used;
  Mappings mappings(data);
  for (const TsvRow& row : table.rows()) {
    if (const std::string& name = row["rule"]; name.starts_with('<') && name.ends_with('>')) {
      mappings.define_set(row, name.substr(1, name.size() - 2));
      continue;
    }
    const auto rule = std::find(rules.begin(), rules.end(), row["rule"]);
    if (rule == rules.end()) row.fail("no such rule in normalize-rules.tsv");
    used.insert(row["rule"]);
    check_pattern_names(row, "from", "from-names");
    check_pattern_names(row, "to", "to-names");
    mappings.add(row, static_cast<std::size_t>(rule - rules.begin()));
  }
  for (const std::string& rule : rules) {
    if (!used.contains(rule)) throw Error(fmt::format("{}: no row for the rule {}", file.string(), rule));
  }
  mappings.write(out);
  return mappings.sets();
}

}  // namespace tablegen
