#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <sorani/ngram_rows.hpp>
#include <string>

#include "base/mapped_array.hpp"
#include "count/table/ngram_entry.hpp"
#include "count/table/token_texts.hpp"

namespace sorani::count {

/// Sorted n-grams of ranks, as rows: the text of each n-gram is assembled when it is read. `entries` and what `texts`
/// refers to must outlive it.
template <std::size_t n>
class EntryRows : public NgramSource {
 public:
  EntryRows(const base::MappedArray<NgramEntry<n>>& entries, const TokenTexts& texts)
      : entries_(entries), texts_(texts) {}

  // Consecutive rows often share their first tokens, but finding the shared prefix costs more than copying it again.
  bool next() override {
    if (at_ == entries_.size()) return false;
    prefetch();
    const NgramEntry<n>& entry = entries_[at_++];
    std::size_t bound = n;
    for (const std::uint32_t rank : entry.tokens) bound += texts_.copy_bound(rank);
    if (bound > text_.size()) [[unlikely]]
      text_.resize(2 * bound);
    char* end = texts_.copy(entry.tokens.front(), text_.data());
    for (std::size_t i = 1; i < n; ++i) {
      *end = ' ';
      end = texts_.copy(entry.tokens[i], end + (texts_.is_spaced ? 1 : 0));
    }
    set({text_.data(), static_cast<std::size_t>(end - text_.data())}, entry.count);
    return true;
  }

 private:
  /// Rows between the prefetch of a token's text and its use.
  static constexpr std::size_t kPrefetchDistance = 24;

  // Rows are sorted by their first token, so its text is in the cache already; the other ranks are scattered.
  void prefetch() const {
    if (at_ + kPrefetchDistance >= entries_.size()) return;
    for (std::size_t i = 1; i < n; ++i)
      __builtin_prefetch(&texts_.by_rank[entries_[at_ + kPrefetchDistance].tokens[i]]);
  }

  const base::MappedArray<NgramEntry<n>>& entries_;
  TokenTexts texts_;
  std::size_t at_ = 0;
  std::string text_;
};

}  // namespace sorani::count
