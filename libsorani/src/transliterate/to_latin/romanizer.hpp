#pragma once

#include <cstddef>
#include <sorani/fragment.hpp>
#include <sorani/normalizer.hpp>
#include <sorani/sentence_splitter.hpp>
#include <string>
#include <string_view>

#include "base/ascii_finder.hpp"
#include "base/output_buffer.hpp"
#include "transliterate/address_finder.hpp"
#include "transliterate/converter.hpp"
#include "transliterate/to_latin/arabic_word.hpp"
#include "transliterate/to_latin/reader.hpp"
#include "transliterate/to_latin/word_cache.hpp"

namespace sorani::transliterate {

struct RomanizerOptions {
  bool syllables = false;         ///< a full stop between two syllables of a word
  bool capitals = false;          ///< sentences begin with a capital
  bool keep_punctuation = false;  ///< digits and punctuation stay as they are
  bool join_conjunction = false;  ///< whatever the scheme does
  char line_end = '\n';           ///< what ends a line, for finding sentences
};

/// Writes text in the Arabic script in a scheme. All words in the Arabic script are read as Sorani; what else there is
/// stays as it is.
class Romanizer : public Converter {
 public:
  /// `normalizer` must be that of `letters_normalizer()`.
  Romanizer(const Scheme& scheme, const RomanizerOptions& options, const Normalizer& normalizer);

  void append(std::string_view text, std::string& out, Fragment fragment) override;
  void read(std::string_view text, std::size_t count, const ReadingSink& sink) override;

 private:
  void convert(std::string_view text, std::size_t begin, std::size_t end, base::OutputBuffer& out);
  std::size_t convert_chunk(std::string_view text, std::size_t begin, base::OutputBuffer& out);
  std::size_t convert_runs(std::string_view text, std::size_t begin, base::OutputBuffer& out);
  std::size_t convert_one(std::string_view text, std::size_t begin, base::OutputBuffer& out);
  std::size_t convert_number(std::string_view text, std::size_t begin, base::OutputBuffer& out);
  std::size_t put_reading(std::size_t begin, std::size_t end, std::size_t joined, base::OutputBuffer& out);
  std::size_t convert_word(std::string_view text, std::size_t begin, base::OutputBuffer& out);
  std::size_t conjunction_end(std::string_view text, std::size_t begin, std::size_t end) const noexcept;
  bool is_conjunction(std::size_t begin, std::size_t end) const noexcept;
  void put_capital(std::size_t from, base::OutputBuffer& out);

  Reader reader_;
  Normalizer normalizer_;
  SentenceSplitter splitter_;
  AddressFinder addresses_;
  WordCache cache_;
  base::AsciiFinder ascii_;  // in the text that is converted
  const WordParts& parts_;
  std::string_view conjunction_;  // as it is written by itself
  ArabicTable<char> signs_;       // 0: stays as it is
  bool capitals_;

  std::string normalized_, word_;
  bool line_continues_ = false;
  std::size_t no_address_until_ = 0;  // bytes of the text
  bool is_capital_due_ = false;
};

/// Makes letters those of ku-norm, and leaves spaces and line ends alone.
Normalizer letters_normalizer();

}  // namespace sorani::transliterate
