#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ku {

/// The number of occurrences of `byte` in `text`.
std::uint64_t count_byte(std::string_view text, char byte);

/// The offset just past the last `terminator` in `text`; 0 if there is none.
std::size_t end_of_last_record(std::string_view text, char terminator);

/// The last place where a record too long to hold may be cut, in bytes from the start of `text`, and not before `from`:
/// between "letter, space" and "letter", where no rule looks across. 0 if there is none.
///
/// Only plain letters count, ASCII or Arabic: not those that stand for waw or heh (they begin or end words under rules
/// of their own), no digits, marks or punctuation; and not the first letter of a word that can be the Latin copula (e,
/// ye, in ...), which transliteration joins to the word before it.
std::size_t find_cut(std::string_view text, std::size_t from = 0);

}  // namespace ku
