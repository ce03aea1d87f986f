#include "characters.hpp"

#include <fmt/core.h>

#include "code_points.hpp"
#include "error.hpp"

namespace tablegen {
namespace {

/// ZERO WIDTH NON-JOINER as `kZeroWidthNonJoiner`; names of letters without ARABIC LETTER.
std::string constant_name(std::string_view name) {
  constexpr std::string_view kLetter = "ARABIC LETTER ";
  if (name.starts_with(kLetter)) name.remove_prefix(kLetter.size());
  std::string constant = "k";
  bool begins_word = true;
  for (const char c : name) {
    const bool is_letter = c >= 'A' && c <= 'Z';
    if (is_letter && !begins_word) {
      constant += static_cast<char>(c | 0x20);
    } else if (is_letter || (c >= '0' && c <= '9')) {
      constant += c;
    }
    begins_word = !is_letter;
  }
  return constant;
}

}  // namespace

char32_t checked_character(const TsvRow& row, std::string_view character_column) {
  const char32_t c = code_point_field(row, "code-point");
  if (row["code-point"] != notation(c)) row.fail("write the code point as " + notation(c));
  if (code_point_field(row, character_column) != c) row.fail(row[character_column] + " is not " + notation(c));
  check_names(row, "name", std::u32string(1, c));
  if (row["source"].empty()) row.fail("no source");
  return c;
}

Characters::Characters(const std::filesystem::path& data) {
  const TsvFile alphabet(data / "alphabet.tsv", {"code-point", "letter", "name", "kind", "joining", "source"});
  for (const TsvRow& row : alphabet.rows()) add(row, "letter");
  const TsvFile characters(data / "characters.tsv", {"code-point", "char", "name", "class", "source"});
  for (const TsvRow& row : characters.rows()) add(row, "char");
}

void Characters::add(const TsvRow& row, std::string_view character_column) {
  const char32_t c = checked_character(row, character_column);
  if (!names_.emplace(c, row["name"]).second) row.fail("second row for " + row["name"]);
  entries_.push_back({c, row["name"], constant_name(row["name"])});
  for (std::size_t i = 0; i + 1 < entries_.size(); ++i) {
    if (entries_[i].constant == entries_.back().constant) row.fail("its constant has the name of another one");
  }
}

char32_t Characters::named(std::string_view name) const {
  for (const Entry& entry : entries_) {
    if (entry.name == name) return entry.value;
  }
  throw Error(fmt::format("neither alphabet.tsv nor characters.tsv has {}", name));
}

void Characters::check_text(const TsvRow& row, std::string_view column) const {
  for (const char32_t c : text_field(row, column)) {
    if (c < 0x80 || names_.contains(c)) continue;
    row.fail(fmt::format("{} {} is neither in alphabet.tsv nor in characters.tsv", notation(c), character_name(c)));
  }
}

}  // namespace tablegen
