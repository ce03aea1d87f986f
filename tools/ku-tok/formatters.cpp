#include "ku-tok/formatters.hpp"

#include <array>
#include <charconv>
#include <cstring>

namespace ku::tok {
namespace {

using sorani::Token;

/// A short text in a buffer of fixed size, so that it is copied by one move of that size, without a loop.
struct Padded {
  static constexpr std::size_t kSize = 24;
  std::array<char, kSize> bytes{};
  std::size_t size = 0;

  void append(std::string_view text) {
    std::memcpy(bytes.data() + size, text.data(), text.size());
    size += text.size();
  }
};

/// The names of the kinds, each followed by a tab.
std::array<Padded, sorani::kTokenKindCount> kind_columns() {
  std::array<Padded, sorani::kTokenKindCount> columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].append(sorani::to_string(static_cast<sorani::TokenKind>(i)));
    columns[i].append("\t");
  }
  return columns;
}

/// Collects rows in a buffer on the stack, so that the output string grows in large steps.
class RowBuffer {
 public:
  explicit RowBuffer(std::string& out) : out_(out) {}
  ~RowBuffer() { flush(); }
  RowBuffer(const RowBuffer&) = delete;
  RowBuffer& operator=(const RowBuffer&) = delete;

  /// Begins a row: reserves room for all columns but the token.
  void begin() {
    if (bytes_.size() - size_ < kRow) flush();
  }
  void put(const Padded& text) {
    std::memcpy(bytes_.data() + size_, text.bytes.data(), Padded::kSize);
    size_ += text.size;
  }
  /// Appends a number and a tab.
  void put(std::uint64_t number) {
    char* to = bytes_.data() + size_;
    if (number < 1000) {
      const auto n = static_cast<unsigned>(number);
      if (n >= 100) *to++ = static_cast<char>('0' + n / 100);
      if (n >= 10) *to++ = static_cast<char>('0' + n / 10 % 10);
      *to++ = static_cast<char>('0' + n % 10);
    } else {
      to = std::to_chars(to, bytes_.data() + bytes_.size(), number).ptr;
    }
    *to++ = '\t';
    size_ = static_cast<std::size_t>(to - bytes_.data());
  }
  /// Appends the last column and ends the row. `readable` bytes can be read from the start of `text`, so that short
  /// tokens are copied by a move of fixed size.
  void end(std::string_view text, std::size_t readable) {
    constexpr std::size_t kShort = 32;
    if (text.size() <= kShort && readable >= kShort) {
      std::memcpy(bytes_.data() + size_, text.data(), kShort);
      size_ += text.size();
    } else if (bytes_.size() - size_ > text.size()) {
      text.copy(bytes_.data() + size_, text.size());  // memcpy must not get the null pointer of an empty view
      size_ += text.size();
    } else {
      flush();
      out_.append(text);
    }
    bytes_[size_++] = '\n';
  }

 private:
  static constexpr std::size_t kRow = 256;

  void flush() {
    out_.append(bytes_.data(), size_);
    size_ = 0;
  }

  std::string& out_;
  std::array<char, 16384> bytes_;
  std::size_t size_ = 0;
};

}  // namespace

void LineFormatter::write(const Unit& unit, std::span<const Token> tokens, std::string& out) {
  bool is_first = true;
  for (const Token& token : tokens) {
    if (!is_first) out += ' ';
    is_first = false;
    out += token.text;
  }
  if (sentences_ && (!unit.ends_line || unit.is_terminated)) out += terminator_;
}

void LineFormatter::end_line(bool is_terminated, std::string& out) {
  if (!sentences_ && is_terminated) out += terminator_;
}

void ColumnFormatter::write(const Unit& /*unit*/, std::span<const Token> tokens, std::string& out) {
  for (const Token& token : tokens) {
    out += token.text;
    out += '\n';
  }
  if (!tokens.empty()) out += '\n';
}

void TsvFormatter::write(const Unit& unit, std::span<const Token> tokens, std::string& out) {
  static const auto kinds = kind_columns();
  if (tokens.empty()) return;
  Padded line;
  line.size = static_cast<std::size_t>(
      std::to_chars(line.bytes.data(), line.bytes.data() + line.bytes.size(), unit.line).ptr - line.bytes.data());
  line.append("\t");
  RowBuffer row(out);
  for (const Token& token : tokens) {
    const auto in_unit = static_cast<std::size_t>(token.text.data() - unit.text.data());
    const std::uint64_t start = unit.start + in_unit;
    row.begin();
    row.put(line);
    row.put(start);
    row.put(start + token.text.size());
    row.put(kinds[static_cast<std::size_t>(token.kind)]);
    row.end(token.text, unit.text.size() - in_unit);
  }
  if (sentences_) row.end({}, 0);
}

}  // namespace ku::tok
