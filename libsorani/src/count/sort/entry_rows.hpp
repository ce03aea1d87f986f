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

/// N-grams of ranks, as rows. What it is made from must stay.
template <std::size_t n>
class EntryRows : public NgramRows {
 public:
  EntryRows(const base::MappedArray<NgramEntry<n>>& entries, const TokenTexts& texts)
      : entries_(entries), texts_(texts) {}

  // Rows that follow each other often begin with the same tokens; but to find out costs more than to copy them.
  bool next() override {
    if (at_ == entries_.size()) return false;
    prefetch();
    const NgramEntry<n>& entry = entries_[at_++];
    std::size_t room = n;
    for (const std::uint32_t rank : entry.tokens) room += texts_.room_for(rank);
    if (room > text_.size()) [[unlikely]]
      text_.resize(2 * room);
    char* end = texts_.copy(entry.tokens.front(), text_.data());
    for (std::size_t i = 1; i < n; ++i) {
      *end = ' ';
      end = texts_.copy(entry.tokens[i], end + (texts_.is_spaced ? 1 : 0));
    }
    set({text_.data(), static_cast<std::size_t>(end - text_.data())}, entry.count);
    return true;
  }

 private:
  static constexpr std::size_t kAhead = 24;

  // All but the first token of a row are anywhere.
  void prefetch() const {
    if (at_ + kAhead >= entries_.size()) return;
    for (std::size_t i = 1; i < n; ++i) __builtin_prefetch(&texts_.by_rank[entries_[at_ + kAhead].tokens[i]]);
  }

  const base::MappedArray<NgramEntry<n>>& entries_;
  TokenTexts texts_;
  std::size_t at_ = 0;
  std::string text_;
};

}  // namespace sorani::count
