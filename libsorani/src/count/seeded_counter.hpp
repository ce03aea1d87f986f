#pragma once

#include <cstdint>
#include <sorani/ngram_counter.hpp>

namespace sorani::count {

/// A counter whose hashes start from a seed that is known, for tests; others start from `base::process_seed`.
struct SeededCounter {
  static NgramCounter make(const NgramOptions& options, const NgramStorage& storage, std::uint64_t seed);
};

}  // namespace sorani::count
