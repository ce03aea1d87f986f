#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <sorani/ngram_rows.hpp>
#include <string>

#include "count/ngram_entry.hpp"
#include "count/pages.hpp"
#include "count/token_texts.hpp"

namespace sorani::count {

/// N-grams of ranks, as rows. What it is made from must stay.
template <std::size_t n>
class EntryRows : public NgramRows {
 public:
  EntryRows(const PagedArray<NgramEntry<n>>& entries, const TokenTexts& texts) : entries_(entries), texts_(texts) {
    before_.fill(~std::uint32_t{0});  // no rank is as high
  }

  bool next() override {
    if (at_ == entries_.size()) return false;
    prefetch();
    const NgramEntry<n>& entry = entries_[at_++];
    // Rows that follow each other often begin with the same tokens.
    std::size_t first = 0;
    while (first < n && entry.tokens[first] == before_[first]) ++first;
    std::size_t size = first == 0 ? 0 : ends_[first - 1];
    for (std::size_t i = first; i < n; ++i) {
      const std::uint32_t rank = entry.tokens[i];
      const std::size_t needed = size + 1 + texts_.room_for(rank);
      if (needed > text_.size()) text_.resize(2 * needed);
      if (i > 0 && texts_.is_spaced) text_[size++] = ' ';
      size = static_cast<std::size_t>(texts_.copy(rank, text_.data() + size) - text_.data());
      ends_[i] = size;
    }
    before_ = entry.tokens;
    set({text_.data(), size}, entry.count);
    return true;
  }

 private:
  static constexpr std::size_t kAhead = 12;

  // All but the first token of a row are anywhere.
  void prefetch() const {
    if (at_ + kAhead >= entries_.size()) return;
    for (std::size_t i = 1; i < n; ++i) __builtin_prefetch(&texts_.by_rank[entries_[at_ + kAhead].tokens[i]]);
  }

  const PagedArray<NgramEntry<n>>& entries_;
  TokenTexts texts_;
  std::size_t at_ = 0;
  std::string text_;
  std::array<std::uint32_t, n> before_;  // the tokens that the text is made of
  std::array<std::size_t, n> ends_{};    // where each of them ends in it
};

}  // namespace sorani::count
