#include "transliterate/alphabet.hpp"

#include "code_points.hpp"
#include "tsv.hpp"

namespace tablegen {
namespace {

LetterKind kind_field(const TsvRow& row) {
  if (row["kind"] == "vowel") return LetterKind::vowel;
  if (row["kind"] == "semivowel") return LetterKind::semivowel;
  if (row["kind"] == "consonant") return LetterKind::consonant;
  row.fail("not a kind of letter: " + row["kind"]);
}

}  // namespace

Alphabet read_alphabet(const std::filesystem::path& path) {
  const TsvFile file(path, {"code-point", "letter", "name", "kind", "joining", "source"});
  Alphabet alphabet;
  for (const TsvRow& row : file.rows()) {
    const AlphabetLetter letter{alphabet.size(), kind_field(row)};
    if (!alphabet.emplace(code_point_field(row, "letter"), letter).second) row.fail("second row for " + row["letter"]);
  }
  return alphabet;
}

}  // namespace tablegen
