#pragma once

#include <string>
#include <string_view>

#include <sorani/export.hpp>

namespace sorani {

/// Appends to `out` the tokens of `text`, which stand between spaces, joined into ordinary text: no space before a full
/// stop, after an opening bracket, between a currency sign and its number, before an ending behind a closing mark, and
/// so on. A dash keeps its spaces (a hyphen without them is part of a token), but for the one behind the label of an
/// item at the start of a line. Undoes `Tokenizer::append_spaced` where the spacing was the usual one. `line_end` ends
/// a line and is kept; what a line gives depends on it alone. Lines must be whole. Any bytes are accepted.
SORANI_API void append_detokenized(std::string_view text, std::string& out, char line_end = '\n');

}  // namespace sorani
