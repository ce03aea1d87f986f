#include "common/pipeline/pipeline_item.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace ku {
namespace {

void clear(std::string& text, std::size_t max_kept) {
  if (text.capacity() > max_kept) {
    text = std::string();
  } else {
    text.clear();
  }
}

}  // namespace

void Buffer::reserve(std::size_t capacity) {
  if (capacity <= capacity_) return;
  // The system can extend a large block in place, so that a long line is not in memory twice.
  char* const larger = static_cast<char*>(std::realloc(bytes_.get(), capacity + kTextPadding));
  if (larger == nullptr) throw std::bad_alloc();
  [[maybe_unused]] char* const freed = bytes_.release();
  bytes_.reset(larger);
  capacity_ = capacity;
}

void Buffer::append(std::string_view bytes) {
  if (bytes.empty()) return;
  if (bytes.size() > free_size()) reserve(std::max(size_ + bytes.size(), 2 * capacity_));
  std::memcpy(free_space(), bytes.data(), bytes.size());
  add_size(bytes.size());
}

void Buffer::reset() {
  bytes_.reset();
  size_ = 0;
  capacity_ = 0;
}

void PipelineItem::clear(std::size_t max_kept) {
  if (bytes.capacity() > max_kept) bytes.reset();
  bytes.clear();
  messages.clear();
  file_number = 0;
  begins_file = false;
  is_converted = false;
  repairs = 0;
  fault.reset();
  bytes_so_far = 0;
  chunk = Chunk();
  values.clear();
  ku::clear(repaired, max_kept);
  terminators = 0;
  bytes_after_terminator = 0;
  is_dropped = false;
  ku::clear(out, max_kept);
  report.clear();
}

}  // namespace ku
