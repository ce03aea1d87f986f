#include "base/mapped_array.hpp"

#include <sys/mman.h>

#include <new>

namespace sorani::base {
namespace {

constexpr std::size_t kSmallPage = 4096;
/// Randomly accessed tables are much faster in large pages (fewer TLB misses).
constexpr std::size_t kLargePage = std::size_t{2} << 20;

}  // namespace

std::size_t MappedMemory::rounded(std::size_t bytes) noexcept {
  const std::size_t page = bytes >= kLargePage ? kLargePage : kSmallPage;
  return (bytes + page - 1) / page * page;
}

void MappedMemory::grow(std::size_t bytes) {
  if (bytes <= size_) return;
  const std::size_t size = rounded(bytes);
  void* data = data_ == nullptr ? ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                                : ::mremap(data_, size_, size, MREMAP_MAYMOVE);
  if (data == MAP_FAILED) throw std::bad_alloc();
  data_ = data;
  size_ = size;
  // Only a hint: a failure does no harm.
  if (size >= kLargePage) ::madvise(data_, size_, MADV_HUGEPAGE);
}

void MappedMemory::release() noexcept {
  if (data_ != nullptr) ::munmap(data_, size_);
  data_ = nullptr;
  size_ = 0;
}

}  // namespace sorani::base
