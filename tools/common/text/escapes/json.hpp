#pragma once

#include <string>
#include <string_view>

namespace ku {

/// Appends `text` as a JSON string literal, quotes included.
void append_json_string(std::string_view text, std::string& out);

}  // namespace ku
