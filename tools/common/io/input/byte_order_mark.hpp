#pragma once

#include <string>
#include <string_view>

namespace ku {

/// What the first bytes of a file say of its charset.
struct ByteOrderMark {
  std::string charset;  ///< ICU's name if the file begins with the mark of UTF-16 or UTF-32, else empty
  bool is_decided;      ///< false if more bytes could change the answer
};

/// A mark in UTF-8 is left alone: it is a character of the text, U+FEFF, for the library to deal with.
ByteOrderMark find_byte_order_mark(std::string_view start);

}  // namespace ku
