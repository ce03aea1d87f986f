#include "transliterate/scheme/scheme.hpp"

#include <algorithm>
#include <map>
#include <sorani/error.hpp>
#include <vector>

#include "transliterate/to_latin/word_in_text.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::transliterate {
namespace {

const SchemeInfo& find_scheme(std::string_view name) {
  std::string names;
  for (const SchemeInfo& scheme : schemes()) {
    if (scheme.name == name) return scheme;
    if (!names.empty()) names += ", ";
    names += scheme.name;
  }
  throw Error("no scheme '" + std::string(name) + "'; there are: " + names);
}

/// The first character whose lower case is `c`, or `c` if there is none.
char32_t simple_capital(char32_t c) {
  if (c < 0x80) return c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c;
  static const auto capitals = [] {
    constexpr char32_t kPastLatin = 0x2000;
    std::map<char32_t, char32_t> map;
    for (char32_t capital = 0x80; capital < kPastLatin; ++capital) {
      if (const char32_t small = utf8::to_lower(capital); small != capital) map.emplace(small, capital);
    }
    return map;
  }();
  const auto found = capitals.find(c);
  return found == capitals.end() ? c : found->second;
}

}  // namespace

std::span<const SchemeInfo> schemes() noexcept { return tables::kSchemes; }

Scheme::Scheme(std::string_view name) : info_(&find_scheme(name)) {
  const SoundRule* rule = tables::kSoundRules.data() + info_->first_sound;
  const SoundRule* const end = rule + info_->sound_count;
  for (std::size_t sound = 0; sound < kPhonemeCount; ++sound) {
    rules_[sound] = rule;
    while (rule != end && rule->sound == static_cast<Phoneme>(sound)) ++rule;
  }
  rules_[kPhonemeCount] = rule;
}

std::string_view Scheme::image(Phoneme sound) const noexcept {
  return (rules_[static_cast<std::size_t>(sound) + 1] - 1)->to;
}

void Scheme::write(const Reading& reading, bool syllables, std::string& out) const {
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const Context left = i == 0 ? kEdge : context_of(reading[i - 1].phoneme);
    const Context right = i + 1 == reading.size() ? kEdge : context_of(reading[i + 1].phoneme);
    // The last rule of a sound fits everywhere.
    const SoundRule* rule = rules_[context_of(reading[i].phoneme)];
    while (!fits(rule->left, left) || !fits(rule->right, right)) ++rule;
    if (syllables && i > 0 && reading[i].starts_syllable) out += '.';
    out += rule->to;
  }
}

std::string_view Scheme::word(std::string_view arabic, Context left) const noexcept {
  for (const WordRule& rule : tables::kWordRules.subspan(info_->first_word, info_->word_count)) {
    if (rule.word != arabic) continue;
    if (left == kAnything ? rule.left == kAnything : rule.left != kAnything && fits(rule.left, left)) return rule.to;
  }
  return {};
}

bool Scheme::joins() const noexcept {
  const auto words = tables::kWordRules.subspan(info_->first_word, info_->word_count);
  return std::any_of(words.begin(), words.end(), [](const WordRule& rule) { return rule.left != kAnything; });
}

std::string_view Scheme::conjunction_after(Phoneme last) const noexcept {
  if (const std::string_view own = word(kConjunction, context_of(last)); !own.empty()) return own;
  // After a vowel it is w, the end of the syllable: ALA-LC, Kurdish, note 1; AsoSoft's G2P has the same.
  return is_vowel(last) ? image(Phoneme::w) : word(kConjunction, kAnything);
}

std::span<const SoundRule> Scheme::sound_rules() const noexcept {
  return tables::kSoundRules.subspan(info_->first_sound, info_->sound_count);
}

std::span<const SpellingRule> Scheme::back_rules() const noexcept {
  return tables::kBackRules.subspan(info_->first_back, info_->back_count);
}

void append_capital(char32_t c, std::string& out) {
  const char32_t capital = simple_capital(c);
  const std::u32string_view parts = utf8::canonical_decomposition(c);
  if (capital != c || parts.empty()) {
    utf8::append(capital, out);
    return;
  }
  for (const char32_t part : parts) utf8::append(simple_capital(part), out);
}

}  // namespace sorani::transliterate
