#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/pipeline/value.hpp"

namespace ku {

/// Objects and lists nested more deeply are an error. The grammar has no limit, but a program's stack has.
inline constexpr int kMaxJsonDepth = 1024;

constexpr bool is_json_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// True if the text is one number as RFC 8259 writes it, of any size.
bool is_json_number(std::string_view text);

/// The first error in a text that should be one JSON object with white space around it. Slow: it says where and why,
/// once a fast parser has found that there is an error.
std::optional<RecordError> find_json_error(std::string_view text);

/// The offset just past the value that begins at `begin` of well-formed JSON.
std::size_t end_of_json_value(std::string_view text, std::size_t begin);

}  // namespace ku
