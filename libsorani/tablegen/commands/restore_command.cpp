#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "code_points.hpp"
#include "commands/commands.hpp"
#include "cpp_writer.hpp"
#include "error.hpp"
#include "normalize/restore/build/model_builder.hpp"
#include "transliterate/alphabet.hpp"
#include "tsv.hpp"

namespace tablegen {
namespace {

using namespace sorani::normalize::restore;

constexpr int kWhole = 1000;
/// In restore-pairs.tsv.
constexpr std::string_view kBoundarySymbol = ".";

/// -ln of a number in one thousand.
double cost(const TsvRow& row, std::string_view column) {
  const int share = number_in<int>(row, row[column]);
  if (share < 1 || share > kWhole) row.fail("not a number from 1 to 1000: " + row[column]);
  return -std::log(share / double{kWhole}) + 0.0;
}

void write_typed_letters(const std::filesystem::path& path, CppWriter& out) {
  const TsvFile file(path, {"letter", "read-as", "keyboard", "source"});
  std::vector<std::string> items;
  char32_t previous = 0;
  for (const TsvRow& row : file.rows()) {
    const char32_t letter = code_point_field(row, "letter");
    if (letter <= previous) row.fail("not in the order of code points");
    previous = letter;
    if (row["source"].empty()) row.fail("no source");
    const std::string& keyboard = row["keyboard"];
    if (keyboard != "arabic" && keyboard != "persian" && keyboard != "-") row.fail("no such keyboard: " + keyboard);
    items.push_back(fmt::format("{{0x{:04X},0x{:04X},{},{}}}", static_cast<std::uint32_t>(letter),
                                static_cast<std::uint32_t>(code_point_field(row, "read-as")), keyboard == "arabic",
                                keyboard == "persian"));
  }
  if (items.size() >= kMaxTyped) throw Error(path.string() + ": too many letters");
  out.list("TypedLetter", "typed_letters", items);
}

/// Returns what is typed for letters.
std::vector<Typing> write_confusions(const std::filesystem::path& path, const Alphabet& alphabet, CppWriter& out) {
  const TsvFile file(path, {"letters", "typed", "arabic", "persian", "source"});
  std::vector<std::string> items;
  std::vector<Typing> typings;
  std::pair<std::string, std::string> previous;
  for (const TsvRow& row : file.rows()) {
    std::pair<std::string, std::string> key{row["letters"], row["typed"]};
    if (key <= previous) row.fail("not in the order of bytes");
    previous = std::move(key);
    const std::u32string letters = text_field(row, "letters");
    LetterString indices;
    for (const char32_t c : letters) {
      if (!alphabet.contains(c)) row.fail("not a letter of alphabet.tsv: " + notation(c));
      indices += static_cast<Letter>(alphabet.at(c).index);
    }
    const std::u32string typed = row["typed"] == "-" ? std::u32string() : text_field(row, "typed");
    if (typed.empty() ? letters.size() > 1 : letters.size() > 3 || typed.size() > 2) row.fail("too many letters");
    if (row["source"].empty()) row.fail("no source");
    typings.push_back({indices, typed, cost(row, "arabic") + cost(row, "persian") == 0});
    items.push_back(fmt::format("{{{},{},{:.3f}F,{:.3f}F}}", u32_literal(letters), u32_literal(typed),
                                cost(row, "arabic"), cost(row, "persian")));
  }
  out.list("Confusion", "confusions", items);
  return typings;
}

/// The letter of each symbol of g2p-letters.tsv, whose rows are in the order of the alphabet.
std::map<char, Letter> read_symbols(const std::filesystem::path& path) {
  const TsvFile file(path, {"letter", "symbol", "sonority", "source"});
  std::map<char, Letter> symbols;
  for (const TsvRow& row : file.rows()) symbols.emplace(row["symbol"].at(0), static_cast<Letter>(symbols.size()));
  if (symbols.size() != kLetterCount) throw Error(path.string() + ": not 33 letters");
  return symbols;
}

/// A field of entries with spaces between, each letters as symbols and a number.
class Entries {
 public:
  Entries(const TsvRow& row, std::string_view column, const std::map<char, Letter>& symbols)
      : row_(row), left_(row[column]), symbols_(symbols) {}

  /// Reads the next entry; false if there is none.
  bool next(LetterString& letters, int& number) {
    if (left_.empty()) return false;
    const std::string_view entry = left_.substr(0, left_.find(' '));
    left_.remove_prefix(std::min(entry.size() + 1, left_.size()));
    const std::size_t digits = std::min(entry.find_first_of("-0123456789"), entry.size());
    letters = word(entry.substr(0, digits));
    number = number_in<int>(row_, entry.substr(digits));
    return true;
  }

  LetterString word(std::string_view text) const {
    if (text == kBoundarySymbol) return LetterString(1, sorani::normalize::restore::kEdge);
    LetterString letters;
    for (const char symbol : text) {
      const auto known = symbols_.find(symbol);
      if (known == symbols_.end()) row_.fail(fmt::format("not a symbol of g2p-letters.tsv: '{}'", symbol));
      letters += known->second;
    }
    return letters;
  }

 private:
  const TsvRow& row_;
  std::string_view left_;
  const std::map<char, Letter>& symbols_;
};

std::vector<CountedWord> read_words(const std::filesystem::path& path, const std::map<char, Letter>& symbols) {
  const TsvFile file(path, {"start", "words"});
  std::vector<CountedWord> words;
  for (const TsvRow& row : file.rows()) {
    Entries entries(row, "words", symbols);
    const LetterString start = entries.word(row["start"]);
    LetterString rest;
    for (int steps = 0; entries.next(rest, steps);) {
      if (steps < 0 || steps > UINT8_MAX) row.fail("not a count: " + std::to_string(steps));
      CountedWord word{start + rest, static_cast<std::uint8_t>(steps)};
      if (!words.empty() && word.letters <= words.back().letters) row.fail("not in the order of the alphabet");
      if (word.letters.empty() || word.letters.size() > kMaxRestored) row.fail("too long, or empty");
      words.push_back(std::move(word));
    }
  }
  return words;
}

std::vector<Followers> read_pairs(const std::filesystem::path& path, const std::map<char, Letter>& symbols) {
  const TsvFile file(path, {"word", "others", "followers"});
  std::vector<Followers> pairs;
  for (const TsvRow& row : file.rows()) {
    Entries entries(row, "followers", symbols);
    const int backoff = number_in<int>(row, row["others"]);
    if (backoff < 0 || backoff > UINT8_MAX) row.fail("not a cost: " + row["others"]);
    Followers followers{entries.word(row["word"]), static_cast<std::uint8_t>(backoff), {}};
    Followers::Follower follower;
    while (entries.next(follower.letters, follower.gain)) followers.followers.push_back(follower);
    pairs.push_back(std::move(followers));
  }
  return pairs;
}

template <typename Integers>
void write_array(std::string_view type, std::string_view name, const Integers& values, CppWriter& out) {
  std::vector<std::string> items;
  items.reserve(values.size());
  for (const auto value : values) items.push_back(std::to_string(value) + (sizeof(value) > 1 ? "u" : ""));
  out.span(type, name, items);
}

void write_model(const std::filesystem::path& data, const std::vector<Typing>& typings, CppWriter& out) {
  const std::map<char, Letter> symbols = read_symbols(data / "g2p-letters.tsv");
  const std::vector<CountedWord> words = read_words(data / "restore-words.tsv", symbols);
  const std::vector<Followers> pairs = read_pairs(data / "restore-pairs.tsv", symbols);
  try {
    const auto arrays = build_model(words, pairs, typings);
    write_array("std::uint8_t", "kLetterClasses", arrays.letter_classes, out);
    write_array("std::uint32_t", "kBuckets", arrays.buckets, out);
    write_array("std::uint8_t", "kWordRecords", arrays.word_records, out);
    write_array("std::uint32_t", "kPairs", arrays.pairs, out);
    write_array("std::uint16_t", "kRowNumbers", arrays.row_numbers, out);
    write_array("std::uint8_t", "kFourgrams", arrays.fourgrams, out);
    write_array("std::uint8_t", "kTrigrams", arrays.trigrams, out);
  } catch (const std::invalid_argument& error) {
    throw Error((data / "restore-pairs.tsv").string() + ": " + error.what());
  }
}

}  // namespace

void restore_command(Arguments arguments) {
  const std::filesystem::path data = arguments[0];
  CppWriter out(arguments[1],
                "alphabet.tsv, g2p-letters.tsv, keyboard-confusions.tsv, restore-letters.tsv, restore-pairs.tsv and "
                "restore-words.tsv",
                "normalize/restore/generated.hpp", "sorani::normalize::restore");
  write_typed_letters(data / "restore-letters.tsv", out);
  const std::vector<Typing> typings =
      write_confusions(data / "keyboard-confusions.tsv", read_alphabet(data / "alphabet.tsv"), out);
  write_model(data, typings, out);
  out.finish();
}

}  // namespace tablegen
