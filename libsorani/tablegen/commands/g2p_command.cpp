#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "code_points.hpp"
#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "error.hpp"
#include "transliterate/g2p/features/feature_text.hpp"
#include "transliterate/g2p/features/weights.hpp"
#include "transliterate/lexicon_tables.hpp"
#include "tsv.hpp"

namespace tablegen {
namespace {

using namespace sorani::transliterate::g2p;

LetterIndex read_alphabet(const std::filesystem::path& path) {
  const TsvFile file(path, {"code-point", "letter", "name", "kind", "joining", "source"});
  LetterIndex index;
  for (const TsvRow& row : file.rows()) index.emplace(code_point_field(row, "letter"), index.size());
  return index;
}

std::string letter_info(char symbol, Sonority sonority) {
  return fmt::format("{{'{}',Sonority{{{}}}}}", symbol, static_cast<int>(sonority));
}

/// Writes the letters, and returns their symbols.
LetterSymbols write_letters(const std::filesystem::path& path, const LetterIndex& alphabet, CppWriter& out) {
  const TsvFile file(path, {"letter", "symbol", "sonority", "source"});
  LetterSymbols symbols{};
  symbols[kEdge] = '#';
  symbols[kNone] = '-';
  std::vector<std::string> items;
  for (const TsvRow& row : file.rows()) {
    const std::size_t at = items.size();
    const auto known = alphabet.find(code_point_field(row, "letter"));
    if (known == alphabet.end() || known->second != at) row.fail("not in the order of the alphabet");
    if (row["symbol"].size() != 1) row.fail("a symbol is one ASCII character");
    const char symbol = row["symbol"].front();
    if (std::count(symbols.begin(), symbols.end(), symbol) > 0) row.fail("a second such symbol");
    symbols[at] = symbol;
    const auto sonority = sonority_by_name(row["sonority"]);
    if (!sonority) row.fail("no such class: " + row["sonority"]);
    if (row["source"].empty()) row.fail("no source");
    items.push_back(letter_info(symbol, *sonority));
  }
  if (items.size() != kLetterCount || alphabet.size() != kLetterCount) {
    throw Error(path.string() + ": not one row for each letter");
  }
  for (std::size_t at = kLetterCount; at < kLetterSymbolCount; ++at) {
    items.push_back(letter_info(symbols[at], Sonority::edge));
  }
  out.array("LetterInfo", "kLetterInfos", items);
  return symbols;
}

template <typename Number>
Number number_field(const TsvRow& row, std::string_view column) {
  const std::string& field = row[column];
  Number number{};
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
  if (error != std::errc() || end != field.data() + field.size()) row.fail("not a number: " + field);
  return number;
}

void write_weights(const std::filesystem::path& path, const LetterSymbols& letters, CppWriter& out) {
  const TsvFile file(path, {"template", "weight", "features"});
  std::vector<Weight> weights;
  double scale = 0;
  for (const TsvRow& row : file.rows()) {
    if (row["template"] == "scale") {
      scale = number_field<double>(row, "weight");
      continue;
    }
    const auto name = template_by_name(row["template"]);
    if (!name) row.fail("no such template: " + row["template"]);
    const auto steps = number_field<std::int8_t>(row, "weight");
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
  const WeightSlots table = weight_slots(weights);
  out.numbers("std::uint16_t", "kDisplacements", table.displacements);
  out.size("kDisplacementsSize", table.displacements.size());
  out.numbers("std::uint32_t", "kWeightSlots", table.slots);
  out.size("kWeightSlotsSize", table.slots.size());
  out.value("double", "kWeightScale", fmt::format("{}", scale));
}

}  // namespace

void g2p_command(Arguments arguments) {
  const std::filesystem::path data = arguments[0];
  CppWriter out(arguments[1], "g2p-letters.tsv, g2p-weights.tsv, lexicon.tsv and phonemes.tsv",
                "transliterate/g2p/generated.hpp", "sorani::transliterate::g2p::tables");
  const LetterIndex alphabet = read_alphabet(data / "alphabet.tsv");
  const LetterSymbols letters = write_letters(data / "g2p-letters.tsv", alphabet, out);
  write_lexicon(data / "lexicon.tsv", data / "phonemes.tsv", alphabet, out);
  write_weights(data / "g2p-weights.tsv", letters, out);
  out.finish();
}

}  // namespace tablegen
