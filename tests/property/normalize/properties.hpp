#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <sorani/normalizer.hpp>

/// Properties of the normalizer for every text and all options. Each function returns what is wrong, or nothing. Used
/// by the tests and the fuzz target.
namespace sorani::test {

using Failure = std::optional<std::string>;
using Property = Failure (*)(Normalizer&, std::string_view);

/// Normalizing twice is the same as once. Not for legacy fonts, which use ordinary letters for others: their output is
/// normalized without the font.
Failure idempotent(Normalizer& normalizer, std::string_view text);

/// The numbers of '\n' and of NUL do not change.
Failure keeps_line_ends(Normalizer& normalizer, std::string_view text);

/// `explain` writes what `append` writes, which takes the fast path, and reports changes that lie in the text.
Failure explains_what_it_does(Normalizer& normalizer, std::string_view text);

/// Each line is normalized independently of the others.
Failure lines_are_apart(Normalizer& normalizer, std::string_view text);

/// A line in fragments, cut at each place where sorani/fragment.hpp allows it, gives the same as the whole line. Not
/// for word maps, which may replace a word by nothing.
Failure pieces_make_the_whole(Normalizer& normalizer, std::string_view text);

/// The contents of the output before do not matter and do not change.
Failure appends(Normalizer& normalizer, std::string_view text);

/// Suggestions are those of the words of the text, in order, each spelling once, and the cheapest first but for words
/// that stay. The first one of a word is normalized.
Failure suggests_spellings_of_words(Normalizer& normalizer, std::string_view text);

/// The shortest text found, by leaving out parts of `text`, for which the property fails as well.
std::string shrunk(std::string text, const std::function<bool(std::string_view)>& fails);

}  // namespace sorani::test
