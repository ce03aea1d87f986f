#include "script/script.hpp"
#include "tokenize/fast_path/blocks.hpp"
#include "tokenize/traits.hpp"
#include "utf8/utf8.hpp"

namespace sorani::tokenize {
namespace {

void insert(BlockSet& set, char32_t c) noexcept {
  const std::size_t index = c < 0x80 ? 256 + c : c - 0x600;
  set.rows[index >> 7][index & 15] |= static_cast<std::uint8_t>(1u << ((index >> 4) & 7));
}

BlockClass class_of(std::uint32_t t, const TokenizerOptions& options) noexcept {
  // These roles join the sign to what follows it, so they have no effect before a space.
  constexpr std::uint32_t kRoles = kApostrophe | kHyphen | kBetweenDigits | kSign | kConnector;
  if ((t & kLetter) != 0) return BlockClass::letter;
  if ((t & kDigit) != 0) return options.split_digits ? BlockClass::other : BlockClass::digit;
  if ((t & kMark) != 0) return BlockClass::mark;
  if ((t & kPunctuation) == 0 || (t & (kPictograph | kFullStop)) != 0) return BlockClass::other;
  if ((t & kRoles) != 0) return BlockClass::before_space;
  return (t & kAlone) != 0 ? BlockClass::standalone : BlockClass::repeatable;
}

void add(BlockTables& tables, char32_t c, const TokenizerOptions& options) {
  if (script::is(c, script::kTatweel)) {
    tables.tatweel = {static_cast<std::uint8_t>(0xC0 | c >> 6), static_cast<std::uint8_t>(0x80 | (c & 0x3F))};
  }
  const auto bits = static_cast<unsigned>(class_of(traits(c), options));
  for (std::size_t bit = 0; bit < tables.class_bits.size(); ++bit) {
    if ((bits >> bit & 1) != 0) insert(tables.class_bits[bit], c);
  }
}

/// The low six bits of a letter and of its look-alikes, as a bit set.
std::uint64_t low_six_bits(char32_t c) {
  std::uint64_t bits = std::uint64_t{1} << (c & 63);
  for (const script::LookAlike& other : script::look_alikes()) {
    if (other.letter.size() == 1 && other.letter[0] == c) bits |= std::uint64_t{1} << (other.value & 63);
  }
  return bits;
}

void add(BlockTables& tables, std::string_view abbreviation) {
  BlockTables::EdgeLetters& edges = tables.abbreviations[abbreviation.size()];
  edges.first |= low_six_bits(utf8::decode(abbreviation, 0).value);
  edges.last |= low_six_bits(utf8::decode_before(abbreviation, abbreviation.size()).value);
}

BlockTables make(const TokenizerOptions& options) {
  BlockTables tables;
  for (char32_t c = 0; c < 0x80; ++c) add(tables, c, options);
  for (char32_t c = 0x600; c < 0x700; ++c) add(tables, c, options);
  for (const Abbreviation& abbreviation : abbreviations()) add(tables, abbreviation.text);
  return tables;
}

}  // namespace

const BlockTables& block_tables(const TokenizerOptions& options) {
  static const BlockTables joined = make({.split_digits = false});
  static const BlockTables split = make({.split_digits = true});
  return options.split_digits ? split : joined;
}

}  // namespace sorani::tokenize
