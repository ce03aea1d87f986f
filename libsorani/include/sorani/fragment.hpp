#pragma once

#include <cstddef>
#include <string_view>

#include <sorani/export.hpp>

namespace sorani {

/// Which part of a line a text is.
///
/// Text is best handed over in whole lines. A line too long to hold is handed over in fragments, cut at places that
/// `safe_cut` returns. The outputs of the fragments together are then the output of the line.
/// (A word map can break this: where it replaces the first word of a fragment by nothing or by punctuation, the space
/// before that word is left.)
enum class Fragment {
  whole,   ///< begins at a line's start and ends at a line's end (with or without its terminator)
  first,   ///< begins at a line's start, and the line continues in the next fragment
  middle,  ///< the line began before and continues after
  last,    ///< the line began before and ends here
};

/// True if the fragment begins at the start of a line.
constexpr bool starts_line(Fragment f) noexcept { return f == Fragment::whole || f == Fragment::first; }
/// True if the fragment ends at the end of a line.
constexpr bool ends_line(Fragment f) noexcept { return f == Fragment::whole || f == Fragment::last; }

/// The last place, in bytes, where a line may be cut into fragments: not before `from`, and 0 if there is none.
///
/// It is between "letter, space" and "letter", where no rule looks across. Letters here are A-Z, a-z and those of
/// U+0621..U+06D3 except the forms of waw and heh, which begin or end words under rules of their own: و may be the
/// conjunction, a final ه becomes ە. The word after the cut is no Latin word of one or two letters that begins with one
/// of EIMNYeimny, which may be the copula and is joined to the word before it: ye, in.
///
/// When text is appended to a line that had no such place, only its last three bytes need to be searched again.
SORANI_API std::size_t safe_cut(std::string_view text, std::size_t from = 0) noexcept;

}  // namespace sorani
