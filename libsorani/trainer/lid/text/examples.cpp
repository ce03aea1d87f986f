#include "lid/text/examples.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <sorani/language_identifier.hpp>
#include <sorani/normalizer.hpp>
#include <sorani/transliterator.hpp>

namespace lid_trainer {
namespace {

using sorani::Language;

bool is(std::size_t language, Language other) { return language == static_cast<std::size_t>(other); }

/// Kurdish in the Arabic script, whatever the language.
bool is_kurdish_arabic(std::size_t language) {
  return is(language, Language::ckb_arab) || is(language, Language::kmr_arab) || is(language, Language::sdh_arab) ||
         is(language, Language::hac_arab);
}

bool is_arabic_script(std::size_t language) { return to_string(static_cast<Language>(language)).ends_with("-Arab"); }

bool is_diacritic_latin(std::size_t language) {
  return is(language, Language::ckb_latn) || is(language, Language::kmr_latn) || is(language, Language::zza_latn) ||
         is(language, Language::tur_latn);
}

std::string vary(const std::string& text, std::size_t language, const Typist& typist, Random& random) {
  if (is_kurdish_arabic(language)) return typist.type(text, random);
  return latin_chat(text, is(language, Language::ckb_latn), random);
}

/// A part of `count` words, from anywhere in the line.
std::string part(const std::vector<std::string>& words, std::size_t count, Random& random) {
  count = std::min(count, words.size());
  const std::size_t begin = random.below(words.size() - count + 1);
  return join(words, begin, begin + count);
}

/// A line with a quotation of at most a third of its words from another line.
std::string quote(const std::vector<std::string>& words, const std::string& other, Random& random) {
  const std::vector<std::string> quoted = words_of(other);
  const std::size_t at = random.below(words.size() + 1);
  std::string text = join(words, 0, at);
  text.append(" «").append(part(quoted, std::max<std::size_t>(words.size() / 3, 1), random)).append("» ");
  return text + join(words, at, words.size());
}

/// A line as an item of a list, marked by a letter, as books number them.
std::string number(const std::string& line, Random& random) {
  static constexpr std::string_view kLetters[] = {"أ", "ا", "ب", "پ", "ت", "ج", "چ", "د",
                                                  "ه", "و", "ز", "ن", "ل", "ئ", "ژ"};
  static constexpr std::string_view kMarks[] = {"- ", "-", ") ", ". ", "\u200C- ", "\u0640- "};
  std::string text(kLetters[random.below(std::size(kLetters))]);
  return text.append(kMarks[random.below(std::size(kMarks))]).append(line);
}

}  // namespace

void add_latin_sorani(Corpus& corpus, std::size_t count, std::uint64_t seed) {
  Random random(seed);
  std::vector<std::string> lines;
  for (const Line& line : corpus.lines) {
    if (is(line.language, Language::ckb_arab)) lines.push_back(line.text);
  }
  random.shuffle(lines);
  lines.resize(std::min(lines.size(), count));
  sorani::Normalizer normalize;
  std::vector<sorani::Transliterator> schemes;
  for (const char* const scheme : {"hawar", "simple", "simple"}) {
    schemes.emplace_back(sorani::TransliteratorOptions{.scheme = scheme});
  }
  for (const std::string& line : lines) {
    corpus.lines.push_back({schemes[random.below(schemes.size())](normalize(line)),
                            static_cast<std::size_t>(Language::ckb_latn), corpus.sources.size()});
  }
  corpus.sources.emplace_back("ckb-Latn.made");
}

std::vector<Example> make_examples(std::span<const Line* const> lines, const Typist& typist, std::uint64_t seed) {
  static constexpr std::size_t kParts[] = {1, 2, 3, 3, 5, 8};
  Random random(seed);
  std::vector<Example> examples;
  for (const Line* const line : lines) {
    const std::size_t language = line->language;
    const bool varies = is_kurdish_arabic(language) || is_diacritic_latin(language);
    const std::vector<std::string> words = words_of(line->text);
    const auto add = [&](const std::string& text) { examples.push_back({text, language}); };
    add(line->text);
    if (varies) add(vary(line->text, language, typist, random));
    if (words.size() < 2) continue;
    const std::string text = part(words, kParts[random.below(std::size(kParts))], random);
    add(text);
    if (varies) add(vary(text, language, typist, random));
    const Line& other = *lines[random.below(lines.size())];
    if (words.size() >= 6 && random.chance(10)) add(quote(words, other.text, random));
    if (is_arabic_script(language) && random.chance(10)) {
      add(number(random.chance(50) ? part(words, kParts[random.below(std::size(kParts))], random) : line->text,
                 random));
    }
  }
  return examples;
}

void weight_examples(std::vector<Example>& examples, double sorani_weight) {
  std::array<double, sorani::kLanguageCount> counts{};
  for (const Example& example : examples) ++counts[example.language];
  for (Example& example : examples) {
    const double share = counts[example.language] / static_cast<double>(examples.size());
    const double factor = is(example.language, Language::ckb_arab) ? sorani_weight
                          : is(example.language, Language::und)    ? 0.5
                                                                   : 1;
    example.weight = static_cast<float>(factor / std::sqrt(share * sorani::kLanguageCount));
  }
}

}  // namespace lid_trainer
