#include "corpus/word_maker.hpp"

#include <algorithm>
#include <cmath>

namespace corpus {
namespace {

constexpr std::size_t kLetterBytes = 2;  // every letter of the alphabet

}  // namespace

WordMaker::WordMaker(const std::string& data, std::uint64_t seed) : seed_(seed) {
  const Table syllables(data + "/syllables.tsv", 3);
  first_onset_ = letters(syllables, "onset-first");
  onset_ = letters(syllables, "onset");
  first_nucleus_ = letters(syllables, "nucleus-first");
  nucleus_ = letters(syllables, "nucleus");
  inner_coda_ = letters(syllables, "coda");
  last_coda_ = letters(syllables, "coda-last");
  vowels_ = letters(syllables, "vowel").items;
  glides_ = letters(syllables, "glide").items;

  const Table affixes(data + "/affixes.tsv", 4);
  prefix_ = slot(affixes, "prefix");
  for (const auto* name : {"derivation", "number", "clitic", "ending"}) suffixes_.push_back(slot(affixes, name));

  const Parameters law(Table(data + "/vocabulary.tsv", 2), 1);
  stem_exponent_ = law["stem_exponent"];
  affixed_ = law["affixed"];
  affixed_growth_ = law["affixed_growth"];
  more_syllables_ = {{{law["second_syllable"], law["second_syllable_growth"]},
                      {law["third_syllable"], law["third_syllable_growth"]},
                      {law["fourth_syllable"], law["fourth_syllable_growth"]}}};
}

WordMaker::Letters WordMaker::letters(const Table& table, std::string_view place) {
  Letters result;
  std::vector<double> weights;
  for (const auto& row : table.rows()) {
    if (row[0] != place) continue;
    result.items.push_back(row[1]);
    weights.push_back(table.number(row, 2));
  }
  result.choice = WeightedChoice(weights);
  return result;
}

WordMaker::Slot WordMaker::slot(const Table& table, std::string_view name) {
  Slot result;
  std::vector<double> weights;
  for (const auto& row : table.rows()) {
    if (row[0] != name) continue;
    result.affixes.push_back({row[1], row[2]});
    weights.push_back(table.number(row, 3));
  }
  result.choice = WeightedChoice(weights);
  return result;
}

bool WordMaker::ends_in_vowel(std::string_view word) const {
  const auto is_one_of = [](std::string_view letter, const std::vector<std::string>& letters) {
    return std::find(letters.begin(), letters.end(), letter) != letters.end();
  };
  if (word.size() < 2 * kLetterBytes) return false;
  const std::string_view last = word.substr(word.size() - kLetterBytes);
  const std::string_view before = word.substr(word.size() - 2 * kLetterBytes, kLetterBytes);
  return is_one_of(last, vowels_) || (is_one_of(last, glides_) && !is_one_of(before, vowels_));
}

void WordMaker::append_stem(std::uint64_t stem, std::string& out) const {
  Random random(mix(seed_, ~stem));
  const double magnitude = std::log10(static_cast<double>(stem) + 1);
  std::size_t syllables = 1;
  for (const auto& [chance, growth] : more_syllables_) {
    if (random.chance(chance + growth * magnitude)) ++syllables;
  }
  for (std::size_t i = 0; i < syllables; ++i) {
    out += (i == 0 ? first_onset_ : onset_).draw(random);
    const std::string& nucleus = (i == 0 ? first_nucleus_ : nucleus_).draw(random);
    out += nucleus;
    const Letters& codas = i + 1 == syllables ? last_coda_ : inner_coda_;
    const std::string* coda = &codas.draw(random);
    // A stem does not end in an unwritten vowel.
    while (i + 1 == syllables && nucleus.empty() && coda->empty()) coda = &codas.draw(random);
    out += *coda;
  }
}

void WordMaker::append(std::uint64_t rank, std::uint64_t salt, std::string& out) const {
  Random random(mix(mix(seed_, rank), salt));
  const double stems = std::pow(static_cast<double>(rank) + 30, stem_exponent_);
  const auto stem = static_cast<std::uint64_t>(random.unit() * stems);
  if (!random.chance(affixed_ + affixed_growth_ * std::log10(static_cast<double>(rank) + 1))) {
    append_stem(stem, out);
    return;
  }
  const std::size_t begin = out.size();
  out += prefix_.affixes[prefix_.choice(random)].after_consonant;
  append_stem(stem, out);
  for (const auto& slot : suffixes_) {
    const auto& affix = slot.affixes[slot.choice(random)];
    out += ends_in_vowel(std::string_view(out).substr(begin)) ? affix.after_vowel : affix.after_consonant;
  }
}

}  // namespace corpus
