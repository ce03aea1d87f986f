#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "code_points.hpp"
#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "error.hpp"
#include "transliterate/alphabet.hpp"
#include "transliterate/g2p/features/feature_text.hpp"
#include "transliterate/g2p/features/score_tables.hpp"
#include "transliterate/lexicon_tables.hpp"
#include "transliterate/phonemes.hpp"
#include "tsv.hpp"

namespace tablegen {
namespace {

using namespace sorani::transliterate::g2p;

/// The symbols of the edge of a word and of no letter.
constexpr char kEdgeSymbol = '#', kNoneSymbol = '-';

std::string letter_info(char symbol, Sonority sonority, const std::string& sound) {
  return fmt::format("LetterInfo{{'{}',Sonority{{{}}},Phoneme::{}}}", symbol, static_cast<int>(sonority), sound);
}

/// The sound of a letter; of a semivowel, as a consonant. Fails unless phonemes.tsv and alphabet.tsv agree on the
/// letter.
const Phonemes::Entry& sound_of(const TsvRow& row, LetterKind kind, const Phonemes& phonemes) {
  const Phonemes::Entry* consonant = nullptr;
  const Phonemes::Entry* vowel = nullptr;
  for (const Phonemes::Entry& entry : phonemes.entries()) {
    if (entry.letters != row["letter"]) continue;
    const Phonemes::Entry*& known = entry.is_vowel ? vowel : consonant;
    if (known != nullptr) row.fail(fmt::format("two {}s in phonemes.tsv", entry.is_vowel ? "vowel" : "consonant"));
    known = &entry;
  }
  if ((consonant != nullptr) != (kind != LetterKind::vowel) || (vowel != nullptr) != (kind != LetterKind::consonant)) {
    row.fail("alphabet.tsv and phonemes.tsv disagree on whether this is a vowel");
  }
  return consonant != nullptr ? *consonant : *vowel;
}

bool agree(LetterKind kind, Sonority sonority) {
  if (kind == LetterKind::vowel) return sonority == Sonority::vowel;
  const bool is_glide = sonority == Sonority::waw || sonority == Sonority::yeh;
  return is_glide == (kind == LetterKind::semivowel) && sonority != Sonority::vowel && sonority != Sonority::edge;
}

/// Writes the letters, and returns their symbols.
std::string write_letters(const std::filesystem::path& path, const Alphabet& alphabet, const Phonemes& phonemes,
                          CppWriter& out) {
  const TsvFile file(path, {"letter", "symbol", "sonority", "source"});
  std::string symbols;
  std::vector<std::string> items;
  for (const TsvRow& row : file.rows()) {
    const auto known = alphabet.find(code_point_field(row, "letter"));
    if (known == alphabet.end() || known->second.index != items.size()) row.fail("not in the order of the alphabet");
    if (row["symbol"].size() != 1) row.fail("a symbol is one ASCII character");
    const char symbol = row["symbol"].front();
    if (symbol == kEdgeSymbol || symbol == kNoneSymbol || symbols.find(symbol) != std::string::npos) {
      row.fail("a second such symbol");
    }
    symbols += symbol;
    const auto sonority = sonority_by_name(row["sonority"]);
    if (!sonority) row.fail("no such class: " + row["sonority"]);
    const LetterKind kind = known->second.kind;
    if (!agree(kind, *sonority)) row.fail("alphabet.tsv has another kind of letter than " + row["sonority"]);
    if (row["source"].empty()) row.fail("no source");
    items.push_back(letter_info(symbol, *sonority, sound_of(row, kind, phonemes).name));
  }
  if (items.size() != alphabet.size()) throw Error(path.string() + ": not one row for each letter");
  for (const char symbol : {kEdgeSymbol, kNoneSymbol}) {
    symbols += symbol;
    items.push_back(letter_info(symbol, Sonority::edge, phonemes.entries().front().name));
  }
  out.value(fmt::format("std::array<LetterInfo, {}>", items.size()), "kLetterInfos",
            fmt::format("{{{{{}}}}}", fmt::join(items, ",\n")));
  return symbols;
}

template <typename Integer>
std::vector<std::string> texts(const std::vector<Integer>& values) {
  std::vector<std::string> items;
  items.reserve(values.size());
  for (const Integer value : values) {
    items.push_back(std::to_string(value) + (sizeof(Integer) > sizeof(int) ? "u" : ""));
  }
  return items;
}

void write_weights(const std::filesystem::path& path, std::string_view letters, CppWriter& out) {
  const TsvFile file(path, {"template", "weight", "features"});
  std::vector<Weight> weights;
  double scale = 0;
  for (const TsvRow& row : file.rows()) {
    if (row["template"] == "scale") {
      scale = number_in<double>(row, row["weight"]);
      continue;
    }
    const auto name = template_by_name(row["template"]);
    if (!name) row.fail("no such template: " + row["template"]);
    const auto steps = number_in<std::int8_t>(row, row["weight"]);
    if (steps == 0) row.fail("not a weight");
    std::string_view features = row["features"];
    while (!features.empty()) {
      const std::string_view text = features.substr(0, features.find(' '));
      features.remove_prefix(std::min(text.size() + 1, features.size()));
      const auto key = feature_from_text(*name, text, letters);
      if (!key) row.fail("not a feature of this template: " + std::string(text));
      weights.push_back({*key, steps});
    }
  }
  if (scale <= 0) throw Error(path.string() + ": no scale");
  const ScoreArrays arrays = score_arrays(weights);
  out.span("std::uint16_t", "kRowDisplacements", texts(arrays.rows.displacements));
  out.span("std::uint64_t", "kRowSlots", texts(arrays.rows.slots));
  out.span("std::uint16_t", "kDisplacements", texts(arrays.weights.displacements));
  out.span("std::uint32_t", "kWeightSlots", texts(arrays.weights.slots));
  out.span("std::int8_t", "kScoreCells", texts(arrays.cells));
  out.value("double", "kWeightScale", fmt::format("{}", scale));
}

}  // namespace

void g2p_command(Arguments arguments) {
  const std::filesystem::path data = arguments[0];
  CppWriter out(arguments[1], "alphabet.tsv, g2p-letters.tsv, g2p-weights.tsv, lexicon.tsv and phonemes.tsv",
                "transliterate/g2p/generated.hpp", "sorani::transliterate::g2p::tables");
  const Alphabet alphabet = read_alphabet(data / "alphabet.tsv");
  const Phonemes phonemes(data / "phonemes.tsv");
  const std::string letters = write_letters(data / "g2p-letters.tsv", alphabet, phonemes, out);
  write_lexicon(data / "lexicon.tsv", phonemes, alphabet, out);
  write_weights(data / "g2p-weights.tsv", letters, out);
  out.finish();
}

}  // namespace tablegen
