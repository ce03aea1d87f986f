#include "transliterate/to_latin/word_cache.hpp"

#include <sys/mman.h>

#include <memory>
#include <new>
#include <utility>

namespace sorani::transliterate {

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

WordCache::WordCache(std::shared_ptr<SharedWordTable> words) : words_(std::move(words)), table_(words_->get()) {}

/// Looks a short word up that is not in its set: evicted, or its value is too long for it.
std::string_view WordCache::find_short_in_table(std::string_view word, const Location& location) {
  const Key<kMediumBytes> key{location.key_[0], location.key_[1], 0, 0};
  MediumEntry& entry = medium()[medium_index(key)];
  if (holds(entry, word, key)) return {entry.value.data(), entry.size};
  const std::string_view value = table_->find(word);
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
  if (word.size() > kMediumBytes) return table_->find(word);
  const Key<kMediumBytes> key = medium_key(word);
  MediumEntry& entry = medium()[location.set_];
  if (holds(entry, word, key)) return {entry.value.data(), entry.size};
  const std::string_view value = table_->find(word);
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
  if (word.empty() || word.size() > WordTable::kMaxBytes || value.size() > WordTable::kMaxBytes) return;
  while (!table_->insert(word, value)) table_ = words_->replace(table_);
}

}  // namespace sorani::transliterate
