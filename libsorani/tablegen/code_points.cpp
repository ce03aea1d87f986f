#include "code_points.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/uchar.h>

#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

#include "error.hpp"
#include "utf8/utf8.hpp"

namespace tablegen {

bool is_utf8(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = sorani::utf8::decode(text, at);
    if (decoded.value >= sorani::utf8::kIllFormed) return false;
    at += decoded.length;
  }
  return true;
}

std::u32string to_code_points(std::string_view utf8) {
  std::u32string text;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto decoded = sorani::utf8::decode(utf8, at);
    if (decoded.value >= sorani::utf8::kIllFormed) throw Error("not UTF-8");
    text.push_back(decoded.value);
    at += decoded.length;
  }
  return text;
}

std::string to_utf8(std::u32string_view text) {
  std::string utf8;
  for (const char32_t c : text) sorani::utf8::append(c, utf8);
  return utf8;
}

std::string notation(char32_t c) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)); }

std::string character_name(char32_t c) {
  char buffer[256];
  UErrorCode error = U_ZERO_ERROR;
  const auto length =
      u_charName(static_cast<UChar32>(c), U_EXTENDED_CHAR_NAME, buffer, static_cast<int32_t>(sizeof buffer), &error);
  if (U_FAILURE(error)) throw Error(fmt::format("no name for {}: {}", notation(c), u_errorName(error)));
  return std::string(buffer, static_cast<std::size_t>(length));
}

std::string character_names(std::u32string_view text) {
  std::string names;
  for (const char32_t c : text) {
    if (!names.empty()) names += " + ";
    names += character_name(c);
  }
  return names;
}

std::optional<std::u32string> parse_notation(std::string_view field) {
  std::u32string text;
  while (field.starts_with("U+")) {
    std::uint32_t value = 0;
    const char* const begin = field.data() + 2;
    const auto [end, error] = std::from_chars(begin, field.data() + field.size(), value, 16);
    const auto digits = end - begin;
    if (error != std::errc() || digits < 4 || digits > 6 || value >= kCodePointCount) return std::nullopt;
    if (value >= 0xD800 && value <= 0xDFFF) return std::nullopt;
    text.push_back(value);
    field.remove_prefix(static_cast<std::size_t>(end - field.data()));
    if (field.empty()) return text;
    if (field.front() != ' ') return std::nullopt;
    field.remove_prefix(1);
  }
  return std::nullopt;
}

std::u32string text_field(const TsvRow& row, std::string_view column) {
  const std::string& field = row[column];
  if (field.empty()) row.fail(fmt::format("nothing in column {}", column));
  if (!field.starts_with("U+")) return to_code_points(field);
  const auto text = parse_notation(field);
  if (!text) row.fail(fmt::format("not code points: {}", field));
  return *text;
}

char32_t code_point_field(const TsvRow& row, std::string_view column) {
  const std::u32string text = text_field(row, column);
  if (text.size() != 1) row.fail(fmt::format("not one character: {}", row[column]));
  return text.front();
}

void check_names(const TsvRow& row, std::string_view column, std::u32string_view text) {
  const std::string names = character_names(text);
  if (row[column] == names) return;
  std::vector<std::string> code_points;
  for (const char32_t c : text) code_points.push_back(notation(c));
  row.fail(fmt::format("{} is {}, not {}", fmt::join(code_points, " "), names, row[column]));
}

}  // namespace tablegen
