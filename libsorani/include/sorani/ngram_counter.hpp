#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <sorani/export.hpp>
#include <sorani/fragment.hpp>
#include <sorani/ngram_rows.hpp>
#include <sorani/tokenizer.hpp>

namespace sorani {

namespace count {
struct SeededCounter;
}

/// What n-grams are made of.
enum class NgramUnit : std::uint8_t {
  word,       ///< tokens, as `Tokenizer` cuts them; written with a space between two
  character,  ///< code points, white space included; written with nothing between
  grapheme,   ///< extended grapheme clusters (Unicode Standard Annex 29); written with nothing between
  line,       ///< whole lines, without what ends them
};

/// All kinds but punctuation, symbols and emoji.
SORANI_API TokenKinds kinds_of_words() noexcept;

/// What to count.
struct NgramOptions {
  NgramUnit unit = NgramUnit::word;
  unsigned min_n = 1;  ///< length of the shortest n-grams, from 1
  unsigned max_n = 1;  ///< length of the longest n-grams, up to 9; 1 for lines
  char line_end = '\n';
  /// Tokens are what stands between spaces and control characters. One is of a kind if the tokenizer finds a token of
  /// that kind in it; if all kinds are counted, it need not be of any.
  bool is_pretokenized = false;
  /// Tokens of other kinds are left out as if they were not there: the words on both sides of them are neighbours.
  TokenKinds kinds = kinds_of_words();
  /// A profile of `Normalizer` that each token (of words) or each line (of other units) is rewritten by; none if empty.
  std::string fold = {};
  /// Gather `TextStatistics`.
  bool with_statistics = false;

  friend bool operator==(const NgramOptions&, const NgramOptions&) = default;
};

/// Facts about the text that was counted.
struct TextStatistics {
  std::uint64_t lines = 0;
  std::uint64_t characters = 0;       ///< code points, without the ends of lines
  std::uint64_t foreign_letters = 0;  ///< letters of any script that are not in the Sorani alphabet
  std::uint64_t longest_line = 0;     ///< in units that were counted

  SORANI_API void add(const TextStatistics& other) noexcept;
};

/// Counts the n-grams of any amount of text, exactly, in as much memory as it may take.
///
/// N-grams never cross the end of a line. The keys that are counted hold no tab and no line end, whatever the text:
/// tokens hold no white space, and in the other units `\` stands for itself as `\\`, and for tab, newline and carriage
/// return as `\t`, `\n` and `\r`.
///
/// Several counters can share the work, a thread each; `merge_rows` puts together what they have counted. Any bytes are
/// accepted; each byte of ill-formed UTF-8 counts as one U+FFFD among characters and grapheme clusters.
///
/// Calls in an order that is not allowed here throw `std::logic_error` and change nothing.
class SORANI_API NgramCounter {
 public:
  /// Throws `Error` if the options don't fit together.
  explicit NgramCounter(const NgramOptions& options = {}, const NgramStorage& storage = {});
  NgramCounter(NgramCounter&&) noexcept;
  NgramCounter& operator=(NgramCounter&&) noexcept;
  ~NgramCounter();

  /// Counts a piece of text. `fragment` says whether it begins and ends at line ends; pieces of a line must come one
  /// after the other, and lines to be counted as wholes must come whole. Throws `std::system_error` if a temporary file
  /// cannot be written, `Error` if a token has 4 GiB or more.
  void add(std::string_view text, Fragment fragment = Fragment::whole);

  /// Takes over what another counter with the same options has counted, and what that one may take of memory. That is
  /// quicker than to merge the rows of both. False, and nothing is changed, if it would take more memory than both may
  /// have or if one of them has written temporary files. No text may follow to either once it is done. Neither may be
  /// finished.
  bool absorb(NgramCounter& other);

  /// Does now what `rows` with the same selection needs to have done, so that several counters can do it side by side.
  /// No text may follow.
  void finish(const NgramSelection& selection = {});

  /// What was counted. The counter must stay as long as the rows are read, and can be asked once.
  std::unique_ptr<NgramRows> rows(const NgramSelection& selection = {});

  const TextStatistics& statistics() const noexcept;
  /// Bytes that it takes: what is counted so far or, once `rows` was asked, what reading them needs.
  std::size_t memory() const noexcept;
  /// True if temporary files were needed.
  bool has_spilled() const noexcept;

 private:
  friend count::SeededCounter;
  NgramCounter(const NgramOptions& options, const NgramStorage& storage, std::uint64_t seed);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The n-gram that a key of units other than words stands for: without backslashes that stand for something else.
SORANI_API std::string unescaped_ngram(std::string_view key);

}  // namespace sorani
