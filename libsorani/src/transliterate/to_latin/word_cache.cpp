#include "transliterate/to_latin/word_cache.hpp"

#include <sys/mman.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>

#include "base/process_seed.hpp"

namespace sorani::transliterate {
namespace {

/// Zeroed memory whose pages the system provides when they are first touched.
template <typename T>
T* lazy_zeros(std::size_t count) {
  void* const memory = std::calloc(count, sizeof(T));
  if (memory == nullptr) throw std::bad_alloc();
  return static_cast<T*>(memory);
}

std::uint64_t hash(std::string_view word) noexcept {
  return XXH3_64bits_withSeed(word.data(), word.size(), base::process_seed());
}

std::uint32_t tag(std::uint64_t hash) noexcept { return static_cast<std::uint32_t>(hash >> 32); }

}  // namespace

void WordCache::Free::operator()(void* memory) const noexcept { std::free(memory); }

WordCache::FirstLevel::FirstLevel() {
  // Aligned to huge pages, which the system gives to aligned parts only.
  void* const mapped = ::mmap(nullptr, kSize + kHugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) throw std::bad_alloc();
  mapped_ = mapped;
  std::size_t space = kSize + kHugePage;
  void* aligned = mapped;
  std::align(kHugePage, kSize, aligned, space);
  tables_ = static_cast<Tables*>(aligned);
}

WordCache::FirstLevel::~FirstLevel() { ::munmap(mapped_, kSize + kHugePage); }

void WordCache::FirstLevel::use_huge_pages() noexcept {
#ifdef MADV_HUGEPAGE
  ::madvise(tables_, kSize, MADV_HUGEPAGE);
#endif
}

WordCache::WordCache() : slots_(lazy_zeros<Slot>(kInitialTableSize)), arena_(lazy_zeros<char>(kArenaSize)) {}

std::string_view WordCache::find_in_backing(std::string_view word) const noexcept {
  const std::uint64_t hashed = hash(word);
  const std::size_t mask = table_size_ - 1;
  for (std::size_t i = hashed & mask;; i = (i + 1) & mask) {
    const Slot slot = slots_[i];
    if (slot.at == 0) return {};
    if (slot.tag != tag(hashed)) continue;
    const char* const entry = arena_.get() + slot.at;
    const auto length = static_cast<std::uint8_t>(entry[0]);
    if (length != word.size() || std::memcmp(entry + 2, word.data(), length) != 0) continue;
    return {entry + 2 + length, static_cast<std::uint8_t>(entry[1])};
  }
}

/// Looks a short word up that is not in its set: evicted, or its value is too long for it.
std::string_view WordCache::find_short_in_backing(std::string_view word, const Location& location) {
  const Key<kMediumBytes> key{location.key_[0], location.key_[1], 0, 0};
  MediumEntry& entry = medium()[medium_index(key)];
  if (holds(entry, word, key)) return {entry.value.data(), entry.size};
  const std::string_view value = find_in_backing(word);
  if (value.data() == nullptr) return value;
  if (value.size() > kShortValueBytes) {
    store(entry, word, key, value);
    return value;
  }
  ShortSet& set = short_sets()[location.set_];
  set[1] = set[0];
  set[0].key = location.key_;
  value.copy(set[0].value.data(), value.size());
  set[0].size = static_cast<std::uint8_t>(value.size());
  return value;
}

std::string_view WordCache::find_medium(std::string_view word, const Location& location) {
  if (word.size() > kMediumBytes) return find_in_backing(word);
  const Key<kMediumBytes> key = medium_key(word);
  MediumEntry& entry = medium()[location.set_];
  if (holds(entry, word, key)) return {entry.value.data(), entry.size};
  const std::string_view value = find_in_backing(word);
  if (value.data() != nullptr) store(entry, word, key, value);
  return value;
}

bool WordCache::holds(const MediumEntry& entry, std::string_view word, const Key<kMediumBytes>& key) noexcept {
  return entry.word_size == word.size() &&
         ((entry.key[0] ^ key[0]) | (entry.key[1] ^ key[1]) | (entry.key[2] ^ key[2]) | (entry.key[3] ^ key[3])) == 0;
}

void WordCache::store(MediumEntry& entry, std::string_view word, const Key<kMediumBytes>& key,
                      std::string_view value) noexcept {
  if (value.size() > kMediumValueBytes) return;
  entry.key = key;
  entry.word_size = static_cast<std::uint8_t>(word.size());
  value.copy(entry.value.data(), value.size());
  entry.size = static_cast<std::uint8_t>(value.size());
}

void WordCache::insert(std::string_view word, std::string_view value) {
  if (word.empty() || word.size() > kMaxBytes || value.size() > kMaxBytes) return;
  const std::size_t size = 2 + word.size() + value.size();
  if (entries_ == table_size_ / 2) grow();
  if (entries_ == table_size_ / 2 || used_ + size + kReadableBytes > kArenaSize) {
    std::fill_n(slots_.get(), table_size_, Slot{});
    used_ = 1;
    entries_ = 0;
  }
  char* const entry = arena_.get() + used_;
  entry[0] = static_cast<char>(word.size());
  entry[1] = static_cast<char>(value.size());
  word.copy(entry + 2, word.size());
  value.copy(entry + 2 + word.size(), value.size());
  add_slot(word, used_);
  used_ += size;
  ++entries_;
}

/// Adds a slot for the word at offset `at` of the arena.
void WordCache::add_slot(std::string_view word, std::size_t at) noexcept {
  const std::uint64_t hashed = hash(word);
  const std::size_t mask = table_size_ - 1;
  std::size_t i = hashed & mask;
  while (slots_[i].at != 0) i = (i + 1) & mask;
  slots_[i] = {tag(hashed), static_cast<std::uint32_t>(at)};
}

/// Doubles the backing table, up to `kMaxTableSize`, and rehashes the arena.
void WordCache::grow() {
  if (table_size_ == kMaxTableSize) return;
  table_size_ *= 2;
  slots_.reset(lazy_zeros<Slot>(table_size_));
  for (std::size_t at = 1; at < used_;) {
    const char* const entry = arena_.get() + at;
    const std::string_view word(entry + 2, static_cast<std::uint8_t>(entry[0]));
    add_slot(word, at);
    at += 2 + word.size() + static_cast<std::uint8_t>(entry[1]);
  }
}

}  // namespace sorani::transliterate
