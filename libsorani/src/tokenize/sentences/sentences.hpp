#pragma once

#include <cstddef>
#include <cstdint>
#include <sorani/sentence_splitter.hpp>
#include <sorani/tokenizer.hpp>
#include <string_view>

#include "tokenize/cursor.hpp"
#include "tokenize/quotes.hpp"

namespace sorani::tokenize {

/// Finds the sentences of a text from its tokens, seen one by one. The rules are told in sentences.cpp.
class SentenceFinder {
 public:
  SentenceFinder(std::string_view text, char line_end) noexcept : text_(text), line_end_(line_end) {}

  /// Takes the next token. Returns true, and the sentence that ends before it, if one does.
  bool next(const Token& token, Sentence& sentence) noexcept;

  /// The last sentence. Returns false if there is none.
  bool finish(Sentence& sentence) const noexcept;

 private:
  /// The stop that may have ended the sentence.
  enum class Stop : std::uint8_t {
    none,
    full_stop,
    other,         ///< ! ؟ and the like
    ellipsis,      ///< … or several full stops
    abbreviation,  ///< the full stop of one after which a sentence may end
    label,         ///< the full stop of an abbreviation that a number may follow
  };
  enum class Decision : std::uint8_t { go_on, attach, end };

  /// A token with what is asked about it again and again.
  struct Seen {
    Token token;
    Character first;
    bool is_adjacent = false;  ///< nothing stands before it
    bool opens = false;        ///< begins a quotation or bracket
    bool closes = false;       ///< ends one
  };

  /// What is known of the line so far: nothing of it is left at the next line.
  struct State {
    bool in_sentence = false;
    std::size_t start = 0;     ///< of the sentence
    std::size_t end = 0;       ///< of the last token
    bool has_content = false;  ///< the sentence holds more than signs
    Stop stop = Stop::none;
    bool has_attached = false;  ///< something stands between the stop and the next token
    bool has_quote = false;     ///< among it a closing quotation mark
    Seen before_stop;
    Seen last;
    QuoteSides quotes;
    std::size_t bracket_start = 0;  ///< of the last bracket that is closed soon
    std::size_t bracket_end = 0;    ///< the closing one; no sentence ends before it
  };

  Seen look_at(const Token& token) noexcept;
  Decision decide(const Seen& next) const noexcept;
  Decision decide_adjacent(const Seen& next) const noexcept;
  bool goes_on(const Seen& next) const noexcept;
  bool has_verb_of_saying(const Token& first) const noexcept;
  Stop stop_of(const Seen& seen) const noexcept;
  void note(const Seen& seen) noexcept;
  bool is_last(const Token& token) const noexcept;
  bool line_ends_between(std::size_t from, std::size_t to) const noexcept;
  std::size_t closing_bracket(std::size_t from) const noexcept;

  std::string_view text_;
  char line_end_;
  State line_;
};

}  // namespace sorani::tokenize
