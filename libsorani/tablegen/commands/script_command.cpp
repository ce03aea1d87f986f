#include <fmt/core.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <utf8proc.h>

#include <filesystem>
#include <initializer_list>
#include <string>
#include <vector>

#include "characters.hpp"
#include "code_points.hpp"
#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "script/class_names.hpp"
#include "script/generated.hpp"
#include "tsv.hpp"
#include "unicode.hpp"
#include "utf8/properties.hpp"

namespace tablegen {
namespace {

using namespace sorani::script;
using sorani::utf8::Category;

bool in(Category category, std::initializer_list<Category> several) {
  for (const Category one : several) {
    if (category == one) return true;
  }
  return false;
}

UScriptCode script_of(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(signed_value(c), &error);
}

/// The classes that follow from Unicode properties alone.
std::uint32_t property_classes(char32_t c) {
  const auto category = static_cast<Category>(utf8proc_category(signed_value(c)));
  using enum Category;
  std::uint32_t classes = 0;
  if (in(category, {Lu, Ll, Lt, Lm, Lo})) {
    const UScriptCode script = script_of(c);
    if (script == USCRIPT_ARABIC) {
      classes |= kArabicLetter;
    } else if (script == USCRIPT_LATIN) {
      classes |= kLatinLetter;
    } else {
      classes |= kOtherLetter;
    }
    const auto joining = u_getIntPropertyValue(signed_value(c), UCHAR_JOINING_TYPE);
    if (joining == U_JT_DUAL_JOINING) classes |= kDualJoining;
    if (joining == U_JT_RIGHT_JOINING) classes |= kRightJoining;
  }
  if (in(category, {Mn, Mc, Me})) {
    classes |= kMark;
    if (uscript_hasScript(signed_value(c), USCRIPT_ARABIC)) classes |= kArabicMark;
  }
  if (category == Nd) classes |= kDigit;
  if (in(category, {Pc, Pd, Ps, Pe, Pi, Pf, Po})) classes |= kPunctuation;
  if (in(category, {Sm, Sc, Sk, So})) classes |= kSymbol;
  if (u_isUWhiteSpace(signed_value(c))) classes |= kWhiteSpace;
  if (c == U' ') classes |= kSpace;
  if (c == U'\n' || c == U'\0') classes |= kLineEnd;
  if (c < 0x80 && (classes & (kLatinLetter | kDigit)) != 0) classes |= kAsciiAlnum;
  return classes;
}

std::uint32_t class_named(const TsvRow& row, const std::string& name) {
  const std::uint32_t value = class_by_name(name);
  if (value == 0) row.fail("no class is called " + name);
  return value;
}

void add_alphabet(const std::filesystem::path& path, std::vector<std::uint32_t>& classes, CppWriter& out) {
  const TsvFile file(path, {"code-point", "letter", "name", "kind", "joining", "source"});
  std::vector<std::string> items;
  for (const TsvRow& row : file.rows()) {
    const char32_t c = checked_character(row, "letter");
    const std::uint32_t kind = class_named(row, row["kind"]);
    if ((kind & (kVowel | kSemivowel | kConsonant)) == 0) row.fail("not a kind of letter: " + row["kind"]);
    if ((classes[c] & class_named(row, row["joining"] + "-joining")) == 0) {
      row.fail("Unicode has another joining type");
    }
    if ((classes[c] & kSoraniLetter) != 0) row.fail("second row for " + row["letter"]);
    classes[c] |= kSoraniLetter | kind;
    items.push_back(fmt::format("{{{},{},{}}}", static_cast<std::uint32_t>(c), classes[c], items.size() + 1));
  }
  out.list("Letter", "alphabet", items);
}

void add_characters(const std::filesystem::path& path, std::vector<std::uint32_t>& classes) {
  const TsvFile file(path, {"code-point", "char", "name", "class", "source"});
  char32_t previous = 0;
  for (const TsvRow& row : file.rows()) {
    const char32_t c = checked_character(row, "char");
    if (c <= previous) row.fail("not in the order of code points");
    previous = c;
    if ((classes[c] & kSoraniLetter) != 0) row.fail("second row for " + row["name"]);
    if (row["class"].empty() && classes[c] != 0) row.fail("Unicode puts " + row["name"] + " into a class");
    if (row["class"].empty()) continue;
    const std::uint32_t named = class_named(row, row["class"]);
    // What Unicode says can be repeated here, not changed.
    if ((named & (kTatweel | kJoinControl)) == 0 && (classes[c] & named) == 0) {
      row.fail("Unicode does not put " + row["name"] + " into class " + row["class"]);
    }
    classes[c] |= named;
    // Unicode calls it a letter of no script in particular.
    if (named == kTatweel) classes[c] = kTatweel;
  }
}

void write_look_alikes(const std::filesystem::path& path, const std::vector<std::uint32_t>& classes, CppWriter& out) {
  const TsvFile file(path, {"group", "code-point", "char", "name", "letters", "letter-names", "source"});
  std::vector<std::string> items;
  char32_t previous = 0;
  for (const TsvRow& row : file.rows()) {
    const char32_t c = checked_character(row, "char");
    if (c <= previous) row.fail("not in the order of code points");
    previous = c;
    if ((classes[c] & kSoraniLetter) != 0) row.fail(row["char"] + " is a letter of the alphabet");
    const std::u32string letters = text_field(row, "letters");
    check_names(row, "letter-names", letters);
    for (const char32_t letter : letters) {
      if ((classes[letter] & kSoraniLetter) == 0) row.fail(notation(letter) + " is not a letter of the alphabet");
    }
    if (row["group"].empty()) row.fail("no group");
    items.push_back(
        fmt::format("{{{},{},{}}}", static_cast<std::uint32_t>(c), u32_literal(letters), string_literal(row["group"])));
  }
  out.list("LookAlike", "look_alikes", items);
}

void write_line_cuts(const std::filesystem::path& path, const std::vector<std::uint32_t>& classes, CppWriter& out) {
  const TsvFile file(path, {"kind", "code-point", "char", "name", "source"});
  std::vector<std::string> letters;
  std::string initials;
  char32_t previous = 0;
  for (const TsvRow& row : file.rows()) {
    const char32_t c = checked_character(row, "char");
    if (row["kind"] == "letter") {
      if ((classes[c] & kArabicLetter) == 0) row.fail("no Arabic letter");
      if (c <= previous) row.fail("not in the order of code points");
      previous = c;
      letters.push_back(std::to_string(static_cast<std::uint32_t>(c)));
    } else if (row["kind"] == "enclitic") {
      if (c < U'a' || c > U'z') row.fail("no small ASCII letter");
      initials += static_cast<char>(c);
      initials += static_cast<char>(c - 'a' + 'A');
    } else {
      row.fail("no such kind: " + row["kind"]);
    }
  }
  out.list("char32_t", "uncut_letters", letters);
  out.value("std::string_view", "tables::kEncliticInitials", string_literal(initials));
}

void write_classes(const std::vector<std::uint32_t>& classes, CppWriter& out) {
  std::vector<std::string> combinations;
  for (const std::uint32_t value : out.bit_sets("tables::kClasses", classes)) {
    combinations.push_back(std::to_string(value));
  }
  out.list("std::uint32_t", "class_combinations", combinations);
}

}  // namespace

void script_command(Arguments arguments) {
  const std::filesystem::path data = arguments[0];
  CppWriter out(arguments[1], "alphabet.tsv, characters.tsv, look-alikes.tsv, line-cuts.tsv and the Unicode properties",
                "script/generated.hpp", "sorani::script");
  std::vector<std::uint32_t> classes(kCodePointCount);
  for (char32_t c = 0; c < kCodePointCount; ++c) classes[c] = property_classes(c);
  add_alphabet(data / "alphabet.tsv", classes, out);
  add_characters(data / "characters.tsv", classes);
  write_look_alikes(data / "look-alikes.tsv", classes, out);
  write_line_cuts(data / "line-cuts.tsv", classes, out);
  write_classes(classes, out);
  out.finish();
}

}  // namespace tablegen
