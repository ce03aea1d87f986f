#pragma once

#include <cstdint>

#include "base/mapped_array.hpp"
#include "count/table/vocabulary.hpp"

namespace sorani::count {

/// The tokens that count at least `min_count`, sorted by their bytes.
base::MappedArray<TokenId> tokens_by_key(const Vocabulary& vocabulary, std::uint64_t min_count);

/// The tokens that count at least `min_count`, sorted by descending count, ties by their bytes.
base::MappedArray<TokenId> tokens_by_count(const Vocabulary& vocabulary, std::uint64_t min_count);

}  // namespace sorani::count
