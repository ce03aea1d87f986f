#pragma once

#include <string>
#include <string_view>

#include <sorani/export.hpp>

namespace sorani {
inline namespace v0 {

/// Joins tokens into ordinary text and appends it to `out`. The tokens of `text` are separated by spaces. No space is
/// written before a full stop, after an opening bracket, between a currency sign and its number, before an ending after
/// a closing bracket or quotation mark, and so on. A dash keeps its spaces (a hyphen without spaces is part of a
/// token), except after the label of an item at the start of a line. Undoes `Tokenizer::append_spaced` where the text
/// had the usual spacing.
///
/// `line_end` ends a line and is kept. The output of a line depends on that line alone. Lines must be whole. Any bytes
/// are accepted.
SORANI_API void append_detokenized(std::string_view text, std::string& out, char line_end = '\n');

}  // namespace v0
}  // namespace sorani
