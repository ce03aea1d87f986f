#include <fmt/core.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <utf8proc.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "characters.hpp"
#include "code_points.hpp"
#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "tokenize/generated.hpp"
#include "tokenize/traits.hpp"
#include "tsv.hpp"
#include "utf8/properties.hpp"

namespace tablegen {
namespace {

using namespace sorani::tokenize;
using sorani::utf8::Category;

std::uint32_t category_traits(char32_t c) {
  switch (static_cast<Category>(utf8proc_category(static_cast<utf8proc_int32_t>(c)))) {
    using enum Category;
    case Lu:
    case Ll:
    case Lt:
    case Lm:
    case Lo: {
      UErrorCode error = U_ZERO_ERROR;
      const bool latin = uscript_getScript(static_cast<UChar32>(c), &error) == USCRIPT_LATIN;
      return latin ? kLetter | kLatin : kLetter;
    }
    case Mn:
    case Mc:
    case Me:
      return kMark;
    case Nd:
      return kDigit;
    case Nl:
    case No:
      return kNumeric;
    case Pc:
    case Pd:
    case Ps:
    case Pe:
    case Pi:
    case Pf:
    case Po:
      return kPunctuation;
    case Cf:
      return kFormat;
    case Cc:
      return kControl;
    default:
      return kSymbol;
  }
}

std::uint32_t property_traits(char32_t c) {
  const auto value = static_cast<UChar32>(c);
  constexpr char32_t kFirstTag = 0xE0020, kLastTag = 0xE007F;
  if (u_isUWhiteSpace(value)) return kSpace;
  if (u_hasBinaryProperty(value, UCHAR_JOIN_CONTROL)) return kJoiner;
  if (u_getIntPropertyValue(value, UCHAR_LINE_BREAK) == U_LB_ZWSPACE) return kControl;
  std::uint32_t traits = category_traits(c);
  // Digits and signs of ASCII are part of keycaps, which the tokenizer knows; unassigned pictographs are symbols.
  const bool assigned = u_charType(value) != U_UNASSIGNED;
  if (c > 0x7F && assigned) {
    if (u_hasBinaryProperty(value, UCHAR_EXTENDED_PICTOGRAPHIC)) traits |= kPictograph;
    if (u_hasBinaryProperty(value, UCHAR_EMOJI_PRESENTATION)) traits |= kEmoji | kPictograph;
  }
  if (u_hasBinaryProperty(value, UCHAR_REGIONAL_INDICATOR)) traits = kRegional | kSymbol;
  if (u_hasBinaryProperty(value, UCHAR_EMOJI_MODIFIER)) traits |= kSkinTone;
  // Embeddings and isolates are left out: they enclose a text of their own, so that a token does not go over their
  // ends.
  const UCharDirection direction = u_charDirection(value);
  const bool strong =
      direction == U_LEFT_TO_RIGHT || direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
  if (strong && u_hasBinaryProperty(value, UCHAR_BIDI_CONTROL)) traits |= kDirectional;
  if (c >= kFirstTag && c <= kLastTag) traits |= kTag;
  return traits;
}

std::uint32_t named(const TsvRow& row, std::string_view name, std::span<const TraitName> names) {
  for (const TraitName& known : names) {
    if (known.name == name) return known.value;
  }
  row.fail("unknown: " + std::string(name));
}

void add_characters(const std::filesystem::path& path, std::vector<std::uint32_t>& traits) {
  const TsvFile file(path, {"code-point", "char", "name", "kind", "roles", "spacing", "source"});
  char32_t previous = 0;
  for (const TsvRow& row : file.rows()) {
    const char32_t c = checked_character(row, "char");
    if (c <= previous) row.fail("not in the order of code points");
    previous = c;
    if ((traits[c] & (kPunctuation | kSymbol)) == 0) row.fail("neither punctuation nor a symbol");
    if (row["kind"] != "punctuation" && row["kind"] != "symbol") row.fail("no such kind: " + row["kind"]);
    std::uint32_t value = traits[c] & ~(kPunctuation | kSymbol);
    value |= row["kind"] == "symbol" ? kSymbol : kPunctuation;
    const std::string& roles = row["roles"];
    for (std::size_t at = 0; at < roles.size();) {
      const std::size_t end = std::min(roles.find(' ', at), roles.size());
      value |= named(row, std::string_view(roles).substr(at, end - at), kRoleNames);
      at = end + 1;
    }
    if (!row["spacing"].empty()) value |= named(row, row["spacing"], kSpacingNames);
    constexpr std::uint32_t kBothSides = kOpener | kCloser;
    if ((value & kToggle) != 0 && (value & kBothSides) != kBothSides) row.fail("only what opens and closes can toggle");
    traits[c] = value;
  }
}

/// Stops at a row that is not after the one before it, by bytes, or has an unknown letter.
void check_text_row(const TsvRow& row, std::string_view column, const Characters& characters, std::string& previous) {
  if (row[column] <= previous) row.fail("not in the order of bytes");
  if (row["source"].empty()) row.fail("no source");
  characters.check_text(row, column);
  previous = row[column];
}

void write_abbreviations(const std::filesystem::path& path, const Characters& characters, CppWriter& out) {
  const TsvFile file(path, {"abbreviation", "kind", "meaning", "source"});
  std::vector<std::string> items;
  std::string previous;
  for (const TsvRow& row : file.rows()) {
    check_text_row(row, "abbreviation", characters, previous);
    const std::string& kind = row["kind"];
    if (row["abbreviation"].size() > kMaxAbbreviationBytes) row.fail("longer than the tokenizer looks back");
    constexpr std::string_view kKinds[] = {"title", "initial", "label", "unit", "word"};
    if (std::find(std::begin(kKinds), std::end(kKinds), kind) == std::end(kKinds)) row.fail("no such kind: " + kind);
    items.push_back(fmt::format("{{{}, AbbreviationKind::{}}}", string_literal(row["abbreviation"]), kind));
  }
  out.list("Abbreviation", "abbreviations", items);
}

void write_sentence_words(const std::filesystem::path& path, const Characters& characters, CppWriter& out) {
  const TsvFile file(path, {"text", "role", "source"});
  constexpr std::string_view kRoles[] = {"saying", "complement",     "conjunction",  "and-so-on",
                                         "ending", "ending-or-word", "ending-letter"};
  std::vector<std::string> items;
  std::string previous;
  for (const TsvRow& row : file.rows()) {
    check_text_row(row, "text", characters, previous);
    std::string role = row["role"];
    if (std::find(std::begin(kRoles), std::end(kRoles), role) == std::end(kRoles)) row.fail("no such role: " + role);
    if (row["text"].size() > kMaxSentenceWordBytes) row.fail("longer than what is looked up");
    std::replace(role.begin(), role.end(), '-', '_');
    items.push_back(fmt::format("{{{}, SentenceRole::{}}}", string_literal(row["text"]), role));
  }
  out.list("SentenceWord", "sentence_words", items);
}

}  // namespace

void tokenize_command(Arguments arguments) {
  const std::filesystem::path data = arguments[0];
  CppWriter out(arguments[1], "token-characters.tsv, abbreviations.tsv, sentence-words.tsv and the Unicode properties",
                "tokenize/generated.hpp", "sorani::tokenize");
  const Characters characters(data);
  std::vector<std::uint32_t> traits(kCodePointCount);
  for (char32_t c = 0; c < kCodePointCount; ++c) traits[c] = property_traits(c);
  add_characters(data / "token-characters.tsv", traits);
  out.bit_sets("tables::kTraits", traits);
  write_abbreviations(data / "abbreviations.tsv", characters, out);
  write_sentence_words(data / "sentence-words.tsv", characters, out);
  out.finish();
}

}  // namespace tablegen
