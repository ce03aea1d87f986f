#include <fmt/format.h>
#include <utf8proc.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "code_points.hpp"
#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "transliterate/phonemes.hpp"
#include "transliterate/scheme.hpp"
#include "tsv.hpp"

namespace tablegen {
namespace {

using namespace sorani::transliterate;

void write(CppWriter& out, std::string_view type, const std::string& name, const std::vector<std::string>& items) {
  out.array(type, name, items);
  out.size(name + "Size", items.size());
}

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

char32_t lower(char32_t c) { return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))); }

void write_phonemes(const Phonemes& phonemes, CppWriter& out) {
  std::vector<std::string> items;
  for (const Phonemes::Entry& entry : phonemes.entries()) {
    items.push_back(fmt::format("{{Phoneme::{}, {}, {}}}", entry.name, string_literal(entry.symbol),
                                string_literal(entry.letters)));
  }
  out.array("PhonemeInfo", "kPhonemes", items);
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
  write(out, "SchemeInfo", "kSchemes", items.schemes);
  out.array("SoundRule", "kSoundRules", items.sounds);
  out.array("WordRule", "kWordRules", items.words);
  out.array("SpellingRule", "kBackRules", items.back);
}

/// Rejects an enclitic before which a long line may be cut: see `Fragment`.
void check_enclitic(const TsvRow& row) {
  const char first = row["from"].front();
  constexpr std::string_view kNoCutBefore = "eimny";
  if (static_cast<unsigned char>(first) < 0x80 && kNoCutBefore.find(first) == std::string_view::npos) {
    row.fail("a line may be cut before " + row["from"]);
  }
}

/// Rejects a list, separated by spaces, with an item that is not one non-ASCII character.
void check_characters(const TsvRow& row, std::string_view column) {
  bool follows_character = false;
  for (const char32_t c : any_text(row, column)) {
    if (c != U' ' && (c < 0x80 || follows_character)) row.fail("not single characters beyond ASCII: " + row[column]);
    follows_character = c != U' ';
  }
}

std::string suffix_item(const TsvRow& row) {
  const std::string& slot = row["to"];
  if (slot.size() != 1 || slot[0] < '1' || slot[0] > '9') row.fail("not a number from 1 to 9: " + slot);
  return fmt::format("{{{},{}}}", string_literal(row["from"]), slot);
}

void write_spellings(const std::filesystem::path& path, const Phonemes& phonemes, CppWriter& out) {
  const TsvFile file(path, {"kind", "from", "left", "right", "unless", "with", "to", "source"});
  std::map<std::string, std::vector<std::string>> items;
  std::set<std::string> seen;
  for (const TsvRow& row : file.rows()) {
    require_source(row);
    const std::string& kind = row["kind"];
    const Context left = phonemes.context(row, "left");
    const Context right = phonemes.context(row, "right");
    if (!seen.insert(fmt::format("{}\t{}\t{}\t{}\t{}", kind, row["from"], left, right, row["with"])).second) {
      row.fail("second row for the same");
    }
    for (const char32_t c : text_field(row, "from")) {
      if (kind != "fold" && lower(c) != c) row.fail("not in lower case: " + row["from"]);
    }
    check_characters(row, "unless");
    check_characters(row, "with");
    const std::string from = string_literal(row["from"]);
    const auto sounds = [&] { return sounds_literal(phonemes.numbers(row, "to")); };
    if (kind == "fold") {
      items[kind].push_back(fmt::format("{{{},{}}}", static_cast<std::uint32_t>(code_point_field(row, "from")),
                                        static_cast<std::uint32_t>(code_point_field(row, "to"))));
    } else if (kind == "letter") {
      items[kind].push_back(fmt::format("{{{},{},{},{},{},{}}}", from, left, right, string_literal(row["unless"]),
                                        string_literal(row["with"]), sounds()));
    } else if (kind == "word") {
      items[kind].push_back(fmt::format("{{{},{}}}", from, string_literal(row["to"])));
    } else if (kind == "enclitic" || kind == "apart") {
      check_enclitic(row);
      items["enclitic"].push_back(fmt::format("{{{},{},{},{}}}", from, left, kind == "apart", sounds()));
    } else if (kind == "suffix") {
      items[kind].push_back(suffix_item(row));
    } else {
      row.fail("no such kind: " + kind);
    }
  }
  write(out, "Fold", "kFolds", items["fold"]);
  write(out, "SpellingRule", "kSpellings", items["letter"]);
  write(out, "LatinWord", "kLatinWords", items["word"]);
  write(out, "Enclitic", "kEnclitics", items["enclitic"]);
  write(out, "SuffixPart", "kSuffixParts", items["suffix"]);
}

void write_signs(const std::filesystem::path& path, CppWriter& out) {
  const TsvFile file(path, {"code-point", "sign", "name", "latin", "back", "source"});
  std::vector<std::string> items;
  std::set<std::string> back;
  for (const TsvRow& row : file.rows()) {
    require_source(row);
    const char32_t sign = code_point_field(row, "code-point");
    if (code_point_field(row, "sign") != sign) row.fail(row["sign"] + " is not " + notation(sign));
    check_names(row, "name", std::u32string(1, sign));
    if (sign < 0x600 || sign > 0x6FF) row.fail("not a sign of the Arabic script");
    const char32_t latin = code_point_field(row, "latin");
    if (latin <= U' ' || latin > U'~') row.fail("not one ASCII sign: " + row["latin"]);
    const bool is_back = yes(row, "back");
    if (is_back && !back.insert(row["latin"]).second) row.fail("a second sign for " + row["latin"]);
    items.push_back(
        fmt::format("{{{},{},{}}}", static_cast<std::uint32_t>(sign), static_cast<std::uint32_t>(latin), is_back));
  }
  write(out, "Sign", "kSigns", items);
}

/// The letters of the sounds.
std::set<char32_t> alphabet_of(const Phonemes& phonemes) {
  std::set<char32_t> alphabet;
  for (const Phonemes::Entry& entry : phonemes.entries()) {
    for (const char32_t c : to_code_points(entry.letters)) alphabet.insert(c);
  }
  return alphabet;
}

void write_arabic_names(const std::filesystem::path& path, const Phonemes& phonemes, CppWriter& out) {
  const std::set<char32_t> alphabet = alphabet_of(phonemes);
  const TsvFile file(path, {"spelling", "letters", "source"});
  std::vector<std::string> items;
  std::string previous;
  for (const TsvRow& row : file.rows()) {
    require_source(row);
    if (row["spelling"] <= previous) row.fail("not in the order of bytes");
    previous = row["spelling"];
    if (text_field(row, "spelling").size() < 2) row.fail("a name of one letter");
    for (const char32_t c : text_field(row, "letters")) {
      if (!alphabet.contains(c)) row.fail(notation(c) + " is no letter of a sound");
    }
    items.push_back(fmt::format("{{{},{}}}", string_literal(row["spelling"]), string_literal(row["letters"])));
  }
  write(out, "ArabicName", "kArabicNames", items);
}

void write_foreign_letters(const std::filesystem::path& path, const Phonemes& phonemes, CppWriter& out) {
  std::set<char32_t> alphabet = alphabet_of(phonemes);
  alphabet.insert(U'=');
  const TsvFile file(path, {"code-points", "names", "left", "not-before", "letters", "source"});
  std::vector<std::string> items;
  std::u32string previous;
  bool is_open = false;  // the rows for `previous` do not fit everywhere yet
  for (const TsvRow& row : file.rows()) {
    require_source(row);
    const std::u32string from = text_field(row, "code-points");
    check_names(row, "names", from);
    if (from != previous) {
      if (is_open) row.fail("the rows before do not fit everywhere");
      if (!previous.empty() && (from.size() > previous.size() || (from.size() == previous.size() && from < previous))) {
        row.fail("not in order");
      }
    } else if (!is_open) {
      row.fail("comes after the row for everywhere");
    }
    const std::string place = row["left"].empty() ? "anywhere" : row["left"] == "edge" ? "start" : row["left"];
    if (place != "anywhere" && place != "start" && place != "alone") row.fail("no such context: " + row["left"]);
    const std::u32string letters = any_text(row, "letters");
    for (const char32_t c : letters) {
      if (!alphabet.contains(c)) row.fail(notation(c) + " is no letter of a sound");
    }
    const std::u32string not_before = any_text(row, "not-before");
    is_open = !row["left"].empty() || !not_before.empty();
    previous = from;
    items.push_back(fmt::format("{{{},ForeignPlace::{},{},{}}}", u32_literal(from), place, u32_literal(not_before),
                                u32_literal(letters)));
  }
  if (is_open) file.rows().back().fail("the rows do not fit everywhere");
  write(out, "ForeignLetters", "kForeignLetters", items);
}

}  // namespace

void transliterate_command(Arguments arguments) {
  const std::filesystem::path data = arguments[0];
  CppWriter out(arguments[1],
                "phonemes.tsv, schemes.tsv, schemes/, latin-spellings.tsv, transliterate-signs.tsv, "
                "foreign-letters.tsv and arabic-names.tsv",
                "transliterate/scheme/generated.hpp", "sorani::transliterate::tables");
  const Phonemes phonemes(data / "phonemes.tsv");
  write_phonemes(phonemes, out);
  write_schemes(data, phonemes, out);
  write_spellings(data / "latin-spellings.tsv", phonemes, out);
  write_signs(data / "transliterate-signs.tsv", out);
  write_foreign_letters(data / "foreign-letters.tsv", phonemes, out);
  write_arabic_names(data / "arabic-names.tsv", phonemes, out);
  out.finish();
}

}  // namespace tablegen
