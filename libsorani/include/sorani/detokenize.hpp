#pragma once

#include <string>
#include <string_view>

#include <sorani/export.hpp>

namespace sorani {

/// Appends to `out` the tokens of `text`, which stand between spaces, joined into ordinary text: no space before a full
/// stop or after an opening bracket, and so on. Undoes `Tokenizer::append_spaced` where the spacing was the usual one.
/// `line_end` ends a line and is kept; lines must be whole. Any bytes are accepted.
SORANI_API void append_detokenized(std::string_view text, std::string& out, char line_end = '\n');

}  // namespace sorani
