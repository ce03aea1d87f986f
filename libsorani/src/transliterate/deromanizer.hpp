#pragma once

#include <array>
#include <cstddef>
#include <sorani/fragment.hpp>
#include <string>
#include <string_view>

#include "transliterate/address_finder.hpp"
#include "transliterate/converter.hpp"
#include "transliterate/latin_reader.hpp"
#include "transliterate/text_writer.hpp"
#include "transliterate/word_cache.hpp"

namespace sorani::transliterate {

/// Writes text of Latin letters in the Arabic script. Addresses, names of users and topics stay as they are.
class Deromanizer : public Converter {
 public:
  Deromanizer(const Scheme& scheme, bool keep_punctuation);

  void append(std::string_view text, std::string& out, Fragment fragment) override;

 private:
  void convert(std::string_view text, std::size_t begin, std::size_t end, TextWriter& out);
  std::size_t convert_words(std::string_view text, std::size_t begin, TextWriter& out);
  std::size_t convert_chunk(std::string_view text, std::size_t begin, TextWriter& out);
  std::size_t word_end(std::string_view text, std::size_t begin, std::size_t at) const;
  std::size_t sign_word_end(std::string_view text, std::size_t at);
  void put_read(std::string_view word, TextWriter& out);
  void put_word(std::string_view text, std::size_t begin, std::size_t end, TextWriter& out);

  LatinReader reader_;
  AddressFinder addresses_;
  WordCache cache_;
  std::array<std::string, 128> signs_;  // by ASCII character; empty: stays as it is
  std::string word_;
  std::size_t no_address_until_ = 0;  // bytes of the text
};

}  // namespace sorani::transliterate
