#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "count/table/ngram_entry.hpp"
#include "count/table/token_texts.hpp"

namespace sorani::count {

/// Compares the texts that two sequences of ranks of the same length spell, as `std::string::compare` does.
int compare_texts(const TokenTexts& texts, std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

/// The orders of n-grams that are sorted by comparing them: by tokens or, where ranks do not compare as the texts do,
/// by texts; and before that by count, the highest first. Which one is not a template parameter, because a sort by
/// comparison is needed for few n-grams, and one for each order and length took several seconds to compile.
template <std::size_t n>
struct EntryOrder {
  bool by_count = false;
  const TokenTexts* texts = nullptr;  ///< set if texts have to be compared

  bool operator()(const NgramEntry<n>& a, const NgramEntry<n>& b) const {
    if (by_count && a.count != b.count) return a.count > b.count;
    return texts == nullptr ? a.tokens < b.tokens : compare_texts(*texts, a.tokens, b.tokens) < 0;
  }
};

/// Sorts entries by comparing them.
template <std::size_t n>
void comparison_sort(NgramEntry<n>* entries, std::size_t size, const EntryOrder<n>& order) {
  std::sort(entries, entries + size, order);
}

}  // namespace sorani::count
