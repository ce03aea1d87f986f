#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "normalize/restore/letters.hpp"
#include "normalize/restore/words/channel.hpp"

namespace sorani::normalize::restore {

/// A word of a line.
struct Token {
  std::size_t begin;  ///< bytes of the line
  std::size_t end;
  TypedWord typed;
  bool is_fixed;  ///< not to be restored: it holds a Kurdish letter, or a character that is not read, or is too long
};

/// A line in words.
struct Line {
  std::string_view text;
  std::vector<Token> tokens;
  std::size_t letters = 0;
  std::size_t kurdish_letters = 0;
  Keyboard keyboard = Keyboard::arabic;

  std::string_view word(std::size_t token) const noexcept {
    return text.substr(tokens[token].begin, tokens[token].end - tokens[token].begin);
  }

  /// Exactly one space stands before a token and after the one before it.
  bool follows_closely(std::size_t token) const noexcept {
    const std::size_t end = tokens[token - 1].end;
    return tokens[token].begin == end + 1 && text[end] == ' ';
  }

  /// True if exactly one space stands between a token and one beside it.
  bool has_neighbor(std::size_t token) const noexcept {
    return (token > 0 && follows_closely(token)) || (token + 1 < tokens.size() && follows_closely(token + 1));
  }

  /// True if the line is written with Kurdish letters: there is one for every kKurdishShare letters. In ordinary text
  /// it is every fourth letter; a line that was typed on another keyboard has one by accident at most.
  bool is_kurdish() const noexcept { return is_kurdish(letters, kurdish_letters); }
  static constexpr bool is_kurdish(std::size_t letters, std::size_t kurdish) noexcept {
    return kurdish * kKurdishShare >= letters;
  }
  static constexpr std::size_t kKurdishShare = 16;
};

/// Where the line that begins at `begin` ends, its terminator, '\n' or NUL, included.
std::size_t line_end(std::string_view text, std::size_t begin);

/// Cuts lines into words.
class LineReader {
 public:
  explicit LineReader(const Channel& channel) : channel_(channel) {}

  void read(std::string_view text, Line& line) const;

  /// The same as `read` and `Line::is_kurdish`, but fast. True if the line has no letters.
  static bool is_kurdish(std::string_view text);

 private:
  const Channel& channel_;
};

}  // namespace sorani::normalize::restore
