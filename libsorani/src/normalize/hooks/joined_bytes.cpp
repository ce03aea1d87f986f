#include "normalize/hooks/joined_bytes.hpp"

namespace sorani::normalize {

bool join_bytes(OutputTail& tail) {
  const utf8::Decoded last = tail.last();
  if (last.value >= utf8::kIllFormed) return false;
  const std::size_t begin = tail.size() - last.length;
  tail.unread(last.value, tail.origin_of(begin));
  tail.truncate(begin);
  return true;
}

}  // namespace sorani::normalize
