#include "transliterate/number_text.hpp"

#include <algorithm>
#include <span>

#include "script/characters.hpp"
#include "transliterate/address_finder.hpp"
#include "transliterate/scheme/generated.hpp"
#include "utf8/utf8.hpp"

namespace sorani::transliterate {
namespace {

using namespace script::character;

constexpr char32_t kDecimal = kArabicDecimalSeparator.value, kThousands = kArabicThousandsSeparator.value,
                   kComma = kArabicComma.value;

/// The ASCII digit for one of the Arabic script, or 0.
char ascii_digit(char32_t c) noexcept {
  for (const Sign& sign : tables::kSigns) {
    if (sign.sign == c && is_ascii_digit(sign.latin)) return sign.latin;
  }
  return 0;
}

char32_t value_at(std::string_view text, std::size_t at) noexcept {
  return at < text.size() ? utf8::decode(text, at).value : U' ';
}

std::size_t digits_end(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && is_ascii_digit(text[at])) ++at;
  return at;
}

/// True for 1,000 and 12,345,678.9: the first group has one to three digits and no leading zero, the others have three.
bool is_grouped(std::string_view number) noexcept {
  std::size_t at = digits_end(number, 0);
  if (at == 0 || at > 3 || number[0] == '0' || at == number.size() || number[at] != ',') return false;
  while (at < number.size() && number[at] == ',') {
    const std::size_t end = digits_end(number, at + 1);
    if (end - at != 4) return false;
    at = end;
  }
  return at == number.size() || digits_end(number, at + 1) == number.size();
}

/// The Arabic signs for the comma and the point of a number.
struct Separators {
  char32_t comma;
  char32_t point;
};

Separators separators(std::string_view number) noexcept {
  if (is_grouped(number)) return {kThousands, kDecimal};
  const std::size_t comma = number.find(',');
  const bool is_last =
      comma != std::string_view::npos && number.find_first_of(",.", comma + 1) == std::string_view::npos;
  return {is_last ? kDecimal : kComma, U'.'};
}

}  // namespace

std::size_t latin_number_end(std::string_view text, std::size_t at) noexcept {
  std::size_t end = digits_end(text, at);
  while (end > at && end + 1 < text.size() && (text[end] == ',' || text[end] == '.') && is_ascii_digit(text[end + 1])) {
    end = digits_end(text, end + 1);
  }
  return end;
}

void append_arabic_number(std::string_view number, std::string& out) {
  const Separators written = separators(number);
  for (const char c : number) {
    if (is_ascii_digit(c)) {
      utf8::append(kArabicIndicDigitZero.value + static_cast<char32_t>(c - '0'), out);
    } else {
      utf8::append(c == ',' ? written.comma : written.point, out);
    }
  }
}

std::size_t arabic_number_end(std::string_view text, std::size_t at) noexcept {
  for (bool follows_digit = false; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    const bool is_digit = ascii_digit(c.value) != 0;
    const bool is_separator = c.value == kDecimal || c.value == kThousands || c.value == kComma;
    if (!is_digit && !(follows_digit && is_separator && ascii_digit(value_at(text, at + c.length)) != 0)) break;
    follows_digit = is_digit;
    at += c.length;
  }
  return at;
}

void append_latin_number(std::string_view number, std::string& out) {
  const auto holds = [&](std::string_view sign) { return number.find(sign) != std::string_view::npos; };
  const char decimal = holds(kArabicThousandsSeparator.utf8) ? '.' : ',';
  const std::size_t start = out.size();
  const auto each = [&](const auto& see) {
    for (std::size_t at = 0; at < number.size(); at += 2) see(utf8::decode(number, at).value);
  };
  each([&](char32_t c) {
    const char digit = ascii_digit(c);
    out += digit != 0 ? digit : c == kDecimal ? decimal : ',';
  });
  if (!holds(kArabicDecimalSeparator.utf8) && !holds(kArabicThousandsSeparator.utf8)) return;
  const Separators back = separators(std::string_view(out).substr(start));
  bool is_same = true;
  each([&](char32_t c) {
    if (c == kDecimal) is_same = is_same && (decimal == '.' ? back.point : back.comma) == kDecimal;
    if (c == kThousands) is_same = is_same && back.comma == kThousands;
  });
  if (is_same) return;
  out.resize(start);
  each([&](char32_t c) {
    const char digit = ascii_digit(c);
    if (digit != 0 || c == kComma) {
      out += digit != 0 ? digit : ',';
    } else {
      utf8::append(c, out);
    }
  });
}

}  // namespace sorani::transliterate
