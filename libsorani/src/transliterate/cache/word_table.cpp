#include "transliterate/cache/word_table.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#include "base/process_seed.hpp"

namespace sorani::transliterate {
namespace {

using AtomicSlot = std::atomic_ref<std::uint64_t>;

/// Zeroed memory whose pages the system provides when they are first touched.
template <typename T>
T* lazy_zeros(std::size_t count) {
  void* const memory = std::calloc(count, sizeof(T));
  if (memory == nullptr) throw std::bad_alloc();
  return static_cast<T*>(memory);
}

constexpr std::uint64_t kOffset = 0xFFFFFFFF;

}  // namespace

void WordTable::Free::operator()(void* memory) const noexcept { std::free(memory); }

WordTable::WordTable() : arena_(lazy_zeros<char>(kArenaSize)), seed_(base::process_seed()) {
  constexpr std::size_t kMinSize = std::size_t{1} << kMinSizeBits;
  sizes_.front() = {kMinSize - 1, std::unique_ptr<std::uint64_t[], Free>(lazy_zeros<std::uint64_t>(kMinSize))};
  slots_ = sizes_.data();
}

std::uint64_t WordTable::hash(std::string_view word) const noexcept {
  return XXH3_64bits_withSeed(word.data(), word.size(), seed_);
}

std::string_view WordTable::word_at(std::size_t at) const noexcept {
  const char* const entry = arena_.get() + at;
  return {entry + 2, static_cast<std::uint8_t>(entry[0])};
}

std::string_view WordTable::find(std::string_view word) const noexcept {
  const std::uint64_t hashed = hash(word);
  const Slots& slots = *slots_.load(std::memory_order_acquire);
  for (std::size_t i = hashed & slots.mask;; i = (i + 1) & slots.mask) {
    const std::uint64_t slot = AtomicSlot(slots.slots[i]).load(std::memory_order_acquire);
    if (slot == 0) return {};
    if (((slot ^ hashed) & ~kOffset) != 0) continue;
    const char* const entry = arena_.get() + (slot & kOffset);
    const auto length = static_cast<std::uint8_t>(entry[0]);
    if (length != word.size() || std::memcmp(entry + 2, word.data(), length) != 0) continue;
    return {entry + 2 + length, static_cast<std::uint8_t>(entry[1])};
  }
}

bool WordTable::insert(std::string_view word, std::string_view value) {
  const std::size_t size = 2 + word.size() + std::max(value.size(), kReadableBytes);
  const std::size_t at = used_.bytes.fetch_add(size, std::memory_order_relaxed);
  const std::size_t entries = used_.entries.fetch_add(1, std::memory_order_relaxed);
  if (at + size > kArenaSize || entries >= (std::size_t{1} << kMaxSizeBits) / 2) return false;
  char* const entry = arena_.get() + at;
  entry[0] = static_cast<char>(word.size());
  entry[1] = static_cast<char>(value.size());
  word.copy(entry + 2, word.size());
  value.copy(entry + 2 + word.size(), value.size());
  const Slots* slots = slots_.load(std::memory_order_acquire);
  if (entries > slots->mask / 2) {
    grow(*slots);
    slots = slots_.load(std::memory_order_acquire);
  }
  const std::uint64_t hashed = hash(word);
  // At most half of the slots are used, plus one for each thread that has not seen yet that the table has grown.
  for (std::size_t i = hashed & slots->mask;; i = (i + 1) & slots->mask) {
    std::uint64_t empty = 0;
    const std::uint64_t slot = (hashed & ~kOffset) | at;
    if (AtomicSlot(slots->slots[i])
            .compare_exchange_strong(empty, slot, std::memory_order_release, std::memory_order_relaxed)) {
      return true;
    }
  }
}

/// Doubles the number of slots, unless another thread has done so.
void WordTable::grow(const Slots& full) {
  const std::lock_guard lock(growing_);
  if (slots_.load(std::memory_order_relaxed) != &full) return;
  const std::size_t size = 2 * (full.mask + 1);
  Slots& larger = sizes_[static_cast<std::size_t>(&full - sizes_.data()) + 1];
  larger = {size - 1, std::unique_ptr<std::uint64_t[], Free>(lazy_zeros<std::uint64_t>(size))};
  for (std::size_t i = 0; i <= full.mask; ++i) {
    const std::uint64_t slot = AtomicSlot(full.slots[i]).load(std::memory_order_acquire);
    if (slot == 0) continue;
    std::size_t to = hash(word_at(slot & kOffset)) & larger.mask;
    while (larger.slots[to] != 0) to = (to + 1) & larger.mask;
    larger.slots[to] = slot;
  }
  slots_.store(&larger, std::memory_order_release);
}

SharedWordTable::Pointer SharedWordTable::get() { return replace(nullptr); }

SharedWordTable::Pointer SharedWordTable::replace(const Pointer& full) {
  const std::lock_guard lock(mutex_);
  if (table_ == full) table_ = std::make_shared<WordTable>();
  return table_;
}

}  // namespace sorani::transliterate
