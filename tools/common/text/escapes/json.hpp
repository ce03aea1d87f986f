#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ku {

/// How control characters are escaped in JSON.
enum class JsonControls : std::uint8_t {
  hexadecimal,  ///< all as \uXXXX
  shortest,     ///< as \b, \f, \n, \r, \t where they can be
};

/// True if the inside of a JSON string with this text is the text itself.
bool is_plain_in_json(std::string_view text);

/// Appends the inside of a JSON string: quotation marks, backslashes and control characters escaped, the rest as it is.
void append_json_escaped(std::string_view text, JsonControls controls, std::string& out);

/// Appends `text` as a JSON string literal, quotes included.
void append_json_string(std::string_view text, std::string& out, JsonControls controls = JsonControls::hexadecimal);

}  // namespace ku
