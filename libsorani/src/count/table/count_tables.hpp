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

/// What n-grams are counted and how they are written.
struct NgramShape {
  unsigned min_n;
  unsigned max_n;
  bool is_spaced;       ///< a space stands between two tokens
  bool is_prefix_free;  ///< no token begins another one
};

/// The counts held in memory: tokens in a lexicon, longer n-grams in a table for each length.
class Tables {
 public:
  Tables(const NgramShape& shape, Budget& budget, const base::HashSeeds& seeds);

  Lexicon& lexicon() noexcept { return lexicon_; }

  /// Makes room for so many tokens with so many bytes, and the n-grams that end at them, if the budget allows it.
  bool reserve(std::size_t tokens, std::size_t bytes);
  /// Counts what ends at each of `ids`; see `NgramTable::add`.
  void add(const TokenId* ids, const std::uint8_t* depths, std::size_t size);
  bool is_full() const;

  /// Takes over all counts, which leaves nothing of use in the other. False, and nothing is changed, if a count would
  /// get too large.
  bool absorb(Tables& other);

  /// Puts all in order, by counts or by keys, without what counts less. Nothing can be added from now on.
  void sort(NgramOrder order, std::uint64_t min_count);
  /// What was sorted. The tables must stay.
  std::unique_ptr<NgramRows> rows() const;

  /// Forgets everything and gives the memory back.
  void release();

 private:
  TokenTexts texts() const noexcept;
  /// Puts all tokens in the order of their bytes and tells each its rank.
  void rank_tokens();

  NgramShape shape_;
  Lexicon lexicon_;
  std::vector<std::unique_ptr<NgramTable>> tables_;
  NgramOrder order_ = NgramOrder::key;
  base::MappedArray<TokenId> tokens_;     // to be written, in order
  base::MappedArray<TokenText> by_rank_;  // all, by their bytes
};

}  // namespace sorani::count
