#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <sorani/export.hpp>
#include <sorani/fragment.hpp>

namespace sorani {
inline namespace v0 {

/// What a token is.
enum class TokenKind : std::uint8_t {
  word,         ///< letters of any script, with digits, hyphens and full stops that are part of the word: COVID-19,
                ///< سیاسی-ئابووری, پ.د.ک
  number,       ///< digits with their separators and sign: ٣٫١٤ 1,000,000 12:30 22/8/2021 -5; also with directional
                ///< marks (U+200E, U+200F, U+061C) beside the separators
  punctuation,  ///< one sign, or the same one repeated: ، ... !!!
  symbol,       ///< %, currency signs and the like; also unassigned and private-use characters and ill-formed bytes
  url,          ///< without the punctuation after it
  email,
  hashtag,  ///< with its #
  mention,  ///< with its @
  emoji,    ///< a whole sequence: flags, skin tones, families
};

inline constexpr std::size_t kTokenKindCount = 9;

/// The name of a kind, such as "word"; empty for a value that is none of the enum's.
SORANI_API std::string_view to_string(TokenKind kind) noexcept;

/// The kind of a name, or nothing.
SORANI_API std::optional<TokenKind> token_kind(std::string_view name) noexcept;

/// A set of kinds of tokens: one bit for each.
class TokenKinds {
 public:
  using Bits = std::uint16_t;
  static_assert(kTokenKindCount <= 16);

  /// The empty set.
  constexpr TokenKinds() noexcept = default;
  constexpr TokenKinds(std::initializer_list<TokenKind> kinds) noexcept {
    for (const TokenKind kind : kinds) bits_ = static_cast<Bits>(bits_ | bit(kind));
  }
  /// The set with these bits; bit `i` is the kind of number `i`. Bits that are no kind are dropped.
  static constexpr TokenKinds from_bits(unsigned bits) noexcept {
    TokenKinds kinds;
    kinds.bits_ = static_cast<Bits>(bits & ((1u << kTokenKindCount) - 1));
    return kinds;
  }
  /// Every kind.
  static constexpr TokenKinds all() noexcept { return from_bits(~0u); }

  constexpr bool contains(TokenKind kind) const noexcept { return (bits_ & bit(kind)) != 0; }
  constexpr Bits bits() const noexcept { return bits_; }

  /// Union.
  constexpr TokenKinds& operator|=(TokenKinds other) noexcept { return *this = from_bits(bits_ | other.bits_); }
  friend constexpr TokenKinds operator|(TokenKinds a, TokenKinds b) noexcept { return a |= b; }
  /// Difference.
  constexpr TokenKinds& operator-=(TokenKinds other) noexcept {
    return *this = from_bits(bits_ & ~static_cast<unsigned>(other.bits_));
  }
  friend constexpr TokenKinds operator-(TokenKinds a, TokenKinds b) noexcept { return a -= b; }
  friend constexpr bool operator==(TokenKinds, TokenKinds) noexcept = default;

 private:
  static constexpr unsigned bit(TokenKind kind) noexcept { return 1u << static_cast<unsigned>(kind); }

  Bits bits_ = 0;
};

/// A slice of the text that was tokenized.
struct Token {
  std::string_view text;
  TokenKind kind = TokenKind::word;
  std::size_t offset = 0;  ///< bytes from the start of the text to the token
};

/// How to split text into tokens.
struct TokenizerOptions {
  /// Separate digits from the letters next to them: ٢٠٢١دا is two tokens.
  bool split_digits = false;
};

class TokenRange;

/// Splits text into tokens.
///
/// Tokens are slices of the text, in order, not empty and not overlapping. Between two tokens there are only white
/// space and invisible controls, so that tokens and gaps together are the text. A grapheme cluster is never split. No
/// token contains white space, and the tokens of a line depend on that line alone. Any bytes are accepted.
///
/// An object has no state but its options: it can be copied freely and used by several threads at once. Nothing is
/// allocated per token.
class SORANI_API Tokenizer {
 public:
  explicit Tokenizer(const TokenizerOptions& options = {}) noexcept : options_(options) {}

  /// Reads the next tokens of `text` from byte `at`, as many as there are up to `out.size()`, and moves `at` past
  /// them. `at` must be 0 or the value set by the previous call. Returns how many were read; 0 only at the end of the
  /// text.
  std::size_t read(std::string_view text, std::size_t& at, std::span<Token> out) const noexcept;

  /// Calls `sink(const Token&)` for each token of `text`.
  template <typename Sink>
  void operator()(std::string_view text, Sink&& sink) const {
    std::array<Token, kBatch> batch;
    std::size_t at = 0;
    while (const std::size_t count = read(text, at, batch)) {
      for (std::size_t i = 0; i < count; ++i) sink(batch[i]);
    }
  }

  /// The tokens of `text` for a `for` loop. The text must outlive the range, and is not copied.
  TokenRange tokens(std::string_view text) const noexcept;

  /// Appends the tokens of `text` to `out`, one space between two of them. `line_end` ends a line and is kept; other
  /// text between tokens is not. `fragment` says whether `text` is whole lines or part of a line. Much faster than
  /// reading the tokens one by one.
  void append_spaced(std::string_view text, std::string& out, char line_end = '\n',
                     Fragment fragment = Fragment::whole) const;

  const TokenizerOptions& options() const noexcept { return options_; }

 private:
  static constexpr std::size_t kBatch = 128;
  TokenizerOptions options_;
};

/// Tokens to loop over: an input range.
class TokenRange {
 public:
  class Iterator {
   public:
    using value_type = Token;
    using difference_type = std::ptrdiff_t;
    using iterator_concept = std::input_iterator_tag;

    const Token& operator*() const noexcept { return range_->batch_[range_->next_]; }
    const Token* operator->() const noexcept { return &**this; }
    Iterator& operator++() noexcept {
      range_->advance();
      return *this;
    }
    void operator++(int) noexcept { range_->advance(); }
    bool operator==(std::default_sentinel_t) const noexcept { return range_->next_ == range_->count_; }

   private:
    friend class TokenRange;
    explicit Iterator(TokenRange* range) noexcept : range_(range) {}
    TokenRange* range_;
  };

  TokenRange(Tokenizer tokenizer, std::string_view text) noexcept : tokenizer_(tokenizer), text_(text) { fill(); }

  /// Can be called once: reading the range consumes it.
  Iterator begin() noexcept { return Iterator(this); }
  std::default_sentinel_t end() const noexcept { return {}; }

 private:
  void fill() noexcept {
    next_ = 0;
    count_ = tokenizer_.read(text_, at_, batch_);
  }
  void advance() noexcept {
    if (++next_ == count_) fill();
  }

  Tokenizer tokenizer_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::array<Token, 32> batch_;
  std::size_t next_ = 0;
  std::size_t count_ = 0;
};

inline TokenRange Tokenizer::tokens(std::string_view text) const noexcept { return {*this, text}; }

}  // namespace v0
}  // namespace sorani
