#pragma once

#include <cstddef>
#include <cstdint>
#include <sorani/sentence_splitter.hpp>
#include <sorani/tokenizer.hpp>
#include <string_view>

#include "tokenize/cursor.hpp"

namespace sorani::tokenize {

/// Finds the sentences of a text from its tokens, seen one by one.
class SentenceFinder {
 public:
  SentenceFinder(std::string_view text, char line_end) noexcept : text_(text), line_end_(line_end) {}

  /// Takes the next token. Returns true, and the sentence that ends before it, if one does.
  bool next(const Token& token, Sentence& sentence) noexcept;

  /// The last sentence. Returns false if there is none.
  bool finish(Sentence& sentence) const noexcept;

 private:
  /// What may have ended the sentence.
  enum class Mark : std::uint8_t { none, stop, other_end, ellipsis, abbreviation, quote, colon, colon_quote };
  enum class Decision : std::uint8_t { go_on, take_in, end };

  /// A token with what is asked about it again and again.
  struct Seen {
    Token token;
    Character first;
    bool is_adjacent = false;  ///< nothing stands before it
    bool opens = false;        ///< begins a quotation or bracket
    bool closes = false;       ///< ends one
  };

  Seen look_at(const Token& token) const noexcept;
  Decision decide(const Seen& next) const noexcept;
  Decision decide_adjacent(const Seen& next) const noexcept;
  Mark mark_of(const Seen& seen) const noexcept;
  void begin(const Seen& seen) noexcept;
  void note(const Seen& seen) noexcept;
  bool line_ends_before(std::size_t offset) const noexcept;
  std::size_t closing_bracket(std::size_t from) const noexcept;

  std::string_view text_;
  char line_end_;

  bool in_sentence_ = false;
  std::size_t start_ = 0;
  std::size_t end_ = 0;  ///< of the last token
  Mark mark_ = Mark::none;
  bool took_in_ = false;         ///< something stands between the mark and the next token
  Token before_mark_;            ///< the token before the mark
  Token last_;                   ///< the last token
  std::size_t quote_words_ = 0;  ///< words since the quotation mark that begins the sentence
  bool begins_with_quote_ = false;
  bool quote_is_open_ = false;     ///< of the marks that look the same on both sides
  std::size_t bracket_start_ = 0;  ///< of the last bracket that is closed soon
  std::size_t bracket_end_ = 0;    ///< the closing one; no sentence ends before it
};

}  // namespace sorani::tokenize
