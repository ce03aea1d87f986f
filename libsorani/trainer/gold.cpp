#include "gold.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <sorani/normalizer.hpp>
#include <stdexcept>
#include <string_view>

#include "transliterate/scheme/generated.hpp"
#include "transliterate/to_latin/arabic_word.hpp"

namespace trainer {
namespace {

using sorani::transliterate::PhonemeInfo;
using sorani::transliterate::tables::kPhonemes;

/// Parses phonemes in the symbols of phonemes.tsv, none of which is a prefix of another.
Reading parse_reading(std::string_view text) {
  Reading reading;
  bool starts = false;
  while (!text.empty()) {
    if (text.front() == '.') {
      starts = true;
      text.remove_prefix(1);
      continue;
    }
    const auto begins = [&](const PhonemeInfo& phoneme) { return text.starts_with(phoneme.symbol); };
    const auto found = std::find_if(kPhonemes.begin(), kPhonemes.end(), begins);
    if (found == kPhonemes.end()) throw std::runtime_error(fmt::format("unknown symbol at '{}'", text));
    reading.push_back({found->phoneme, starts});
    starts = false;
    text.remove_prefix(found->symbol.size());
  }
  return reading;
}

/// The letters of a word, as ku-latin reads it.
std::vector<std::uint8_t> parse_word(std::string_view text) {
  static sorani::Normalizer normalize;
  std::vector<std::uint8_t> letters;
  sorani::transliterate::read_letters(normalize(text), letters);
  return letters;
}

GoldWord parse_line(std::string_view line) {
  GoldWord word;
  std::size_t tab = line.find('\t');
  word.text = line.substr(0, tab);
  word.letters = parse_word(word.text);
  while (tab != std::string_view::npos) {
    const std::size_t next = line.find('\t', tab + 1);
    word.transcripts.emplace_back(line.substr(tab + 1, next - tab - 1));
    word.readings.push_back(parse_reading(word.transcripts.back()));
    tab = next;
  }
  if (word.readings.empty()) throw std::runtime_error("no reading");
  return word;
}

}  // namespace

std::vector<GoldWord> read_gold(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(fmt::format("{}: cannot be read", path.string()));
  std::vector<GoldWord> words;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    try {
      words.push_back(parse_line(line));
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(fmt::format("{}:{}: {}", path.string(), number, error.what()));
    }
  }
  return words;
}

std::vector<GoldWord> read_lexicon(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(fmt::format("{}: cannot be read", path.string()));
  std::vector<GoldWord> words;
  std::string line;
  bool is_named = false;
  while (std::getline(in, line)) {
    if (line.empty() || line.front() == '#') continue;
    // The build has checked the rows; the first one names the columns.
    const std::size_t reading = line.find('\t') + 1, kind = line.find('\t', reading) + 1,
                      source = line.find('\t', kind);
    const std::string_view class_name = std::string_view(line).substr(kind, source - kind);
    const bool is_affix = class_name == "prefix" || class_name == "suffix";
    const bool is_form = std::string_view(line).substr(source + 1) == "form";
    if (is_named && !is_affix && !is_form) words.push_back(parse_line(std::string_view(line).substr(0, kind - 1)));
    is_named = true;
  }
  return words;
}

std::string transcript(const Reading& reading, bool with_syllables) {
  std::string text;
  for (const auto& sound : reading) {
    if (with_syllables && sound.starts_syllable) text += '.';
    text += kPhonemes[static_cast<std::size_t>(sound.phoneme)].symbol;
  }
  return text;
}

}  // namespace trainer
