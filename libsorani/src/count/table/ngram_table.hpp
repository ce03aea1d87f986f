#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <sorani/ngram_counter.hpp>

#include "count/table/budget.hpp"
#include "count/table/token_texts.hpp"
#include "count/table/vocabulary.hpp"

namespace sorani::count {

/// The counts of the n-grams of one length, from 2 up, as sequences of `TokenId`s.
class NgramTable {
 public:
  /// The most n-grams that may be given to `add` in one call.
  static constexpr std::size_t kMaxBatch = 65536;
  /// Past this total the table must be emptied: one more batch cannot overflow a 32-bit count.
  static constexpr std::uint64_t kMaxTotal = std::numeric_limits<std::uint32_t>::max() - kMaxBatch;

  virtual ~NgramTable() = default;

  /// Reserves memory for `ngrams` more n-grams; false if the budget does not allow it.
  virtual bool reserve(std::size_t ngrams) = 0;
  /// Counts the n-gram that ends at ids[i], for each i < `size` with max_lengths[i] >= n. `max_lengths[i]` is the
  /// length of the longest n-gram that ends there: the number of tokens of its line up to and including it, capped. The
  /// preceding tokens are at negative indices of `ids`. Takes the memory that it needs even beyond the budget.
  virtual void add(const TokenId* ids, const std::uint8_t* max_lengths, std::size_t size) = 0;
  /// How many n-grams were counted, repetitions included. Past `kMaxTotal` the table must be emptied before more is
  /// added.
  virtual std::uint64_t total() const = 0;
  /// Adds the counts of a table of the same length. `vocabulary` is that of `other`; the alias of each entry there is
  /// the token's number here. The sum of both totals must not exceed `kMaxTotal`.
  virtual void absorb(const NgramTable& other, const Vocabulary& vocabulary) = 0;

  /// Sorts the n-grams that count at least `min_count` and drops the others. The aliases in the vocabulary must be the
  /// ranks of the tokens. Nothing may be added afterwards, until `release`.
  virtual void sort(const TokenTexts& texts, NgramOrder order, std::uint64_t min_count) = 0;
  /// The sorted n-grams. The table and what `texts` refers to must outlive the rows.
  virtual NgramRows rows(const TokenTexts& texts) const = 0;

  /// Removes all n-grams and frees their memory.
  virtual void release() = 0;
};

/// A table for n-grams of length `n`, from 2 to `kMaxNgramLength`.
std::unique_ptr<NgramTable> make_ngram_table(unsigned n, Budget& budget);

}  // namespace sorani::count
