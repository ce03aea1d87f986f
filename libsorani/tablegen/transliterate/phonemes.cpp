#include "transliterate/phonemes.hpp"

#include <set>
#include <sstream>

#include "code_points.hpp"

namespace tablegen {

using namespace sorani::transliterate;

Phonemes::Phonemes(const std::filesystem::path& path) {
  const TsvFile file(path, {"phoneme", "symbol", "letters", "letter-names", "kind", "source"});
  // Sets of sounds are masks of 64 bits.
  if (file.rows().size() > 64) file.rows().back().fail("too many sounds");
  std::set<std::string> names;
  for (const TsvRow& row : file.rows()) {
    const auto number = static_cast<std::uint8_t>(entries_.size());
    (void)code_point_field(row, "symbol");
    check_names(row, "letter-names", to_code_points(row["letters"]));
    if (row["kind"] != "vowel" && row["kind"] != "consonant") row.fail("neither vowel nor consonant: " + row["kind"]);
    if (row["source"].empty()) row.fail("no source");
    if (!number_.emplace(row["symbol"], number).second) row.fail("second row for " + row["symbol"]);
    if (!names.insert(row["phoneme"]).second) row.fail("second row for " + row["phoneme"]);
    entries_.push_back({row["phoneme"], row["symbol"], row["letters"], row["kind"] == "vowel"});
  }
}

std::uint8_t Phonemes::number(const TsvRow& row, const std::string& symbol) const {
  const auto found = number_.find(symbol);
  if (found == number_.end()) row.fail("no such sound: " + symbol);
  return found->second;
}

std::vector<std::uint8_t> Phonemes::numbers(const TsvRow& row, std::string_view column) const {
  std::vector<std::uint8_t> sounds;
  std::istringstream symbols(row[column]);
  for (std::string symbol; symbols >> symbol;) sounds.push_back(number(row, symbol));
  if (sounds.empty()) row.fail("no sound");
  return sounds;
}

Context Phonemes::context(const TsvRow& row, std::string_view column) const {
  const std::string& field = row[column];
  if (field.empty()) return kAnything;
  if (field == "edge") return kEdge;
  if (field == "vowel") return kAnyVowel;
  if (field == "consonant") return kAnyConsonant;
  return number(row, field);
}

}  // namespace tablegen
