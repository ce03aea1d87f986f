#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <sorani/ngram_rows.hpp>

#include "count/budget.hpp"
#include "count/lexicon.hpp"

namespace sorani::count {

/// What the rows of a table are made with.
struct TokenTexts {
  const Lexicon& lexicon;
  const PagedArray<TokenId>& by_rank;  ///< all tokens, in the order of their bytes
  bool is_spaced;                      ///< a space stands between two tokens; otherwise nothing
  /// Sequences of tokens compare as the texts that they make, which is so if no token begins another one or if what
  /// follows a token is less than all that is in one.
  bool ranks_tell_order;
  /// Ranks are shifted to the left by so much that the highest bit of the highest rank is the highest of the number.
  unsigned rank_shift;

  const TokenId& id_at(std::uint32_t rank) const noexcept { return by_rank[rank >> rank_shift]; }
  std::string_view text_at(std::uint32_t rank) const noexcept { return lexicon.text(id_at(rank)); }
  /// Bytes of a rank that tell it, from the highest.
  unsigned rank_bytes() const noexcept { return (32 - rank_shift + 7) / 8; }
};

/// The n-grams of one length above 1, as the numbers of their tokens.
class NgramTable {
 public:
  /// The most n-grams that `add` can take at once.
  static constexpr std::size_t kMaxBatch = 65536;
  /// The count that a table does not go past, with room for one more batch.
  static constexpr std::uint32_t kMaxCount = std::numeric_limits<std::uint32_t>::max() - kMaxBatch;

  virtual ~NgramTable() = default;

  /// Makes room for so many n-grams, if the budget allows it.
  virtual bool reserve(std::size_t ngrams) = 0;
  /// Counts the n-gram that ends at each of `ids` that has enough tokens of its line before it: `depths` tells how many
  /// there are, itself included. There is room already. Tokens that come earlier stand before `ids`.
  virtual void add(const TokenId* ids, const std::uint8_t* depths, std::size_t size) = 0;
  /// A count is near its limit, so the table must be emptied before more is added.
  virtual bool is_full() const = 0;
  /// The highest count of any n-gram. Reads all of the table.
  virtual std::uint64_t max_count() const = 0;
  /// Adds the counts of a table of the same length, in whose lexicon the aliases are the numbers of tokens here. No
  /// count may get over `kMaxCount`.
  virtual void absorb(const NgramTable& other, const Lexicon& lexicon) = 0;

  /// Puts the n-grams that count at least `min_count` in order, the others away. Ranks of tokens, shifted, are those
  /// of `Lexicon::Entry::alias`. No n-gram can be added from now on.
  virtual void sort(const TokenTexts& texts, NgramOrder order, std::uint64_t min_count) = 0;
  /// The n-grams, once sorted. What `texts` refers to must stay.
  virtual std::unique_ptr<NgramRows> rows(const TokenTexts& texts) const = 0;

  /// Forgets all n-grams and gives their memory back.
  virtual void release() = 0;
};

/// A table for n-grams of length `n`, from 2 to 9.
std::unique_ptr<NgramTable> make_ngram_table(unsigned n, Budget& budget);

inline constexpr unsigned kLongestNgram = 9;

}  // namespace sorani::count
