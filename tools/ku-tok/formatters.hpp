#pragma once

#include <cstdint>
#include <memory>
#include <sorani/tokenizer.hpp>
#include <span>
#include <string>
#include <string_view>

namespace ku::tok {

/// A line, or a sentence of one, that holds tokens.
struct Unit {
  std::string_view text;      ///< from the first token to the last
  std::uint64_t line = 1;     ///< number of the line, from 1
  std::uint64_t start = 0;    ///< bytes from the start of the line to the text
  std::string_view before;    ///< from the start of the line to the text, if it is the first there
  std::string_view after;     ///< from the text to the next one, or to and with the end of the line
  bool ends_line = false;     ///< no other follows in the line
  bool is_terminated = true;  ///< the line has its terminator
};

/// Writes units with their tokens in one format. Offsets of tokens are those in the text that `unit.text` is a part of.
class Formatter {
 public:
  virtual ~Formatter() = default;
  /// `tokens` are those to write: all of the unit, or only some kinds.
  virtual void write(const Unit& unit, std::span<const sorani::Token> tokens, std::string& out) = 0;
  /// After the units of a line, and for a line without.
  virtual void end_line(bool /*is_terminated*/, std::string& /*out*/) {}
};

/// Tokens with spaces between, a line for each line or sentence.
class LineFormatter : public Formatter {
 public:
  LineFormatter(bool sentences, char terminator) : sentences_(sentences), terminator_(terminator) {}
  void write(const Unit& unit, std::span<const sorani::Token> tokens, std::string& out) override;
  void end_line(bool is_terminated, std::string& out) override;

 private:
  bool sentences_;
  char terminator_;
};

/// A token per line, an empty line after each unit.
class ColumnFormatter : public Formatter {
 public:
  void write(const Unit& unit, std::span<const sorani::Token> tokens, std::string& out) override;
};

/// A row per token: line, start, end, kind, token; with sentences, an empty line after each.
class TsvFormatter : public Formatter {
 public:
  explicit TsvFormatter(bool sentences) : sentences_(sentences) {}
  void write(const Unit& unit, std::span<const sorani::Token> tokens, std::string& out) override;

 private:
  bool sentences_;
};

/// An object per unit.
class JsonFormatter : public Formatter {
 public:
  void write(const Unit& unit, std::span<const sorani::Token> tokens, std::string& out) override;
};

/// CoNLL-U: the words and their universal part of speech where the kind tells it. SpacesAfter and SpacesBefore, as in
/// UDPipe, keep spacing other than one space.
class ConlluFormatter : public Formatter {
 public:
  explicit ConlluFormatter(bool sentences) : sentences_(sentences) {}
  void write(const Unit& unit, std::span<const sorani::Token> tokens, std::string& out) override;

 private:
  bool sentences_;
};

}  // namespace ku::tok
