#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ku {

/// The number of occurrences of `byte` in `text`.
std::uint64_t count_byte(std::string_view text, char byte);

/// The offset just past the last `terminator` in `text`; 0 if there is none.
std::size_t end_of_last_record(std::string_view text, char terminator);

}  // namespace ku
