#include "normalize/hooks/entities.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "normalize/generated.hpp"
#include "normalize/rules/rule_set.hpp"
#include "script/script.hpp"

namespace sorani::normalize {
namespace {

/// Longer than any name in html-entities.tsv and than `#x10FFFF`; bounds how far to look back.
constexpr std::size_t kMaxReferenceLength = 40;

/// The value of `#1576` or `#x628`, or an empty string.
std::u32string numeric(std::string_view digits) {
  digits.remove_prefix(1);
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, hexadecimal ? 16 : 10);
  const bool scalar = value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  if (digits.empty() || error != std::errc() || stop != end || !scalar) return {};
  return std::u32string(1, value);
}

std::u32string value_of(std::string_view reference) {
  if (reference.starts_with('#')) return numeric(reference);
  const auto rows = entity_rows();
  const auto row = std::lower_bound(rows.begin(), rows.end(), reference,
                                    [](const EntityRow& a, std::string_view b) { return a.name < b; });
  if (row == rows.end() || row->name != reference) return {};
  return std::u32string(row->value);
}

}  // namespace

bool decode_reference(OutputTail& tail, std::uint16_t rule) {
  const std::string_view text = tail.written();
  const std::size_t end = text.size() - 1;  // the semicolon
  std::size_t start = end;
  while (start > 0 && end - start < kMaxReferenceLength) {
    const char c = text[start - 1];
    if (c == '&') break;
    if (c != '#' && !(c >= 0 && script::is(static_cast<unsigned char>(c), script::kAsciiAlnum))) return false;
    --start;
  }
  if (start == 0 || start == end || text[start - 1] != '&') return false;
  std::u32string value = value_of(text.substr(start, end - start));
  if (value.empty()) return false;
  // The number of lines must not change.
  std::replace_if(
      value.begin(), value.end(), [](char32_t c) { return c == U'\n' || c == U'\r'; }, U' ');
  tail.replace_tail(start - 1, value, kNoBoundary, rule_name(rule));
  return true;
}

}  // namespace sorani::normalize
