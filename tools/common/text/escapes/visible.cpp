#include "common/text/escapes/visible.hpp"

#include <fmt/core.h>
#include <unicode/utf8.h>
#include <utf8proc.h>

#include <cstdint>
#include <iterator>
#include <sorani/utf8.hpp>

#include "common/text/escapes/escapes.hpp"

namespace ku {
namespace {

bool is_invisible(UChar32 c, bool is_first) {
  if (c == ' ') return false;
  const utf8proc_property_t* const properties = utf8proc_get_property(c);
  if (properties->ignorable != 0U) return true;  // Default_Ignorable_Code_Point
  switch (properties->category) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return is_first;
    default:
      return false;
  }
}

void append_escaped(std::uint32_t c, std::string& out) {
  const auto to = std::back_inserter(out);
  if (const std::string_view escape = escape_sequence(c); !escape.empty()) {
    out += escape;
  } else if (c <= 0xFFFF) {
    fmt::format_to(to, "\\u{:04x}", c);
  } else {
    fmt::format_to(to, "\\U{:08x}", c);
  }
}

/// `text` is well-formed UTF-8.
void append_characters(std::string_view text, bool is_start, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text.data(), at, c);
    if (c == '\\' || is_invisible(c, is_start && start == 0)) {
      append_escaped(static_cast<std::uint32_t>(c), out);
    } else {
      out += text.substr(start, at - start);
    }
  }
}

}  // namespace

void append_visible(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const auto error = sorani::find_invalid_utf8(text, at);
    const std::size_t end = error ? error->offset : text.size();
    append_characters(text.substr(at, end - at), at == 0, out);
    at = error ? end + error->length : end;
    for (const char byte : text.substr(end, at - end)) {
      fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned char>(byte));
    }
  }
}

}  // namespace ku
