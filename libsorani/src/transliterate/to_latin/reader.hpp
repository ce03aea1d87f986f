#pragma once

#include <cstddef>
#include <cstdint>
#include <sorani/transliterator.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "transliterate/g2p/pronouncer.hpp"
#include "transliterate/scheme/scheme.hpp"
#include "transliterate/to_latin/word_in_text.hpp"

namespace sorani::transliterate {

/// How the conjunction و after a word is written.
enum class Conjunction : std::uint8_t {
  separate,       ///< as a separate word, always the same
  by_last_sound,  ///< as a separate word, in the form for the last sound of the word before
  joined,         ///< joined to the word before, in that form
};

/// Reads words in the Arabic script (finds their pronunciation) and writes them in a scheme.
class Reader {
 public:
  Reader(const Scheme& scheme, bool syllables, Conjunction conjunction)
      : scheme_(scheme), syllables_(syllables), conjunction_(conjunction) {}

  /// True if the conjunction is read together with the word before it.
  bool joins() const noexcept { return conjunction_ != Conjunction::separate; }

  /// Appends the best reading of a word by itself. A word without letters is copied.
  void read(std::string_view word, std::string& out);

  struct Read {
    std::size_t end;  ///< of the word, or of the conjunction joined to it
    bool is_fixed;    ///< the reading does not depend on the text around the word
  };

  /// Appends the best reading of a word in its text. `joined` is the end of the conjunction that may be joined to it,
  /// or the end of the word: see `joined_end`.
  Read read(const WordInText& word, std::size_t joined, std::string& out);

  /// Calls `sink` for the `count` best readings of each word of a text. Words longer than `Pronouncer::kMaxWordLetters`
  /// and words that are spelled letter by letter have one reading.
  void read_all(std::string_view text, std::size_t count, const ReadingSink& sink);

 private:
  enum class Manner : std::uint8_t { plain, spelled, joined };
  struct Written {
    std::string text;
    double cost;
  };

  Manner manner(Spelling spelled, bool may_join) const noexcept;
  void read_letters_as(std::string_view word, Manner manner, std::string& out);
  std::vector<Written> k_best(std::string_view word, Manner manner, std::size_t count);
  std::size_t emit_readings(const WordInText& word, std::size_t joined, std::size_t count, const ReadingSink& sink);
  void pronounce();
  void spell();
  void write(Reading& reading, Manner manner, std::string& out) const;

  Scheme scheme_;
  bool syllables_;
  Conjunction conjunction_;
  Pronouncer pronouncer_;
  std::vector<std::uint8_t> letters_;
  Reading reading_, piece_;
};

}  // namespace sorani::transliterate
