#include "normalize/rules/rule_set.hpp"

#include <algorithm>
#include <array>

#include <sorani/error.hpp>

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
  for (const TokenDigitsRow& row : token_digits_rows()) {
    if (active_[row.rule] && token_digits_.rule == kNoRule) token_digits_ = {row.rule, row.zero};
  }
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

std::vector<std::uint16_t> RuleSet::active_rules() const {
  std::vector<std::uint16_t> rules;
  for (std::size_t r = 0; r < active_.size(); ++r) {
    if (active_[r]) rules.push_back(static_cast<std::uint16_t>(r));
  }
  return rules;
}

std::vector<std::uint16_t> RuleSet::pattern_numbers() const {
  const auto rows = pattern_rows();
  std::vector<std::uint16_t> numbers;
  for (std::size_t p = 0; p < rows.size(); ++p) {
    if (active_[rows[p].rule]) numbers.push_back(static_cast<std::uint16_t>(p));
  }
  return numbers;
}

}  // namespace sorani::normalize
