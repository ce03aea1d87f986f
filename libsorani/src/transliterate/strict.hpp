#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <sorani/fragment.hpp>
#include <string>
#include <string_view>

#include "base/ascii_finder.hpp"
#include "base/output_buffer.hpp"
#include "transliterate/address_finder.hpp"
#include "transliterate/cache/word_cache.hpp"
#include "transliterate/converter.hpp"
#include "transliterate/to_latin/arabic_word.hpp"
#include "transliterate/to_latin/reader.hpp"

/// The reversible scheme.
///
/// Letters of the alphabet become the Latin letters of their sounds; each of these stands for one letter of the Arabic
/// script, or for two (û), or for none (i). Everything else is copied, words with foreign letters or vowel marks too;
/// characters that would be decoded as such a Latin letter, and braces, are quoted between braces: `{COVID}-19`.
/// Inside,
/// `}}` is one closing brace. No white space is quoted: an opening brace without a closing one before the next white
/// space stands for itself. docs/transliteration.md has the grammar.
namespace sorani::transliterate {

/// The characters of the reversible scheme.
class StrictAlphabet {
 public:
  /// The scheme must be strict.
  explicit StrictAlphabet(const Scheme& scheme);

  /// The Arabic letters for a character outside of braces, or null.
  const std::string_view* letters(char32_t c) const noexcept {
    const auto found = letters_.find(c);
    return found == letters_.end() ? nullptr : &found->second;
  }

  /// True if the character must be quoted.
  bool needs_braces(char32_t c) const noexcept;

  /// Decodes text outside of braces.
  void decode(std::string_view text, std::string& out) const;

 private:
  std::map<char32_t, std::string_view> letters_;
};

/// Arabic script to Latin. Does not normalize the text, since all of its bytes must come back.
class StrictEncoder : public Converter {
 public:
  /// `words` may be shared by objects with the same scheme.
  StrictEncoder(const Scheme& scheme, std::shared_ptr<SharedWordTable> words);

  void append(std::string_view text, std::string& out, Fragment fragment) override;
  void read(std::string_view text, std::size_t count, const ReadingSink& sink) override;

 private:
  struct Runs;

  void convert(std::string_view text, std::size_t begin, std::size_t end, base::OutputBuffer& out);
  std::size_t convert_one(std::string_view text, std::size_t at, base::OutputBuffer& out);
  std::size_t convert_chunk(std::string_view text, std::size_t begin, base::OutputBuffer& out);
  void put_word(std::size_t begin, std::size_t end, base::OutputBuffer& out);
  bool read_word(const WordInText& word);
  void put_other(std::string_view text, base::OutputBuffer& out);
  void close_braces(base::OutputBuffer& out);

  Reader reader_;
  StrictAlphabet alphabet_;
  AddressFinder addresses_{false};
  WordCache cache_;
  base::AsciiFinder ascii_;  // in the text that is converted
  const WordParts& parts_;
  std::array<bool, 256> is_copied_{};  // ASCII characters that neither begin an address nor need braces
  ArabicTable<bool> is_sign_;          // part of no word, and need no braces
  std::string conjunction_;            // as it is written by itself
  std::string word_, decoded_;

  std::string_view text_;
  bool line_continues_ = false;
  std::size_t no_address_until_ = 0;  // bytes of the text
  bool are_braces_open_ = false;
  std::string tail_;  // copied characters since the last quoted one; inside the braces if another one follows
};

/// Latin back to Arabic script.
class StrictDecoder : public Converter {
 public:
  explicit StrictDecoder(const Scheme& scheme) : alphabet_(scheme) {}

  void append(std::string_view text, std::string& out, Fragment fragment) override;

 private:
  StrictAlphabet alphabet_;
};

}  // namespace sorani::transliterate
