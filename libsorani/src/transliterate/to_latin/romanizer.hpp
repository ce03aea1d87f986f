#pragma once

#include <cstddef>
#include <memory>
#include <sorani/fragment.hpp>
#include <sorani/normalizer.hpp>
#include <sorani/sentence_splitter.hpp>
#include <string>
#include <string_view>

#include "base/ascii_finder.hpp"
#include "base/output_buffer.hpp"
#include "transliterate/address_finder.hpp"
#include "transliterate/cache/word_cache.hpp"
#include "transliterate/converter.hpp"
#include "transliterate/to_latin/arabic_word.hpp"
#include "transliterate/to_latin/reader.hpp"

namespace sorani::transliterate {

struct RomanizerOptions {
  bool syllables = false;         ///< write a full stop between the syllables of a word
  bool capitals = false;          ///< begin sentences with a capital
  bool keep_punctuation = false;  ///< copy digits and punctuation
  bool join_conjunction = false;  ///< join the conjunction even if the scheme does not
  char line_end = '\n';           ///< ends a line, for the sentence splitter
};

/// Converts text in the Arabic script to a scheme. All words in the Arabic script are read as Sorani; other text is
/// copied.
///
/// The text is normalized, then cut into runs of non-ASCII bytes and the ASCII between them. Most runs are words that
/// were seen before, and are looked up in the cache, several at a time so that their cache lines are prefetched. Other
/// runs are cut into words, signs and numbers; a new word is read by the pronouncer and entered in the cache.
class Romanizer : public Converter {
 public:
  /// `normalizer` must have the options `letters_options()`; `words` may be shared by objects with the same scheme and
  /// options.
  Romanizer(const Scheme& scheme, const RomanizerOptions& options, const Normalizer& normalizer,
            std::shared_ptr<SharedWordTable> words);

  void append(std::string_view text, std::string& out, Fragment fragment) override;
  void read(std::string_view text, std::size_t count, const ReadingSink& sink) override;

 private:
  struct Runs;

  void convert(std::string_view text, std::size_t begin, std::size_t end, base::OutputBuffer& out);
  std::size_t convert_chunk(std::string_view text, std::size_t begin, base::OutputBuffer& out);
  std::size_t convert_one(std::string_view text, std::size_t begin, base::OutputBuffer& out);
  std::size_t convert_number(std::string_view text, std::size_t begin, base::OutputBuffer& out);
  std::size_t put_reading(std::size_t begin, std::size_t end, std::size_t joined, base::OutputBuffer& out);
  std::size_t convert_word(std::string_view text, std::size_t begin, base::OutputBuffer& out);
  std::size_t conjunction_end(std::string_view text, std::size_t begin, std::size_t end) const noexcept;
  void put_capital(std::size_t from, base::OutputBuffer& out);

  Reader reader_;
  Normalizer normalizer_;
  SentenceSplitter splitter_;
  AddressFinder addresses_;
  WordCache cache_;
  base::AsciiFinder ascii_;  // in the text that is converted
  const WordParts& parts_;
  std::string_view conjunction_;  // as it is written by itself
  ArabicTable<char> signs_;       // 0: copied
  bool capitals_;

  std::string normalized_, word_;
  bool line_continues_ = false;
  std::size_t no_address_until_ = 0;  // bytes of the text
  bool is_capital_due_ = false;
};

}  // namespace sorani::transliterate
