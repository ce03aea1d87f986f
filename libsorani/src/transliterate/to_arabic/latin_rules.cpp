#include "transliterate/to_arabic/latin_rules.hpp"

#include <algorithm>
#include <span>

#include "script/script.hpp"
#include "transliterate/address_finder.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::transliterate {
namespace {

/// The numbers of all phonemes, as storage for the views of inverted rules.
constexpr auto kNumbers = [] {
  std::array<char, kPhonemeCount> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<char>(i);
  return numbers;
}();

int contexts(const SpellingRule& rule) noexcept {
  return (rule.left != kAnything) + (rule.right != kAnything) + (rule.with != 0 ? 1 : 0);
}

bool is_latin(char32_t c) noexcept { return script::is(c, script::kLatinLetter | script::kMark); }

template <typename Visitor>
void for_each_character(std::string_view text, const Visitor& visit) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    visit(c.value);
    at += c.length;
  }
}

}  // namespace

LatinRules::LatinRules(const Scheme& scheme) : is_unique_(scheme.info().is_unique) {
  Images images;
  for (const SoundRule& rule : scheme.sound_rules()) {
    if (!rule.to.empty()) images[rule.to].insert(rule.sound);
  }
  for (const SpellingRule& rule : scheme.back_rules()) add_rule(rule);
  add_spellings(images, true);
  add_inverse_images(images);
  add_spellings(images, false);
  for (auto& list : rules_) {
    // Stable: of rules with texts of one length, those added first win.
    std::stable_sort(list.begin(), list.end(),
                     [](const Rule& a, const Rule& b) { return a.from.size() > b.from.size(); });
  }
  index_enclitics();
  for (const Fold& fold : tables::kFolds) {
    if (is_sign(fold.from)) continue;
    folds_.emplace(fold.from, fold.to);
    if (!is_latin(fold.from)) signs_ += fold.from;
  }
  collect_known();
}

void LatinRules::collect_known() {
  const auto add = [&](std::string_view text) { for_each_character(text, [&](char32_t c) { known_ += c; }); };
  for (const std::vector<Rule>& list : rules_) {
    for (const Rule& rule : list) {
      add(rule.from);
    }
  }
  for (std::size_t i = 0; i < tables::kCharacterSets.size(); ++i) {
    if (((unless_sets_ | with_sets_) >> i & 1) != 0) known_ += tables::kCharacterSets[i];
  }
  for (const LatinWord& word : tables::kLatinWords) add(word.from);
  std::sort(known_.begin(), known_.end());
  known_.erase(std::unique(known_.begin(), known_.end()), known_.end());
}

void LatinRules::index_enclitics() {
  if (is_unique_) return;
  for (std::size_t byte = 0x80; byte < begins_enclitic_.size(); ++byte) begins_enclitic_[byte] = true;
  for (const Enclitic& known : tables::kEnclitics) {
    const auto first = static_cast<std::uint8_t>(known.from.front());
    begins_enclitic_[first] = true;
    if (first < 0x80) begins_enclitic_[first - 'a' + 'A'] = true;
  }
}

bool LatinRules::begins_enclitic_beyond_ascii(std::string_view text, std::size_t at) const {
  std::string first;
  utf8::append(folded(utf8::decode(text, at).value), first);
  return begins_enclitic(first);
}

void LatinRules::add_rule(const SpellingRule& rule) {
  rules_[static_cast<std::uint8_t>(rule.from.front())].push_back(
      {rule.from, rule.left, rule.right, rule.unless, rule.with, rule.to});
  unless_sets_ |= rule.unless;
  with_sets_ |= rule.with;
  for_each_character(rule.from, [&](char32_t c) {
    if (!is_latin(c) && !is_sign(c)) signs_ += c;
  });
}

CharacterSets LatinRules::sets_of(char32_t c) const noexcept {
  CharacterSets sets = 0;
  for (std::size_t i = 0; i < tables::kCharacterSets.size(); ++i) {
    if (tables::kCharacterSets[i].find(c) != std::u32string_view::npos) sets |= static_cast<CharacterSets>(1u << i);
  }
  return sets & (unless_sets_ | with_sets_);
}

/// Adds the inverse of the table of the scheme. A text that several sounds share is left to the spellings.
void LatinRules::add_inverse_images(const Images& images) {
  for (const auto& [text, sounds] : images) {
    if (sounds.size() > 1) continue;
    const char* const sound = kNumbers.data() + static_cast<std::size_t>(*sounds.begin());
    add_rule({text, kAnything, kAnything, 0, 0, {sound, 1}});
  }
}

/// Adds the rows of latin-spellings.tsv that have contexts, or those that have none.
void LatinRules::add_spellings(const Images& images, bool have_contexts) {
  std::vector<SpellingRule> spellings(tables::kSpellings.begin(), tables::kSpellings.end());
  std::stable_sort(spellings.begin(), spellings.end(),
                   [](const SpellingRule& a, const SpellingRule& b) { return contexts(a) > contexts(b); });
  for (const SpellingRule& rule : spellings) {
    if ((contexts(rule) > 0) != have_contexts) continue;
    // With unique decoding two letters are two sounds, and no letter depends on its neighbors.
    if (is_unique_ && (utf8::decode(rule.from, 0).length != rule.from.size() || images.contains(rule.from))) continue;
    // Spellings with a sign are skipped if the scheme itself says what the sign stands for.
    const auto holds = [&](const auto& image) {
      return !is_latin(utf8::decode(image.first, 0).value) && image.second.size() == 1 &&
             rule.from.find(image.first) != std::string_view::npos;
    };
    if (std::any_of(images.begin(), images.end(), holds)) continue;
    add_rule(rule);
  }
}

bool LatinRules::begins_with_vowel(char32_t c) const {
  std::string character;
  utf8::append(folded(c), character);
  const Next next = first_sound(character, kEdge, true, [](const Rule&) { return true; });
  return next.sound != kEdge && is_vowel(static_cast<Phoneme>(next.sound));
}

const Enclitic* LatinRules::enclitic(std::string_view word, Context before) const noexcept {
  if (is_unique_) return nullptr;
  for (const Enclitic& known : tables::kEnclitics) {
    if (known.from == word && fits(known.left, before)) return &known;
  }
  return nullptr;
}

bool LatinRules::begins_enclitic(std::string_view part) const noexcept {
  const auto& all = tables::kEnclitics;
  return !is_unique_ &&
         std::any_of(all.begin(), all.end(), [&](const Enclitic& known) { return known.from.starts_with(part); });
}

LatinRules::Ending LatinRules::ending(std::string_view letters, std::uint8_t last_slot) const noexcept {
  if (letters.empty()) return {true, false};
  Ending result;
  for (const SuffixPart& part : tables::kSuffixParts) {
    if (part.slot <= last_slot) continue;
    if (letters.starts_with(part.from)) {
      const Ending rest = ending(letters.substr(part.from.size()), part.slot);
      result.is_complete |= rest.is_complete;
      result.is_prefix |= rest.is_prefix;
    } else if (part.from.starts_with(letters)) {
      result.is_prefix = true;
    }
  }
  return result;
}

std::string_view LatinRules::word(std::string_view word) const noexcept {
  for (const LatinWord& known : tables::kLatinWords) {
    if (known.from == word) return known.to;
  }
  return {};
}

bool LatinRules::begins_word(std::string_view part) const noexcept {
  const auto& words = tables::kLatinWords;
  return std::any_of(words.begin(), words.end(), [&](const LatinWord& known) { return known.from.starts_with(part); });
}

char32_t LatinRules::folded(char32_t c) const {
  if (c < 0x80 && is_ascii_letter(static_cast<char>(c))) return c | 0x20;
  const auto found = folds_.find(c);
  return found == folds_.end() ? utf8::to_lower(c) : found->second;
}

LatinRules::Dependence LatinRules::dependence(char32_t first) const {
  std::string character;
  utf8::append(first, character);
  Dependence result = Dependence::nothing;
  for (const Rule& rule : rules_[static_cast<std::uint8_t>(character.front())]) {
    if (!rule.from.starts_with(character)) continue;
    const auto sound = static_cast<Phoneme>(rule.to.front());
    const bool is_spelled_alone = !is_vowel(sound) && sound != Phoneme::w && sound != Phoneme::y;
    if (!is_spelled_alone || (rule.left != kAnything && rule.left != kEdge)) return Dependence::all;
    if (rule.left == kEdge) result = Dependence::edge;
  }
  return begins_word(character) ? Dependence::all : result;
}

bool LatinRules::are_equivalent(Context a, Context b) const {
  const auto fits_both = [&](const auto& rule) { return fits(rule.left, a) == fits(rule.left, b); };
  const auto& enclitics = tables::kEnclitics;
  return std::all_of(enclitics.begin(), enclitics.end(), fits_both) &&
         std::all_of(rules_.begin(), rules_.end(),
                     [&](const std::vector<Rule>& list) { return std::all_of(list.begin(), list.end(), fits_both); });
}

}  // namespace sorani::transliterate
