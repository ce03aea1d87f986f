#include "common/io/input/byte_order_mark.hpp"

#include <array>

namespace ku {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  std::string_view charset;
};

// UTF-32 first: its little-endian mark begins with that of UTF-16.
constexpr std::array kMarks = {
    Mark{"\xFF\xFE\0\0"sv, "UTF-32"},
    Mark{"\0\0\xFE\xFF"sv, "UTF-32"},
    Mark{"\xFF\xFE"sv, "UTF-16"},
    Mark{"\xFE\xFF"sv, "UTF-16"},
};

}  // namespace

ByteOrderMark find_byte_order_mark(std::string_view start) {
  ByteOrderMark found{"", true};
  for (const Mark& mark : kMarks) {
    if (start.starts_with(mark.bytes)) {
      if (found.charset.empty()) found.charset = mark.charset;
    } else if (mark.bytes.starts_with(start)) {
      found.is_decided = false;
    }
  }
  return found;
}

}  // namespace ku
