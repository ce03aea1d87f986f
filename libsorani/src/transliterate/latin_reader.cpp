#include "transliterate/latin_reader.hpp"

#include <algorithm>
#include <optional>
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

constexpr Context number(Phoneme phoneme) noexcept { return static_cast<Context>(phoneme); }

bool is_vowel_number(Context sound) noexcept { return sound != kEdge && is_vowel(static_cast<Phoneme>(sound)); }

std::string_view letters(Context sound) noexcept { return tables::kPhonemes[sound].letters; }

int contexts(const SpellingRule& rule) noexcept { return (rule.left != kAnything) + (rule.right != kAnything); }

bool is_latin(char32_t c) noexcept { return script::is(c, script::kLatinLetter | script::kMark); }

/// The letter that a letter with marks is made from.
char32_t base_letter(char32_t c) noexcept {
  const std::u32string_view parts = unicode::canonical_decomposition(c);
  return parts.empty() ? c : base_letter(parts.front());
}

}  // namespace

LatinReader::LatinReader(const Scheme& scheme) {
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

void LatinReader::add_rule(const Rule& rule) {
  rules_[static_cast<std::uint8_t>(rule.from.front())].push_back(rule);
  for (std::size_t at = 0; at < rule.from.size();) {
    const unicode::Decoded c = unicode::decode(rule.from, at);
    if (!is_latin(c.value) && !is_sign(c.value)) signs_ += c.value;
    at += c.length;
  }
}

/// The rules of the scheme read backwards. What stands for several sounds is left to the spellings. Returns the texts
/// that are no letters of the Latin script.
std::vector<std::string_view> LatinReader::add_inverse_images(const Scheme& scheme) {
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

/// Sets `folded_` to the word in lower case, composed, without the variants of signs.
void LatinReader::fold(std::string_view word) {
  std::u32string characters;
  for (std::size_t at = 0; at < word.size();) {
    const unicode::Decoded decoded = unicode::decode(word, at);
    at += decoded.length;
    char32_t c = decoded.value;
    const auto found = folds_.find(c);
    c = found == folds_.end() ? unicode::to_lower(c) : found->second;
    if (!characters.empty()) {
      if (const std::optional<char32_t> composed = unicode::compose(characters.back(), c)) {
        characters.back() = *composed;
        continue;
      }
    }
    characters += c;
  }
  folded_.clear();
  for (const char32_t c : characters) unicode::append(c, folded_);
}

bool LatinReader::holds_one(std::string_view texts) const {
  while (!texts.empty()) {
    const std::size_t space = std::min(texts.find(' '), texts.size());
    if (folded_.find(texts.substr(0, space)) != std::string::npos) return true;
    texts.remove_prefix(std::min(space + 1, texts.size()));
  }
  return false;
}

/// The sound that the text at `at` begins with, as far as can be told without its neighbors.
Context LatinReader::first_sound(std::size_t at) const {
  const Rule* const rule = at < folded_.size() ? find(at, kAnything, false) : nullptr;
  return rule == nullptr ? kEdge : static_cast<Context>(rule->to.front());
}

/// The rule for what stands at `at`, or null. Without looking ahead, contexts are taken to fit.
const LatinReader::Rule* LatinReader::find(std::size_t at, Context left, bool look_ahead) const {
  const std::string_view rest = std::string_view(folded_).substr(at);
  for (const Rule& rule : rules_[static_cast<std::uint8_t>(rest.front())]) {
    if (!rest.starts_with(rule.from)) continue;
    if (look_ahead) {
      if (!fits(rule.left, left)) continue;
      if (rule.right != kAnything && !fits(rule.right, first_sound(at + rule.from.size()))) continue;
    }
    if (!rule.unless.empty() && holds_one(rule.unless)) continue;
    return &rule;
  }
  return nullptr;
}

void LatinReader::read(std::string_view word, std::string& out) {
  fold(word);
  for (const LatinWord& known : std::span(tables::kLatinWords, tables::kLatinWordsSize)) {
    if (known.from == folded_) {
      out += known.to;
      return;
    }
  }
  parts_.clear();
  for (std::size_t at = 0; at < folded_.size();) {
    const Context left = parts_.empty() ? kEdge : parts_.back().sound;
    if (const Rule* const rule = find(at, left, true)) {
      for (const char sound : rule->to) parts_.push_back({static_cast<Context>(sound), {}});
      at += rule->from.size();
      continue;
    }
    const unicode::Decoded c = unicode::decode(folded_, at);
    if (const char32_t base = base_letter(c.value); base != c.value && base < 0x80) {
      folded_.replace(at, c.length, 1, static_cast<char>(base));
      continue;
    }
    parts_.push_back({kEdge, std::string_view(folded_).substr(at, c.length)});
    at += c.length;
  }
  spell(out);
}

void LatinReader::spell(std::string& out) {
  constexpr std::string_view kHamza = "ئ", kYeh = "ی", kTatweel = "ـ";
  Context before = kEdge;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const auto [sound, text] = parts_[i];
    if (sound == kEdge) {
      out += text;
    } else if (!is_vowel_number(sound)) {
      out += letters(sound);
      const bool is_last = i + 1 == parts_.size() || parts_[i + 1].sound == kEdge;
      if (sound == number(Phoneme::h) && is_last) out += kTatweel;
    } else if (before == number(Phoneme::i) || before == number(Phoneme::ii)) {
      // What is said between these and a vowel is y; and w, which u and û are written with already.
      out += kYeh;
      out += letters(sound);
    } else if (is_vowel_number(before) && sound == number(Phoneme::i)) {
      out += kYeh;
    } else {
      const bool is_said_with_w = before == number(Phoneme::u) || before == number(Phoneme::uu);
      if (before == kEdge || (is_vowel_number(before) && !is_said_with_w)) out += kHamza;
      out += letters(sound);
    }
    before = sound;
  }
}

bool LatinReader::begins_with_vowel(std::string_view text) {
  fold(text.substr(0, unicode::decode(text, 0).length));
  return is_vowel_number(first_sound(0));
}

}  // namespace sorani::transliterate
