#pragma once

#include <cstdint>
#include <memory>
#include <sorani/tokenizer.hpp>
#include <span>
#include <string>
#include <string_view>

namespace ku::tok {

/// What is written as one group of tokens: a line, or a sentence of it. It has at least one token.
struct Unit {
  std::string_view text;      ///< from the first token to the last
  std::uint64_t line = 1;     ///< number of the line, from 1
  std::uint64_t start = 0;    ///< bytes from the start of the line to the text
  std::string_view before;    ///< from the start of the line to the text; empty unless it is the first unit of the line
  std::string_view after;     ///< from the text to the next unit, or to the end of the line, terminator included
  bool ends_line = false;     ///< it is the last unit of the line
  bool is_terminated = true;  ///< the line has its terminator
};

/// Writes units and their tokens in one format.
class Formatter {
 public:
  virtual ~Formatter() = default;
  /// Appends a unit. `tokens` are those to write: all of the unit, or those of some kinds.
  virtual void write(const Unit& unit, std::span<const sorani::Token> tokens, std::string& out) = 0;
  /// Called at the end of each line, also of a line without units.
  virtual void end_line(bool /*is_terminated*/, std::string& /*out*/) {}
};

/// Tokens separated by one space; one output line for each line or sentence.
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

/// CoNLL-U: tokens, and the universal part of speech where the kind determines it. White space other than one space is
/// in SpacesAfter and SpacesBefore, as UDPipe writes them.
class ConlluFormatter : public Formatter {
 public:
  explicit ConlluFormatter(bool sentences) : sentences_(sentences) {}
  void write(const Unit& unit, std::span<const sorani::Token> tokens, std::string& out) override;

 private:
  bool sentences_;
};

}  // namespace ku::tok
