#pragma once

namespace sorani {

/// Which part of a line a piece of text is.
///
/// Text is best handed over in whole lines. A line too long to hold is handed over in pieces, cut only between
/// `letter, space |` and `| letter`, where no rule looks across; letters here are A-Z, a-z and those of U+0620..U+06FF,
/// but behind a cut not و (U+0648), which may be the conjunction and belong to the word before it, nor a word of one or
/// two letters that begins with one of EIMNYeimny, which may be a Latin copula and do so too: ye, in.
/// (A word map can break this: where it replaces the first word of a piece by nothing or by punctuation, the space
/// before that word is left.)
enum class Fragment {
  whole,   ///< begins at a line's start and ends at a line's end (with or without its terminator)
  first,   ///< begins at a line's start, and the line goes on in the next piece
  middle,  ///< the line began before and goes on after
  last,    ///< the line began before and ends here
};

/// True if the piece begins at the start of a line.
constexpr bool starts_line(Fragment f) noexcept { return f == Fragment::whole || f == Fragment::first; }
/// True if the piece ends at the end of a line.
constexpr bool ends_line(Fragment f) noexcept { return f == Fragment::whole || f == Fragment::last; }

}  // namespace sorani
