#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <sorani/ngram_rows.hpp>
#include <span>
#include <vector>

#include "count/table/ngram_table.hpp"
#include "count/table/vocabulary.hpp"

namespace sorani::count {

/// Which lengths of n-grams are counted, and properties of their text.
struct NgramShape {
  unsigned min_n;
  unsigned max_n;
  bool is_spaced;       ///< tokens are separated by a space, else by nothing
  bool is_prefix_free;  ///< no token is a prefix of another
};

/// The counts in memory: unigrams in the vocabulary, longer n-grams in one `NgramTable` per length.
///
/// Counting is followed by one `sort`, then `rows`; `release` makes it empty again. The budget is checked by `reserve`
/// before each batch and not while a batch is counted, so that counting itself never has to stop half-way.
class CountTables {
 public:
  CountTables(const NgramShape& shape, Budget& budget, const base::HashSeeds& seeds);

  Vocabulary& vocabulary() noexcept { return vocabulary_; }

  /// Reserves memory for `tokens` more tokens of `bytes` bytes in all, and for the n-grams that end at them. False if
  /// the budget does not allow it.
  bool reserve(std::size_t tokens, std::size_t bytes);
  /// Counts the n-grams of all lengths that end at each of `ids`; see `NgramTable::add`.
  void add(const TokenId* ids, const std::uint8_t* max_lengths, std::size_t size);
  bool is_full() const;

  /// Adds all counts of `other`, which is empty then. False, and nothing is changed, if a 32-bit count could overflow.
  bool absorb(CountTables& other);

  /// Sorts all n-grams that count at least `min_count` by count or by key, and drops the others. Nothing may be added
  /// afterwards, until `release`.
  void sort(NgramOrder order, std::uint64_t min_count);
  /// The sorted n-grams. The rows read from the tables, which must outlive them.
  NgramRows rows() const;

  /// Removes everything and frees the memory.
  void release();

 private:
  TokenTexts texts() const noexcept;
  /// Sorts all tokens by their bytes and stores the rank of each in its vocabulary entry.
  void assign_ranks();

  NgramShape shape_;
  Vocabulary vocabulary_;
  std::vector<std::unique_ptr<NgramTable>> tables_;
  NgramOrder order_ = NgramOrder::key;
  base::MappedArray<TokenId> tokens_;     // the unigrams to write, sorted
  base::MappedArray<TokenText> by_rank_;  // all tokens, sorted by their bytes
};

}  // namespace sorani::count
