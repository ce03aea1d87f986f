#include "corpus/filler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

namespace corpus {
namespace {

/// Appends ASCII text, its digits as Arabic-Indic ones if asked for.
void append_digits(std::string_view text, bool arabic, std::string& out) {
  for (const char c : text) {
    if (arabic && c >= '0' && c <= '9') {
      out += '\xd9';
      out += static_cast<char>(0xa0 + (c - '0'));
    } else {
      out += c;
    }
  }
}

void append_latin_letters(Random& random, std::size_t count, std::string& out) {
  constexpr std::string_view kVowels = "aaeeeiioou";
  constexpr std::string_view kConsonants = "bccdfghklmnnprrssttvwxyz";
  for (std::size_t i = 0; i < count; ++i) {
    const auto& from = i % 2 == 1 ? kVowels : kConsonants;
    out += from[static_cast<std::size_t>(random.below(from.size()))];
  }
}

}  // namespace

void append_number(Random& random, bool arabic, std::string& out) {
  // Mostly one or two digits, then years, then anything.
  const std::uint64_t kind = random.below(100);
  std::uint64_t number = random.below(10);
  if (kind >= 60) number = 10 + random.below(90);
  if (kind >= 85) number = 1900 + random.below(130);
  if (kind >= 93) number = 100 + random.below(100'000);
  append_digits(fmt::format_int(number).c_str(), arabic, out);
}

void append_date(Random& random, bool arabic, std::string& out) {
  const auto day = 1 + random.below(28);
  const auto month = 1 + random.below(12);
  const auto year = 1990 + random.below(35);
  const bool iso = random.chance(0.2);
  append_digits(iso ? fmt::format("{}-{:02}-{:02}", year, month, day) : fmt::format("{}/{}/{}", day, month, year),
                arabic, out);
}

void append_decimal(Random& random, bool arabic, std::string& out) {
  const auto whole = random.below(1000);
  const auto part = random.below(1000);
  append_digits(random.chance(0.3) ? fmt::format("{},{:03}", whole, part) : fmt::format("{}.{}", whole, part % 100),
                arabic, out);
}

void append_latin_word(Random& random, std::string& out) {
  // Half of them are symbols of one letter. The others recur by Zipf's law: a rank, with an exponent of 1.7, makes a
  // word.
  constexpr double kPower = -1 / 0.7;
  constexpr double kRarest = 1e9;
  const std::size_t begin = out.size();
  if (random.chance(0.5)) {
    append_latin_letters(random, 1, out);
  } else {
    Random letters(mix(0, static_cast<std::uint64_t>(std::min(20 * std::pow(1 - random.unit(), kPower), kRarest))));
    append_latin_letters(letters, static_cast<std::size_t>(2 + letters.below(9)), out);
  }
  if (random.chance(0.5)) out[begin] = static_cast<char>(out[begin] - 'a' + 'A');
}

void append_url(Random& random, std::string& out) {
  out += random.chance(0.5) ? "https://www." : "www.";
  append_latin_letters(random, 4 + random.below(8), out);
  out += random.chance(0.5) ? ".com/" : ".org/ku/";
  append_latin_letters(random, 3 + random.below(8), out);
  fmt::format_to(std::back_inserter(out), "/{}", random.below(100'000));
}

void append_email(Random& random, std::string& out) {
  append_latin_letters(random, 3 + random.below(8), out);
  out += '@';
  append_latin_letters(random, 4 + random.below(6), out);
  out += ".com";
}

}  // namespace corpus
