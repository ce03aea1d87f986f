#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <sorani/ngram_rows.hpp>

#include "count/table/budget.hpp"
#include "count/table/token_texts.hpp"
#include "count/table/vocabulary.hpp"

namespace sorani::count {

/// The n-grams of one length above 1, as the numbers of their tokens.
class NgramTable {
 public:
  /// The most n-grams that `add` can take at once.
  static constexpr std::size_t kMaxBatch = 65536;
  /// The most n-grams that a table takes, with room for one more batch, so that no count gets too large.
  static constexpr std::uint64_t kMaxTotal = std::numeric_limits<std::uint32_t>::max() - kMaxBatch;

  virtual ~NgramTable() = default;

  /// Makes room for so many n-grams, if the budget allows it.
  virtual bool reserve(std::size_t ngrams) = 0;
  /// Counts the n-gram that ends at each of `ids` that has enough tokens of its line before it: `depths` tells how many
  /// there are, itself included. Tokens that come earlier stand before `ids`. Takes the memory that it needs, whatever
  /// the budget says.
  virtual void add(const TokenId* ids, const std::uint8_t* depths, std::size_t size) = 0;
  /// How many n-grams were met. Past `kMaxTotal` the table must be emptied before more is added.
  virtual std::uint64_t total() const = 0;
  /// Adds the counts of a table of the same length, in whose lexicon the aliases are the numbers of tokens here. The
  /// total must not get over `kMaxTotal`.
  virtual void absorb(const NgramTable& other, const Lexicon& lexicon) = 0;

  /// Puts the n-grams that count at least `min_count` in order, the others away. Ranks of tokens are those of
  /// `Lexicon::Entry::alias`. No n-gram can be added from now on.
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
