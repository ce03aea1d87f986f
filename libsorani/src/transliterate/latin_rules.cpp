#include "transliterate/latin_rules.hpp"

#include <algorithm>
#include <set>
#include <span>

#include "script/script.hpp"
#include "unicode/properties.hpp"
#include "unicode/utf8.hpp"

namespace sorani::transliterate {
namespace {

/// The numbers of all phonemes, to point to.
constexpr auto kNumbers = [] {
  std::array<char, kPhonemeCount> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<char>(i);
  return numbers;
}();

int contexts(const SpellingRule& rule) noexcept { return (rule.left != kAnything) + (rule.right != kAnything); }

bool is_latin(char32_t c) noexcept { return script::is(c, script::kLatinLetter | script::kMark); }

}  // namespace

LatinRules::LatinRules(const Scheme& scheme) {
  for (const SpellingRule& rule : scheme.back_rules()) {
    add_rule({rule.from, rule.left, rule.right, rule.unless, rule.to});
  }
  const std::vector<std::string_view> own_signs = add_inverse_images(scheme);
  const bool is_unique = scheme.info().is_unique;
  std::vector<SpellingRule> spellings(tables::kSpellings, tables::kSpellings + tables::kSpellingsSize);
  std::stable_sort(spellings.begin(), spellings.end(),
                   [](const SpellingRule& a, const SpellingRule& b) { return contexts(a) > contexts(b); });
  for (const SpellingRule& rule : spellings) {
    // Where each sound has its own letters, two letters are two sounds.
    if (is_unique && unicode::decode(rule.from, 0).length != rule.from.size()) continue;
    // What a sign stands for need not be guessed where the scheme says it.
    const auto holds = [&](std::string_view sign) { return rule.from.find(sign) != std::string_view::npos; };
    if (std::any_of(own_signs.begin(), own_signs.end(), holds)) continue;
    add_rule({rule.from, rule.left, rule.right, rule.unless, rule.to});
  }
  for (auto& list : rules_) {
    // Rules that were added first stay first.
    std::stable_sort(list.begin(), list.end(),
                     [](const Rule& a, const Rule& b) { return a.from.size() > b.from.size(); });
  }
  for (const Fold& fold : std::span(tables::kFolds, tables::kFoldsSize)) {
    if (is_sign(fold.from)) continue;
    folds_.emplace(fold.from, fold.to);
    if (!is_latin(fold.from)) signs_ += fold.from;
  }
}

void LatinRules::add_rule(const Rule& rule) {
  rules_[static_cast<std::uint8_t>(rule.from.front())].push_back(rule);
  for (std::size_t at = 0; at < rule.from.size();) {
    const unicode::Decoded c = unicode::decode(rule.from, at);
    if (!is_latin(c.value) && !is_sign(c.value)) signs_ += c.value;
    at += c.length;
  }
  for (std::size_t at = 0; at < rule.unless.size();) {
    const unicode::Decoded c = unicode::decode(rule.unless, at);
    if (c.value != U' ') exceptions_ += c.value;
    at += c.length;
  }
}

/// The rules of the scheme read backwards. What stands for several sounds is left to the spellings. Returns the texts
/// that are no letters of the Latin script.
std::vector<std::string_view> LatinRules::add_inverse_images(const Scheme& scheme) {
  std::vector<std::string_view> signs;
  std::map<std::string_view, std::set<Phoneme>> sounds;
  for (const SoundRule& rule : scheme.sound_rules()) {
    if (!rule.to.empty()) sounds[rule.to].insert(rule.sound);
  }
  for (const auto& [text, several] : sounds) {
    if (several.size() > 1) continue;
    if (!is_latin(unicode::decode(text, 0).value)) signs.push_back(text);
    add_rule({text, kAnything, kAnything, {}, {kNumbers.data() + static_cast<std::size_t>(*several.begin()), 1}});
  }
  return signs;
}

bool LatinRules::begins_with_vowel(char32_t c) const {
  std::string character;
  unicode::append(folded(c), character);
  const Next next = first_sound(character, true, [](const Rule&) { return true; });
  return next.sound != kEdge && is_vowel(static_cast<Phoneme>(next.sound));
}

std::string_view LatinRules::word(std::string_view word) const noexcept {
  for (const LatinWord& known : std::span(tables::kLatinWords, tables::kLatinWordsSize)) {
    if (known.from == word) return known.to;
  }
  return {};
}

bool LatinRules::begins_word(std::string_view part) const noexcept {
  const std::span words(tables::kLatinWords, tables::kLatinWordsSize);
  return std::any_of(words.begin(), words.end(), [&](const LatinWord& known) { return known.from.starts_with(part); });
}

char32_t LatinRules::folded(char32_t c) const {
  const auto found = folds_.find(c);
  return found == folds_.end() ? unicode::to_lower(c) : found->second;
}

bool LatinRules::are_alike(Context a, Context b) const {
  return std::all_of(rules_.begin(), rules_.end(), [&](const std::vector<Rule>& list) {
    return std::all_of(list.begin(), list.end(),
                       [&](const Rule& rule) { return fits(rule.left, a) == fits(rule.left, b); });
  });
}

}  // namespace sorani::transliterate
