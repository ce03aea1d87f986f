#pragma once

#include <cstdint>

#include "base/mapped_array.hpp"
#include "count/table/vocabulary.hpp"

namespace sorani::count {

/// The tokens that count at least `min_count`, by their bytes.
base::MappedArray<TokenId> tokens_by_key(const Lexicon& lexicon, std::uint64_t min_count);

/// The tokens that count at least `min_count`, the most frequent first, then by their bytes.
base::MappedArray<TokenId> tokens_by_count(const Lexicon& lexicon, std::uint64_t min_count);

}  // namespace sorani::count
