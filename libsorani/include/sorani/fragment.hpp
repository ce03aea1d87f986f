#pragma once

#include <cstddef>
#include <string_view>

#include <sorani/export.hpp>

namespace sorani {
inline namespace v0 {

/// Which part of a line a text is.
///
/// Pass whole lines where possible. A line too long for memory can be passed in fragments, cut at places that
/// `safe_cut` returns. The outputs of the fragments, joined, are then the output of the line.
/// (A word map can break this: where it replaces the first word of a fragment by nothing or by punctuation, the space
/// before that word is not removed.)
enum class Fragment {
  whole,   ///< begins at a line's start and ends at a line's end (with or without its terminator)
  first,   ///< begins at a line's start and ends inside the line
  middle,  ///< begins and ends inside a line
  last,    ///< begins inside a line and ends at its end
};

/// True if the fragment begins at the start of a line.
constexpr bool starts_line(Fragment f) noexcept { return f == Fragment::whole || f == Fragment::first; }
/// True if the fragment ends at the end of a line.
constexpr bool ends_line(Fragment f) noexcept { return f == Fragment::whole || f == Fragment::last; }

/// The last place, in bytes, where a line may be cut into fragments: not before `from`, and 0 if there is none.
///
/// The place is after a letter and a space, and before a letter; no rule has a context across it. Letters here are A-Z,
/// a-z and those of U+0621..U+06D3 except the forms of waw and heh, which have special rules at the start or end of a
/// word: و may be the conjunction, a final ه becomes ە. The word after the place is not a Latin word of one or two
/// letters that begins with one of EIMNYeimny: it may be the copula (ye, in), which is joined to the word before it.
///
/// When text is appended to a line that had no such place, only its last three bytes need to be searched again.
SORANI_API std::size_t safe_cut(std::string_view text, std::size_t from = 0) noexcept;

}  // namespace v0
}  // namespace sorani
