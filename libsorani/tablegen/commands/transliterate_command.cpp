#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "characters.hpp"
#include "code_points.hpp"
#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "transliterate/alphabet.hpp"
#include "transliterate/phonemes.hpp"
#include "transliterate/scheme.hpp"
#include "tsv.hpp"
#include "unicode.hpp"

namespace tablegen {
namespace {

using namespace sorani::transliterate;

void require_source(const TsvRow& row) {
  if (row["source"].empty()) row.fail("no source");
}

/// A field that holds "yes" or "no".
bool yes(const TsvRow& row, std::string_view column) {
  if (row[column] != "yes" && row[column] != "no") row.fail(row[column] + " is neither yes nor no");
  return row[column] == "yes";
}

/// A field of text that may be empty.
std::u32string any_text(const TsvRow& row, std::string_view column) {
  return row[column].empty() ? std::u32string() : text_field(row, column);
}

void write_phonemes(const Phonemes& phonemes, CppWriter& out) {
  std::vector<std::string> items;
  for (const Phonemes::Entry& entry : phonemes.entries()) {
    items.push_back(fmt::format("PhonemeInfo{{Phoneme::{}, {}, {}}}", entry.name, string_literal(entry.symbol),
                                string_literal(entry.letters)));
  }
  out.value(fmt::format("std::array<PhonemeInfo, {}>", items.size()), "kPhonemes",
            fmt::format("{{{{{}}}}}", fmt::join(items, ",\n")));
}

void write_schemes(const std::filesystem::path& data, const Phonemes& phonemes, CppWriter& out) {
  const TsvFile file(data / "schemes.tsv", {"scheme", "capitals", "decoding", "description", "source"});
  SchemeItems items;
  std::set<std::string> names;
  for (const TsvRow& row : file.rows()) {
    if (!names.insert(row["scheme"]).second) row.fail("second row for " + row["scheme"]);
    add_scheme(row, data / "schemes", phonemes, items);
  }
  for (const auto& entry : std::filesystem::directory_iterator(data / "schemes")) {
    if (!names.contains(entry.path().stem())) file.rows().back().fail("no row for " + entry.path().string());
  }
  out.span("SchemeInfo", "kSchemes", items.schemes);
  out.span("SoundRule", "kSoundRules", items.sounds);
  out.span("WordRule", "kWordRules", items.words);
  out.span("SpellingRule", "kBackRules", items.back);
}

/// The ASCII letters that an enclitic can begin with, from line-cuts.tsv.
std::string enclitic_initials(const std::filesystem::path& path) {
  const TsvFile file(path, {"kind", "code-point", "char", "name", "source"});
  std::string initials;
  for (const TsvRow& row : file.rows()) {
    if (row["kind"] == "enclitic") initials += row["char"];
  }
  return initials;
}

/// Rejects an enclitic before which a long line may be cut: see `Fragment`.
void check_enclitic(const TsvRow& row, std::string_view initials) {
  const char first = row["from"].front();
  if (static_cast<unsigned char>(first) < 0x80 && initials.find(first) == std::string_view::npos) {
    row.fail("a line may be cut before " + row["from"]);
  }
}

/// The sets of characters in the columns `unless` and `with` of all rows.
class CharacterSetList {
 public:
  /// The bit of the set in a field, which lists non-ASCII characters separated by spaces; 0 if it is empty.
  unsigned bit(const TsvRow& row, std::string_view column) {
    std::u32string set;
    bool follows_character = false;
    for (const char32_t c : any_text(row, column)) {
      if (c != U' ' && (c < 0x80 || follows_character)) row.fail("not single characters beyond ASCII: " + row[column]);
      follows_character = c != U' ';
      if (follows_character) set += c;
    }
    if (set.empty()) return 0;
    const auto found = std::find(sets_.begin(), sets_.end(), set);
    const auto index = static_cast<std::size_t>(found - sets_.begin());
    if (found == sets_.end()) sets_.push_back(set);
    if (index >= std::numeric_limits<CharacterSets>::digits) row.fail("too many sets of characters");
    return 1u << index;
  }

  std::vector<std::string> items() const {
    std::vector<std::string> literals;
    for (const std::u32string& set : sets_) literals.push_back(u32_literal(set));
    return literals;
  }

 private:
  using CharacterSets = std::uint8_t;  // as in generated.hpp
  std::vector<std::u32string> sets_;
};

std::string suffix_item(const TsvRow& row) {
  const std::string& slot = row["to"];
  if (slot.size() != 1 || slot[0] < '1' || slot[0] > '9') row.fail("not a number from 1 to 9: " + slot);
  return fmt::format("{{{},{}}}", string_literal(row["from"]), slot);
}

void write_spellings(const std::filesystem::path& data, const Phonemes& phonemes, CppWriter& out) {
  const std::string initials = enclitic_initials(data / "line-cuts.tsv");
  const TsvFile file(data / "latin-spellings.tsv", {"kind", "from", "left", "right", "unless", "with", "to", "source"});
  std::map<std::string, std::vector<std::string>> items;
  std::set<std::string> seen;
  CharacterSetList sets;
  for (const TsvRow& row : file.rows()) {
    require_source(row);
    const std::string& kind = row["kind"];
    const Context left = phonemes.context(row, "left");
    const Context right = phonemes.context(row, "right");
    if (!seen.insert(fmt::format("{}\t{}\t{}\t{}\t{}", kind, row["from"], left, right, row["with"])).second) {
      row.fail("second row for the same");
    }
    for (const char32_t c : text_field(row, "from")) {
      if (kind != "fold" && lower_case(c) != c) row.fail("not in lower case: " + row["from"]);
    }
    const unsigned unless = sets.bit(row, "unless"), with = sets.bit(row, "with");
    const std::string from = string_literal(row["from"]);
    const auto sounds = [&] { return sounds_literal(phonemes.numbers(row, "to")); };
    if (kind == "fold") {
      items[kind].push_back(fmt::format("{{{},{}}}", static_cast<std::uint32_t>(code_point_field(row, "from")),
                                        static_cast<std::uint32_t>(code_point_field(row, "to"))));
    } else if (kind == "letter") {
      items[kind].push_back(fmt::format("{{{},{},{},{},{},{}}}", from, left, right, unless, with, sounds()));
    } else if (kind == "word") {
      items[kind].push_back(fmt::format("{{{},{}}}", from, string_literal(row["to"])));
    } else if (kind == "enclitic" || kind == "apart") {
      check_enclitic(row, initials);
      items["enclitic"].push_back(fmt::format("{{{},{},{},{}}}", from, left, kind == "apart", sounds()));
    } else if (kind == "suffix") {
      items[kind].push_back(suffix_item(row));
    } else {
      row.fail("no such kind: " + kind);
    }
  }
  out.span("Fold", "kFolds", items["fold"]);
  out.span("SpellingRule", "kSpellings", items["letter"]);
  out.span("std::u32string_view", "kCharacterSets", sets.items());
  out.span("LatinWord", "kLatinWords", items["word"]);
  out.span("Enclitic", "kEnclitics", items["enclitic"]);
  out.span("SuffixPart", "kSuffixParts", items["suffix"]);
}

void write_signs(const std::filesystem::path& path, CppWriter& out) {
  const TsvFile file(path, {"code-point", "sign", "name", "latin", "back", "source"});
  std::vector<std::string> items;
  std::set<std::string> back;
  for (const TsvRow& row : file.rows()) {
    const char32_t sign = checked_character(row, "sign");
    if (sign < 0x600 || sign > 0x6FF) row.fail("not a sign of the Arabic script");
    const char32_t latin = code_point_field(row, "latin");
    if (latin <= U' ' || latin > U'~') row.fail("not one ASCII sign: " + row["latin"]);
    const bool is_back = yes(row, "back");
    if (is_back && !back.insert(row["latin"]).second) row.fail("a second sign for " + row["latin"]);
    items.push_back(
        fmt::format("{{{},{},{}}}", static_cast<std::uint32_t>(sign), static_cast<std::uint32_t>(latin), is_back));
  }
  out.span("Sign", "kSigns", items);
}

void write_attached_signs(const std::filesystem::path& path, CppWriter& out) {
  const TsvFile file(path, {"code-point", "sign", "name", "before-letter", "after-conjunction", "source"});
  std::vector<std::string> items;
  char32_t previous = 0;
  for (const TsvRow& row : file.rows()) {
    const char32_t sign = checked_character(row, "sign");
    if (sign <= previous) row.fail("not in the order of code points");
    previous = sign;
    items.push_back(fmt::format("{{{},{},{}}}", static_cast<std::uint32_t>(sign), yes(row, "before-letter"),
                                yes(row, "after-conjunction")));
  }
  out.span("AttachedSign", "kAttachedSigns", items);
}

/// Fails unless all characters are letters of the alphabet.
void check_letters(const TsvRow& row, std::u32string_view text, const Alphabet& alphabet) {
  for (const char32_t c : text) {
    if (!alphabet.contains(c)) row.fail(notation(c) + " is no letter of the alphabet");
  }
}

void write_arabic_names(const std::filesystem::path& path, const Alphabet& alphabet, CppWriter& out) {
  const TsvFile file(path, {"kind", "spelling", "letters", "source"});
  std::vector<std::string> names, folds;
  std::string previous;
  std::u32string folded;
  for (const TsvRow& row : file.rows()) {
    require_source(row);
    if (row["kind"] == "fold") {
      folded += code_point_field(row, "spelling");
      folds.push_back(fmt::format("{{{},{}}}", static_cast<std::uint32_t>(folded.back()),
                                  string_literal(to_utf8(any_text(row, "letters")))));
      continue;
    }
    if (row["kind"] != "name") row.fail("no such kind: " + row["kind"]);
    if (row["spelling"] <= previous) row.fail("not in the order of bytes");
    previous = row["spelling"];
    const std::u32string spelling = text_field(row, "spelling");
    if (spelling.size() < 2) row.fail("a name of one letter");
    check_letters(row, text_field(row, "letters"), alphabet);
    names.push_back(fmt::format("{{{},{}}}", string_literal(row["spelling"]), string_literal(row["letters"])));
  }
  out.span("ArabicName", "kArabicNames", names);
  out.span("ArabicFold", "kArabicFolds", folds);
}

/// A row of foreign-letters.tsv as C++ text.
std::string foreign_item(const TsvRow& row, std::u32string_view from, const Alphabet& alphabet) {
  const std::string place = row["left"].empty() ? "anywhere" : row["left"] == "edge" ? "start" : row["left"];
  if (place != "anywhere" && place != "start" && place != "alone") row.fail("no such context: " + row["left"]);
  const std::u32string letters = any_text(row, "letters");
  // The sign = repeats a letter.
  if (letters != U"=") check_letters(row, letters, alphabet);
  return fmt::format("{{{},ForeignPlace::{},{},{}}}", u32_literal(from), place,
                     u32_literal(any_text(row, "not-before")), u32_literal(letters));
}

void write_foreign_letters(const std::filesystem::path& path, const Alphabet& alphabet, CppWriter& out) {
  const TsvFile file(path, {"code-points", "names", "left", "not-before", "letters", "source"});
  std::vector<std::string> items;
  std::u32string previous;
  bool is_open = false;  // the rows for `previous` all have contexts so far
  for (const TsvRow& row : file.rows()) {
    require_source(row);
    const std::u32string from = text_field(row, "code-points");
    check_names(row, "names", from);
    const auto is_known = [&](char32_t c) { return alphabet.contains(c); };
    if (std::all_of(from.begin(), from.end(), is_known)) row.fail("only letters of the alphabet");
    if (from != previous) {
      if (is_open) row.fail("the rows before do not fit everywhere");
      if (!previous.empty() && (from.size() > previous.size() || (from.size() == previous.size() && from < previous))) {
        row.fail("not in order");
      }
    } else if (!is_open) {
      row.fail("comes after the row for everywhere");
    }
    is_open = !row["left"].empty() || !row["not-before"].empty();
    previous = from;
    items.push_back(foreign_item(row, from, alphabet));
  }
  if (is_open) file.rows().back().fail("the rows do not fit everywhere");
  out.span("ForeignLetters", "kForeignLetters", items);
}

}  // namespace

void transliterate_command(Arguments arguments) {
  const std::filesystem::path data = arguments[0];
  CppWriter out(arguments[1],
                "alphabet.tsv, phonemes.tsv, schemes.tsv, schemes/, latin-spellings.tsv, transliterate-signs.tsv, "
                "attached-signs.tsv, foreign-letters.tsv and arabic-names.tsv",
                "transliterate/scheme/generated.hpp", "sorani::transliterate::tables");
  const Alphabet alphabet = read_alphabet(data / "alphabet.tsv");
  const Phonemes phonemes(data / "phonemes.tsv");
  write_phonemes(phonemes, out);
  write_schemes(data, phonemes, out);
  write_spellings(data, phonemes, out);
  write_signs(data / "transliterate-signs.tsv", out);
  write_attached_signs(data / "attached-signs.tsv", out);
  write_foreign_letters(data / "foreign-letters.tsv", alphabet, out);
  write_arabic_names(data / "arabic-names.tsv", alphabet, out);
  out.finish();
}

}  // namespace tablegen
