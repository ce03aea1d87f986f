#pragma once

#include <string>
#include <string_view>

namespace ku {

/// The charset that the first bytes of a file announce.
struct ByteOrderMark {
  std::string charset;  ///< ICU's name if there is a byte-order mark of UTF-16 or UTF-32, else empty
  bool is_decided;      ///< false if more bytes could change the answer
};

/// Looks for a byte-order mark at the start of a file. That of UTF-8 is not reported: it stays in the text as U+FEFF,
/// which the normalizer removes.
ByteOrderMark find_byte_order_mark(std::string_view start);

}  // namespace ku
