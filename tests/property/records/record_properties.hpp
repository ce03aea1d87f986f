#pragma once

#include <string>
#include <string_view>

namespace ku::test {

/// The fields that the properties are tried on.
inline constexpr const char* kFields[] = {"text", "/meta/title", "/list/0", "/a~1b/~0"};

/// Runs a worker that replaces letters by what must be escaped over the values at `kFields` of one line, under
/// `--invalid replace`, and compares with the reference: the line is an error if and only if the reference says so;
/// the output, parsed and serialized, equals the input, parsed, with its strings replaced, and serialized; and all
/// bytes outside of strings that change are those of the input. Another worker gets the strings of the whole record and
/// adds members to it, byte for byte as the reference does. Returns what does not hold, or an empty string. The
/// line has no newline, or the record ends in NUL.
std::string broken_record_property(std::string_view line, char terminator);

/// The byte, from 1, at which the line is reported as an error; 0 if it is none.
std::size_t error_byte(std::string_view line);

}  // namespace ku::test
