#include "common/text/record_ends.hpp"

#include <algorithm>
#include <cstring>

namespace ku {
namespace {

bool is_ascii_letter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'z';
}

/// U+0621..U+063A, U+0641..U+064A, U+0671..U+06D3 without the forms of waw and heh.
bool is_plain_arabic_letter(unsigned c) {
  if (c == 0x624 || c == 0x629 || c == 0x647 || c == 0x648) return false;
  if (c == 0x676 || c == 0x677 || c == 0x6BE || c == 0x6CF) return false;
  if (c >= 0x6C0 && c <= 0x6CB) return false;
  return (c >= 0x621 && c <= 0x63A) || (c >= 0x641 && c <= 0x64A) || (c >= 0x671 && c <= 0x6D3);
}

/// Whether the two bytes are one such letter.
bool is_plain_arabic_letter(char first, char second) {
  const unsigned lead = static_cast<unsigned char>(first);
  const unsigned rest = static_cast<unsigned char>(second);
  if (lead < 0xD8 || lead > 0xDB || (rest & 0xC0) != 0x80) return false;
  return is_plain_arabic_letter((lead & 0x1F) << 6 | (rest & 0x3F));
}

/// True if the Latin word at `at` may be one that the Arabic script joins to the word before it: one or two letters, as
/// in ye, in.
bool may_be_enclitic(std::string_view text, std::size_t at) {
  constexpr std::string_view kFirst = "eimnyEIMNY";
  constexpr std::size_t kLongest = 2;
  if (kFirst.find(text[at]) == std::string_view::npos) return false;
  const std::string_view letters = text.substr(at, kLongest + 1);
  return letters.size() <= kLongest || !std::all_of(letters.begin(), letters.end(), is_ascii_letter);
}

bool letter_begins_at(std::string_view text, std::size_t at) {
  if (at < text.size() && is_ascii_letter(text[at])) return !may_be_enclitic(text, at);
  return at + 1 < text.size() && is_plain_arabic_letter(text[at], text[at + 1]);
}

bool letter_ends_at(std::string_view text, std::size_t end) {
  if (end >= 1 && is_ascii_letter(text[end - 1])) return true;
  return end >= 2 && is_plain_arabic_letter(text[end - 2], text[end - 1]);
}

const char* last(std::string_view text, char byte) {
  return static_cast<const char*>(::memrchr(text.data(), byte, text.size()));
}

}  // namespace

// 64 one-byte counters, which the compiler vectorizes; summed after 255 rounds, before they overflow.
std::uint64_t count_byte(std::string_view text, char byte) {
  constexpr std::size_t kLanes = 64;
  constexpr std::size_t kRounds = 255;
  std::uint64_t total = 0;
  const char* at = text.data();
  std::size_t left = text.size();
  while (left >= kLanes) {
    const std::size_t rounds = std::min(left / kLanes, kRounds);
    std::uint8_t counters[kLanes] = {};
    for (std::size_t round = 0; round < rounds; ++round) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        counters[lane] = static_cast<std::uint8_t>(counters[lane] + (at[lane] == byte ? 1 : 0));
      }
      at += kLanes;
    }
    for (const std::uint8_t counter : counters) total += counter;
    left -= rounds * kLanes;
  }
  return total + static_cast<std::uint64_t>(std::count(at, at + left, byte));
}

std::size_t end_of_last_record(std::string_view text, char terminator) {
  const char* const found = text.empty() ? nullptr : last(text, terminator);
  return found == nullptr ? 0 : static_cast<std::size_t>(found - text.data()) + 1;
}

std::size_t find_cut(std::string_view text, std::size_t from) {
  std::size_t end = text.size();
  while (end > from) {
    const char* const space = last(text.substr(from, end - from), ' ');
    if (space == nullptr) return 0;
    const auto at = static_cast<std::size_t>(space - text.data());
    if (letter_ends_at(text, at) && letter_begins_at(text, at + 1)) return at + 1;
    end = at;
  }
  return 0;
}

}  // namespace ku
