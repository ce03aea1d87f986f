#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <sorani/export.hpp>
#include <sorani/fragment.hpp>
#include <sorani/ngram_rows.hpp>
#include <sorani/normalizer.hpp>
#include <sorani/tokenizer.hpp>

namespace sorani::count {
struct SeededCounter;
}

namespace sorani {
inline namespace v0 {

/// The longest n-grams that can be counted.
inline constexpr unsigned kMaxNgramLength = 9;

/// What n-grams are made of.
enum class NgramUnit : std::uint8_t {
  word,       ///< tokens of `Tokenizer`; joined by spaces
  character,  ///< code points, white space included; joined by nothing
  grapheme,   ///< extended grapheme clusters (Unicode Standard Annex 29); joined by nothing
  line,       ///< whole lines, without their terminator
};

/// All kinds but punctuation, symbols and emoji.
SORANI_API TokenKinds kinds_of_words() noexcept;

/// What to count.
struct NgramOptions {
  NgramUnit unit = NgramUnit::word;
  unsigned min_n = 1;  ///< length of the shortest n-grams, from 1
  unsigned max_n = 1;  ///< length of the longest n-grams, up to `kMaxNgramLength`; 1 for lines
  char line_end = '\n';
  /// Tokens are separated by ASCII spaces and control characters, instead of being found by `Tokenizer`. A token is of
  /// a kind if `Tokenizer` finds a token of that kind in it. If all kinds are counted, kinds do not matter.
  bool is_pretokenized = false;
  /// The kinds of tokens that are counted. Others are ignored: the words on both sides of one are adjacent.
  TokenKinds kinds = kinds_of_words();
  /// The profile of `Normalizer` by which each token (unit word) or each line (other units) is normalized before it is
  /// counted, if any.
  std::optional<Profile> fold = {};
  /// Collect `TextStatistics`.
  bool with_statistics = false;

  friend bool operator==(const NgramOptions&, const NgramOptions&) = default;
};

/// Statistics of the text that was counted.
struct TextStatistics {
  std::uint64_t lines = 0;
  std::uint64_t characters = 0;       ///< code points, without line terminators
  std::uint64_t foreign_letters = 0;  ///< letters of any script that are not in the Sorani alphabet
  std::uint64_t longest_line = 0;     ///< in counted units

  /// Adds those of another part of the text.
  SORANI_API void add(const TextStatistics& other) noexcept;
};

/// Counts the n-grams of any amount of text, exactly, in bounded memory.
///
/// N-grams never cross the end of a line. Keys contain no tab and no line end, whatever the text: tokens contain no
/// white space, and in the other units backslash, tab, newline and carriage return are written as the escapes `\\`,
/// `\t`, `\n` and `\r`. `unescaped_ngram` is the inverse.
///
/// Several counters can share the work, each in a thread of its own; `absorb` or `merge_rows` joins their counts. Any
/// bytes are accepted; each byte of ill-formed UTF-8 counts as one U+FFFD among characters and grapheme clusters.
///
/// A counter is used in this order: `add` any number of times, `absorb`, `finish` (optional), `rows` once. Calls in
/// another order throw `std::logic_error` and change nothing; see each function.
class SORANI_API NgramCounter {
 public:
  /// Throws `Error` if an option is out of range or excludes another.
  explicit NgramCounter(const NgramOptions& options = {}, const NgramStorage& storage = {});
  NgramCounter(NgramCounter&&) noexcept;
  NgramCounter& operator=(NgramCounter&&) noexcept;
  ~NgramCounter();

  /// Counts a part of a text; see `Fragment` for parts of a line, which must be added in order. Throws
  /// `std::logic_error` if the counter is finished, has absorbed or was absorbed, and if lines are counted and
  /// `fragment` is not `whole`; `std::system_error` if a temporary file cannot be written; `Error` for a token of 4 GiB
  /// or more.
  void add(std::string_view text, Fragment fragment = Fragment::whole);

  /// Moves the counts and the memory limit of another counter into this one, which is faster than merging the rows of
  /// both. Returns false and changes nothing if that would exceed the sum of both limits or if one of them has spilled.
  /// After true, no text may be added to either. Throws `std::logic_error` if `other` is this counter or has other
  /// options, or if either is finished.
  bool absorb(NgramCounter& other);

  /// Sorts the counts for `rows` with the same selection, so that several counters can do it in parallel. No text may
  /// be added afterwards. Throws `std::logic_error` if it was called before with another selection, `std::system_error`
  /// if a temporary file cannot be written.
  void finish(const NgramSelection& selection = {});

  /// The counts. The rows read from the counter, which must outlive them. Throws `std::logic_error` if it was called
  /// before or the counter is finished for another selection, `std::system_error` if a temporary file cannot be written
  /// or read.
  NgramRows rows(const NgramSelection& selection = {});

  const TextStatistics& statistics() const noexcept;
  /// Bytes of memory in use: by the counts or, once `rows` was called, for reading them.
  std::size_t memory() const noexcept;
  /// True if temporary files were needed.
  bool has_spilled() const noexcept;

 private:
  friend count::SeededCounter;
  SORANI_LOCAL NgramCounter(const NgramOptions& options, const NgramStorage& storage, std::uint64_t seed);

  struct SORANI_LOCAL Impl;
  std::unique_ptr<Impl> impl_;
};

/// The n-gram of a key in units other than words: escapes are replaced by their characters. A backslash that begins
/// no escape is kept.
SORANI_API std::string unescaped_ngram(std::string_view key);

}  // namespace v0
}  // namespace sorani
