#pragma once

#include <cstdint>
#include <memory>
#include <sorani/ngram_rows.hpp>

namespace sorani::count {

inline constexpr std::uint64_t kAllRows = NgramSelection().top;

/// Without the rows that count less.
std::unique_ptr<NgramRows> frequent_rows(std::unique_ptr<NgramRows> rows, std::uint64_t min_count);

/// As a selection has them, but for its least count. `order` is that of `rows`: of keys or of counts.
std::unique_ptr<NgramRows> select_sorted(std::unique_ptr<NgramRows> rows, NgramOrder order,
                                         const NgramSelection& selection, const NgramStorage& storage);

}  // namespace sorani::count
