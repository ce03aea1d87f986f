#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/output_buffer.hpp"
#include "transliterate/address_finder.hpp"
#include "transliterate/to_arabic/latin_reader.hpp"
#include "transliterate/to_arabic/latin_rules.hpp"
#include "transliterate/to_arabic/neighbor.hpp"

namespace sorani::transliterate {

/// The Arabic sign for each ASCII character; empty: it is copied.
using AsciiSigns = std::array<std::string, 128>;
AsciiSigns ascii_signs(bool keep_punctuation);

/// Converts text in Latin letters to the Arabic script word by word, straight from the rules. Addresses, mentions and
/// hashtags are copied. This is the reference: complete and simple, and slower than `LatinTransducer`.
///
/// Only an enclitic depends on what is before a space: the Arabic script joins it to the word before it.
class RuleDeromanizer {
 public:
  /// `rules` must outlive the object.
  RuleDeromanizer(const LatinRules& rules, bool keep_punctuation);

  /// Converts `text` from `begin` to `end`, which are at white space or at its ends; no enclitic may begin at `begin`.
  /// Returns the end of what was converted: past `end` if enclitics follow.
  std::size_t convert(std::string_view text, std::size_t begin, std::size_t end, base::OutputBuffer& out);

 private:
  std::size_t convert_parts(std::string_view text, std::size_t begin, std::size_t end, base::OutputBuffer& out);
  std::size_t convert_addresses(std::string_view text, std::size_t begin, base::OutputBuffer& out);
  std::size_t convert_one(std::string_view text, std::size_t at, std::size_t end, base::OutputBuffer& out);
  std::size_t convert_ending(std::string_view text, std::size_t at, std::size_t end, base::OutputBuffer& out);
  std::size_t convert_number(std::string_view text, std::size_t at, std::size_t end, base::OutputBuffer& out);
  std::size_t convert_sign(std::string_view text, std::size_t at, base::OutputBuffer& out);
  std::size_t put_word(std::string_view text, std::size_t at, std::size_t stop, ArabicSpeller speller,
                       base::OutputBuffer& out);
  std::size_t put_enclitic(std::string_view text, std::size_t at, base::OutputBuffer& out);
  std::size_t add_enclitic(std::string_view text, std::size_t at, ArabicSpeller& speller, std::string& out);
  std::size_t word_end(std::string_view text, std::size_t begin, std::size_t at) const;
  std::size_t sign_word_end(std::string_view text, std::size_t at) const;

  const LatinRules& rules_;
  LatinReader reader_;
  AddressFinder addresses_;
  AsciiSigns signs_;
  bool keeps_punctuation_;
  std::string word_;
  Neighbor before_ = Neighbor::apart;
  bool follows_enclitic_ = false;     // since the last space
  std::size_t no_address_until_ = 0;  // bytes of the text
};

}  // namespace sorani::transliterate
