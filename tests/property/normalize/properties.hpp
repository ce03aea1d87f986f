#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <sorani/normalizer.hpp>

/// What must hold for every text, whatever the options. Each function says what is wrong, or nothing. Tests and the
/// fuzz target share them.
namespace sorani::test {

using Failure = std::optional<std::string>;
using Property = Failure (*)(Normalizer&, std::string_view);

/// Normalizing twice is the same as once. Not asked of legacy fonts, whose letters are those of other texts too: their
/// output is normal without the font.
Failure idempotent(Normalizer& normalizer, std::string_view text);

/// As many '\n' and as many NUL come out as went in.
Failure keeps_line_ends(Normalizer& normalizer, std::string_view text);

/// `explain` writes what `append` writes, which takes the fast path, and reports changes that lie in the text.
Failure explains_what_it_does(Normalizer& normalizer, std::string_view text);

/// Each line by itself comes out as it does among the others.
Failure lines_are_apart(Normalizer& normalizer, std::string_view text);

/// A line handed over in pieces, cut at each place where it may be (see sorani/fragment.hpp), comes out as whole.
/// Not asked of word maps, which may replace a word by nothing.
Failure pieces_make_the_whole(Normalizer& normalizer, std::string_view text);

/// What is in the output before does not matter, and stays.
Failure appends(Normalizer& normalizer, std::string_view text);

/// The shortest text found, by leaving out parts of `text`, for which the property fails as well.
std::string shrunk(std::string text, const std::function<bool(std::string_view)>& fails);

}  // namespace sorani::test
