#include "transliterate/cache/first_level_cache.hpp"

#include <sys/mman.h>

#include <memory>
#include <new>

namespace sorani::transliterate {

FirstLevelCache::Memory::Memory() {
  // Aligned to huge pages, which the system gives to aligned parts only.
  void* const mapped = ::mmap(nullptr, kSize + kHugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) throw std::bad_alloc();
  mapped_ = mapped;
  std::size_t space = kSize + kHugePage;
  void* aligned = mapped;
  std::align(kHugePage, kSize, aligned, space);
  tables_ = static_cast<Tables*>(aligned);
}

FirstLevelCache::Memory::~Memory() { ::munmap(mapped_, kSize + kHugePage); }

void FirstLevelCache::Memory::use_huge_pages() noexcept {
#ifdef MADV_HUGEPAGE
  ::madvise(tables_, kSize, MADV_HUGEPAGE);
#endif
}

FirstLevelCache::FirstLevelCache() = default;

std::string_view FirstLevelCache::find_medium(std::string_view word, const Location& location) const noexcept {
  if (word.size() > kMediumBytes) return {};
  const MediumEntry& entry = tables().medium[location.index_];
  const Key<kMediumBytes> key = medium_key(word);
  const std::uint64_t differences =
      (entry.key[0] ^ key[0]) | (entry.key[1] ^ key[1]) | (entry.key[2] ^ key[2]) | (entry.key[3] ^ key[3]);
  if (differences != 0 || entry.word_size != word.size()) return {};
  return {entry.value.data(), entry.size};
}

void FirstLevelCache::store(std::string_view word, const Location& location, std::string_view value) noexcept {
  const auto size = static_cast<std::uint8_t>(value.size());
  if (word.size() > kShortBytes) {
    if (word.size() > kMediumBytes || value.size() > kMediumValueBytes) return;
    MediumEntry& entry = tables().medium[location.index_];
    entry.key = medium_key(word);
    entry.word_size = static_cast<std::uint8_t>(word.size());
    value.copy(entry.value.data(), value.size());
    entry.size = size;
    return;
  }
  if (value.size() > kLongValueBytes) return;
  Set& set = tables().sets[location.index_];
  auto& [first, second] = set.entries;
  const bool was_long = first.size > kShortValueBytes;
  second = was_long ? Entry{} : first;
  first.key = location.key_;
  first.size = size;
  if (value.size() <= kShortValueBytes) {
    value.copy(first.value.data(), value.size());
  } else {
    std::memcpy(&second, value.data(), value.size());
  }
}

}  // namespace sorani::transliterate
