#include <fmt/core.h>

#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "code_points.hpp"
#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "error.hpp"
#include "identify/model_arrays.hpp"
#include "identify/weight_text.hpp"
#include "tsv.hpp"

namespace tablegen {
namespace {

using namespace sorani::identify;

void write_folded_letters(const std::filesystem::path& path, CppWriter& out) {
  const TsvFile file(path, {"code-point", "char", "name", "letter", "letter-name", "source"});
  std::vector<std::string> items;
  char32_t previous = 0;
  for (const TsvRow& row : file.rows()) {
    const char32_t letter = code_point_field(row, "code-point");
    const char32_t folded = code_point_field(row, "letter");
    if (code_point_field(row, "char") != letter) row.fail("code-point and char disagree");
    check_names(row, "name", std::u32string_view(&letter, 1));
    check_names(row, "letter-name", std::u32string_view(&folded, 1));
    if (letter <= previous) row.fail("not in the order of code points");
    if (row["source"].empty()) row.fail("no source");
    items.push_back(fmt::format("{{{}, {}}}", static_cast<std::uint32_t>(letter), static_cast<std::uint32_t>(folded)));
    previous = letter;
  }
  out.span("FoldedLetter", "kFoldedLetters", items);
}

std::string number_list(const TsvRow& row) {
  std::istringstream numbers(row["weights"]);
  std::string list;
  std::string number;
  std::size_t count = 0;
  while (numbers >> number) {
    list.append(count++ == 0 ? "" : ", ").append(number);
  }
  if (count != kClasses) row.fail("not as many numbers as languages");
  return fmt::format("{{{}}}", list);
}

ModelArrays arrays_of(const std::vector<WeightedFeature>& features) {
  try {
    return model_arrays(features);
  } catch (const std::invalid_argument& error) {
    throw Error(fmt::format("identify-weights.tsv: {}", error.what()));
  }
}

}  // namespace

void identify_command(Arguments arguments) {
  const std::filesystem::path data = arguments[0];
  CppWriter out(arguments[1], "identify-letters.tsv and identify-weights.tsv", "identify/generated.hpp",
                "sorani::identify::tables");
  write_folded_letters(data / "identify-letters.tsv", out);
  const TsvFile file(data / "identify-weights.tsv", {"feature", "weights"});
  std::vector<WeightedFeature> features;
  for (const TsvRow& row : file.rows()) {
    const std::string& name = row["feature"];
    if (name == "=scale") {
      out.value("double", "kScale", row["weights"]);
    } else if (name == "=exponent") {
      out.value("double", "kExponent", row["weights"]);
    } else if (name == "=bias") {
      out.value("std::array<double, 16>", "kBias", number_list(row));
    } else {
      const auto weights = parse_weights(row["weights"]);
      if (!weights) row.fail("malformed weights");
      features.push_back({to_code_points(name), *weights});
    }
  }
  const ModelArrays arrays = arrays_of(features);
  out.numbers("LetterCode", "kLowLetterCodes", arrays.low_letters);
  std::vector<std::string> letters;
  for (const CodedLetter& letter : arrays.high_letters) {
    letters.push_back(fmt::format("{{{}, {}}}", static_cast<std::uint32_t>(letter.letter), letter.code));
  }
  out.span("CodedLetter", "kHighLetters", letters);
  out.numbers("std::uint32_t", "kNodes", arrays.nodes);
  out.numbers("std::int8_t", "kWeights", arrays.weights);
  out.finish();
}

}  // namespace tablegen
