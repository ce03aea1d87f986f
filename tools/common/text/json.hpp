#pragma once

#include <string>
#include <string_view>

namespace ku {

/// Appends a JSON string that holds `text`.
void append_json_string(std::string_view text, std::string& out);

}  // namespace ku
