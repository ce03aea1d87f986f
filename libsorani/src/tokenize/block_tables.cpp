#include "script/script.hpp"
#include "tokenize/blocks.hpp"
#include "tokenize/traits.hpp"
#include "unicode/utf8.hpp"

namespace sorani::tokenize {
namespace {

void insert(BlockSet& set, char32_t c) noexcept {
  const std::size_t cell = c < 0x80 ? 256 + c : c - 0x600;
  set.rows[cell >> 7][cell & 15] |= static_cast<std::uint8_t>(1u << ((cell >> 4) & 7));
}

void add(BlockTables& tables, char32_t c, const TokenizerOptions& options) {
  const std::uint32_t t = traits(c);
  // Roles that matter only if no space follows.
  constexpr std::uint32_t kRoles = kApostrophe | kHyphen | kBetweenDigits | kSign | kConnector;
  if (script::is(c, script::kTatweel)) {
    tables.tatweel = {static_cast<std::uint8_t>(0xC0 | c >> 6), static_cast<std::uint8_t>(0x80 | (c & 0x3F))};
  }
  if ((t & kLetter) != 0) {
    insert(tables.letter, c);
  } else if ((t & kDigit) != 0) {
    if (!options.split_digits) insert(tables.digit, c);
  } else if ((t & kMark) != 0) {
    insert(tables.mark, c);
  } else if ((t & kPunctuation) != 0 && (t & (kPictograph | kFullStop)) == 0) {
    BlockSet& set = (t & kRoles) != 0 ? tables.before_space : (t & kAlone) != 0 ? tables.alone : tables.run;
    insert(set, c);
  }
}

/// Marks what an abbreviation can end in, in any spelling of its last letter.
void add(BlockTables& tables, std::string_view abbreviation) {
  const char32_t last = unicode::decode_before(abbreviation, abbreviation.size()).value;
  const auto mark = [&](char32_t c) { tables.abbreviations[abbreviation.size()] |= std::uint64_t{1} << (c & 63); };
  mark(last);
  for (const script::LookAlike& other : script::look_alikes()) {
    if (other.letter.size() == 1 && other.letter[0] == last) mark(other.value);
  }
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
  static const BlockTables parted = make({.split_digits = true});
  return options.split_digits ? parted : joined;
}

}  // namespace sorani::tokenize
