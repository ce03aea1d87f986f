#pragma once

#include <cstddef>
#include <cstdint>
#include <sorani/sentence_splitter.hpp>
#include <sorani/tokenizer.hpp>
#include <string_view>

#include "tokenize/character.hpp"
#include "tokenize/quote_tracker.hpp"

namespace sorani::tokenize {

/// Finds the sentences of a text from its tokens, read one by one. sentence_finder.cpp states the rules.
class SentenceFinder {
 public:
  SentenceFinder(std::string_view text, char line_end) noexcept : text_(text), line_end_(line_end) {}

  /// Reads the next token. If a sentence ends before it, stores that sentence and returns true.
  bool next(const Token& token, Sentence& sentence) noexcept;

  /// Stores the last sentence. Returns false if there is none.
  bool finish(Sentence& sentence) const noexcept;

 private:
  /// The stop last read, after which the sentence may have ended.
  enum class Stop : std::uint8_t {
    none,
    full_stop,
    other,         ///< ! ؟ and the like
    ellipsis,      ///< … or several full stops
    abbreviation,  ///< full stop of an abbreviation that can end a sentence
    label,         ///< full stop of an abbreviation that ends no sentence if a number follows
  };
  /// What a token after a stop does.
  enum class Decision : std::uint8_t {
    continue_sentence,
    attach,        ///< belongs to the stop: closing marks, further stops, emoji
    end_sentence,  ///< begins the next sentence
  };

  /// A token and what several rules need to know of it.
  struct TokenInfo {
    Token token;
    Character first;
    bool is_adjacent = false;  ///< no gap between it and the token before
    bool opens = false;        ///< begins a quotation or bracket
    bool closes = false;       ///< ends one
  };

  /// The state; reset at each line, so that the sentences of a line depend on that line alone.
  struct LineState {
    bool in_sentence = false;
    std::size_t start = 0;     ///< offset of the sentence
    std::size_t end = 0;       ///< offset just past the last token
    bool has_content = false;  ///< the sentence has a token other than punctuation and symbols
    Stop stop = Stop::none;
    bool has_attached = false;       ///< tokens have been attached to the stop
    bool has_closing_quote = false;  ///< a closing quotation mark among them
    TokenInfo before_stop;
    TokenInfo last;
    QuoteTracker quotes;
    std::size_t bracket_start = 0;  ///< offset of the last opening bracket that has a closing one
    std::size_t bracket_end = 0;    ///< offset of the closing one; no sentence ends before it
  };

  TokenInfo inspect(const Token& token) noexcept;
  Decision decide(const TokenInfo& next) const noexcept;
  Decision decide_adjacent(const TokenInfo& next) const noexcept;
  bool continues_after_stop(const TokenInfo& next) const noexcept;
  bool has_verb_of_saying(const Token& first) const noexcept;
  Stop stop_of(const TokenInfo& info) const noexcept;
  void absorb_token(const TokenInfo& info) noexcept;
  bool is_last(const Token& token) const noexcept;
  bool line_ends_between(std::size_t from, std::size_t to) const noexcept;
  std::size_t closing_bracket(std::size_t from) const noexcept;

  std::string_view text_;
  char line_end_;
  LineState line_;
};

}  // namespace sorani::tokenize
