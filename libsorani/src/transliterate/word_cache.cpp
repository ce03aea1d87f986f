#include "transliterate/word_cache.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace sorani::transliterate {
namespace {

constexpr std::size_t kCacheLine = 64;

/// Zeros at a cache line. So large a piece comes from the system, which hands out its pages as they are touched.
template <typename T>
T* zeros(std::size_t count) {
  void* const memory = std::aligned_alloc(kCacheLine, count * sizeof(T));
  if (memory == nullptr) throw std::bad_alloc();
  std::memset(memory, 0, count * sizeof(T));
  return static_cast<T*>(memory);
}

/// As `zeros`, not aligned and without touching the memory.
template <typename T>
T* lazy_zeros(std::size_t count) {
  void* const memory = std::calloc(count, sizeof(T));
  if (memory == nullptr) throw std::bad_alloc();
  return static_cast<T*>(memory);
}

std::uint64_t hash(std::string_view word) noexcept { return XXH3_64bits(word.data(), word.size()); }

std::uint32_t tag(std::uint64_t hash) noexcept { return static_cast<std::uint32_t>(hash >> 32); }

}  // namespace

void WordCache::Free::operator()(void* memory) const noexcept { std::free(memory); }

WordCache::WordCache()
    : lines_(zeros<Line>(kLines)), slots_(lazy_zeros<Slot>(kTableSize)), arena_(lazy_zeros<char>(kArenaSize)) {}

std::string_view WordCache::find_long(std::string_view word) const noexcept {
  const std::uint64_t hashed = hash(word);
  for (std::size_t i = hashed % kTableSize;; i = (i + 1) % kTableSize) {
    const Slot slot = slots_[i];
    if (slot.at == 0) return {};
    if (slot.tag != tag(hashed)) continue;
    const char* const entry = arena_.get() + slot.at;
    const auto length = static_cast<std::uint8_t>(entry[0]);
    if (length != word.size() || std::memcmp(entry + 2, word.data(), length) != 0) continue;
    return {entry + 2 + length, static_cast<std::uint8_t>(entry[1])};
  }
}

/// A short word that another has replaced in its line.
std::string_view WordCache::find_again(std::string_view word, const Key& key) {
  const std::string_view value = find_long(word);
  if (value.data() != nullptr && value.size() <= kShortValue) {
    Line& line = lines_[line_of(key)];
    line.key = key;
    value.copy(line.value.data(), value.size());
    line.size = static_cast<std::uint8_t>(value.size());
  }
  return value;
}

void WordCache::insert(std::string_view word, std::string_view value) {
  if (word.empty() || word.size() > kLongest || value.size() > kLongest) return;
  const std::size_t size = 2 + word.size() + value.size();
  if (entries_ == kMaxEntries || used_ + size + kReadable > kArenaSize) {
    std::fill_n(slots_.get(), kTableSize, Slot{});
    used_ = 1;
    entries_ = 0;
  }
  const std::uint64_t hashed = hash(word);
  std::size_t i = hashed % kTableSize;
  while (slots_[i].at != 0) i = (i + 1) % kTableSize;
  slots_[i] = {tag(hashed), static_cast<std::uint32_t>(used_)};
  char* const entry = arena_.get() + used_;
  entry[0] = static_cast<char>(word.size());
  entry[1] = static_cast<char>(value.size());
  word.copy(entry + 2, word.size());
  value.copy(entry + 2 + word.size(), value.size());
  used_ += size;
  ++entries_;
}

}  // namespace sorani::transliterate
