#include "lid/text/examples.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
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

/// How many examples there are of each class of length.
using LengthCounts = std::array<double, 6>;

/// The class of an example's length: one word, two, three or four, up to eight, up to sixteen, more.
std::size_t length_class(const std::string& text) {
  const std::size_t words = std::max<std::size_t>(words_of(text).size(), 1);
  return std::min<std::size_t>(std::bit_width(words - 1), std::tuple_size_v<LengthCounts> - 1);
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
  constexpr double kMostFactor = 8;
  std::array<LengthCounts, sorani::kLanguageCount> counts{};
  for (const Example& example : examples) ++counts[example.language][length_class(example.text)];
  std::array<double, sorani::kLanguageCount> sums{};
  for (std::size_t i = 0; i < counts.size(); ++i) sums[i] = std::accumulate(counts[i].begin(), counts[i].end(), 0.0);
  const auto languages =
      static_cast<double>(sums.size() - static_cast<std::size_t>(std::count(sums.begin(), sums.end(), 0.0)));
  LengthCounts mean_shares{};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    for (std::size_t length = 0; length < mean_shares.size(); ++length) {
      mean_shares[length] += counts[i][length] / std::max(sums[i], 1.0) / languages;
    }
  }
  for (Example& example : examples) {
    const std::size_t length = length_class(example.text);
    const double sum = sums[example.language];
    const double share_of_length = counts[example.language][length] / sum;
    const double balance = std::clamp(mean_shares[length] / share_of_length, 1 / kMostFactor, kMostFactor);
    const double factor = is(example.language, Language::ckb_arab) ? sorani_weight
                          : is(example.language, Language::und)    ? 0.5
                                                                   : 1;
    const double share = sum / static_cast<double>(examples.size());
    example.weight = static_cast<float>(factor * balance / std::sqrt(share * sorani::kLanguageCount));
  }
}

}  // namespace lid_trainer
