#include "normalize/rules/rule_set.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <sorani/error.hpp>

#include "script/script.hpp"
#include "utf8/properties.hpp"

namespace sorani::normalize {
namespace {

/// The rule that writes all digits so, in the order of `Digits`; empty for none.
constexpr std::array<std::string_view, 4> kDigitRules{"", "digits-latin", "digits-arabic", "digits-persian"};
/// The rule that writes the consonant h so, in the order of `Heh`; empty for none.
constexpr std::array<std::string_view, 2> kHehRules{"", "heh-06be"};

/// The entry of a table for a value of the enum `what`. Throws `Error` if the value is none of the enum's.
template <typename Enum, std::size_t kSize>
std::string_view entry(const std::array<std::string_view, kSize>& table, Enum value, const char* what) {
  const auto index = static_cast<std::size_t>(value);
  if (index >= kSize) throw Error("no value of " + std::string(what) + ": " + std::to_string(index));
  return table[index];
}

std::uint16_t first_rule_named(std::string_view name) {
  const auto rows = rule_rows();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const RuleRow& row) { return row.name == name; });
  return static_cast<std::uint16_t>(found - rows.begin());
}

}  // namespace

std::uint16_t rule_index(std::string_view name) {
  const std::uint16_t index = first_rule_named(name);
  if (index == rule_rows().size()) throw Error("unknown rule '" + std::string(name) + "'");
  return index;
}

RuleSet::RuleSet(const NormalizerOptions& options) {
  select(options);
  for (const MappingRow& row : mapping_rows()) {
    if (active_[row.rule]) add(row);
  }
  const std::uint16_t conjunction = rule_index("conjunction");
  for (Pattern& pattern : patterns_) pattern.conjunction = pattern.rule == conjunction;
}

void RuleSet::select(const NormalizerOptions& options) {
  const auto rows = rule_rows();
  active_.assign(rows.size(), false);

  // Profiles are cumulative: each includes the rules of those before it.
  if (to_string(options.profile).empty()) {
    throw Error("no value of Profile: " + std::to_string(static_cast<unsigned>(options.profile)));
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    active_[r] = !rows[r].profile.empty() && profile_of(rows[r].profile) <= options.profile;
  }
  for (const std::string_view rule :
       {entry(kDigitRules, options.digits, "Digits"), entry(kHehRules, options.heh, "Heh")}) {
    if (!rule.empty()) active_[rule_index(rule)] = true;
  }

  std::string_view list = options.rules;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    const std::string_view word = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (word.size() < 2 || (word[0] != '+' && word[0] != '-')) {
      throw Error("a rule to add or remove is written +RULE or -RULE, not '" + std::string(word) + "'");
    }
    active_[rule_index(word.substr(1))] = word[0] == '+';
  }

  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string_view names = active_[r] ? rows[r].supersedes : "";
    while (!names.empty()) {
      const std::size_t end = std::min(names.find(' '), names.size());
      active_[rule_index(names.substr(0, end))] = false;
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
}

void RuleSet::add(const MappingRow& row) {
  if (row.from.starts_with('<') && row.left.empty() && row.right.empty()) {
    add_table(row, row.from.substr(1, row.from.size() - 2));
  } else if (row.from.starts_with("<bullets:")) {
    add_bullets(row);
  } else if (const std::size_t range = row.from.find(".."); range != std::string_view::npos) {
    const char32_t first = parse_code_point(row.from.substr(0, range));
    const char32_t last = parse_code_point(row.from.substr(range + 2));
    for (char32_t c = first; c <= last; ++c) {
      if (const std::size_t range_to = row.to.find(".."); range_to != std::string_view::npos) {
        add_single(c, {parse_code_point(row.to.substr(0, range_to)) + (c - first)}, row.rule);
      } else if (row.to != "<compatibility>") {
        add_single(c, parse_code_points(row.to), row.rule);
      } else if (const auto to = utf8::presentation_form(c); !to.empty()) {
        add_single(c, std::u32string(to), row.rule);
      }
    }
  } else if (row.left.empty() && row.right.empty() && row.from.find(' ') == std::string_view::npos) {
    add_single(parse_code_point(row.from), parse_code_points(row.to), row.rule);
  } else {
    add_pattern(row);
  }
}

void RuleSet::add_table(const MappingRow& row, std::string_view name) {
  if (name.starts_with("look-alikes:")) {
    for (const script::LookAlike& alike : script::look_alikes()) {
      if (alike.group == name.substr(12)) add_single(alike.value, std::u32string(alike.letter), row.rule);
    }
  } else if (name == "ascii-digits" && token_digits_.rule == kNoRule) {
    token_digits_ = {row.rule, parse_code_point(row.to.substr(0, row.to.find("..")))};
  } else if (name == "lower-case") {
    for (char32_t c = 0; c < 0x1F000; ++c) {
      if (const char32_t lower = utf8::to_lower(c); lower != c) add_single(c, {lower}, row.rule);
    }
  } else if (name == "nfc") {
    for (char32_t c = 0; c < 0x30000; ++c) {
      if (utf8::nfc_no(c)) add_single(c, std::u32string(utf8::canonical_decomposition(c)), row.rule);
    }
  }  // the others are names of hooks
}

void RuleSet::add_pattern(const MappingRow& row) {
  Pattern pattern;
  pattern.symbols = parse_symbols(row.left);
  const std::vector<SymbolSet> from = parse_symbols(row.from);
  const std::vector<SymbolSet> right = parse_symbols(row.right);
  pattern.symbols.insert(pattern.symbols.end(), from.begin(), from.end());
  pattern.symbols.insert(pattern.symbols.end(), right.begin(), right.end());
  pattern.from_length = static_cast<std::uint8_t>(from.size());
  pattern.right_length = static_cast<std::uint8_t>(right.size());
  pattern.rule = row.rule;
  pattern.keep = !row.from.empty() && row.from == row.to;
  pattern.to = parse_code_points(row.to);
  patterns_.push_back(std::move(pattern));
}

void RuleSet::add_bullets(const MappingRow& row) {
  const bool at_line_start = row.from == "<bullets:line-start>";
  std::u32string from;
  Pattern pattern;
  for (const BulletRow& bullet : bullet_rows()) {
    if (bullet.line_start_only != at_line_start) continue;
    from += bullet.from;
    pattern.one_for_one += bullet.to;
  }
  const std::vector<SymbolSet> right = parse_symbols(row.right);
  pattern.symbols = parse_symbols(row.left);
  pattern.symbols.push_back(SymbolSet::of(from));
  pattern.symbols.insert(pattern.symbols.end(), right.begin(), right.end());
  pattern.from_length = 1;
  pattern.right_length = static_cast<std::uint8_t>(right.size());
  pattern.rule = row.rule;
  patterns_.push_back(std::move(pattern));
}

void RuleSet::add_single(char32_t from, std::u32string to, std::uint16_t rule) {
  if (map_[from] != 0) return;  // the earlier row of the file wins
  replacements_.push_back({std::move(to), rule});
  map_.set(from, static_cast<std::uint16_t>(replacements_.size()));
}

}  // namespace sorani::normalize
