#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>

#include "transliterate/cache/first_level_cache.hpp"
#include "transliterate/cache/word_table.hpp"

namespace sorani::transliterate {

/// A bounded cache from words to their conversions, in two levels: a cache of one thread (first_level_cache.hpp), and a
/// table of all words that is shared by threads (word_table.hpp). A miss in the first level that hits in the second is
/// copied to the first.
class WordCache {
 public:
  using Location = FirstLevelCache::Location;

  /// This many bytes can be read from the start of a value, however short it is.
  static constexpr std::size_t kReadableBytes = std::min(FirstLevelCache::kReadableBytes, WordTable::kReadableBytes);

  /// No value of the first level is longer.
  static constexpr std::size_t kMaxFirstLevelBytes = FirstLevelCache::kMaxValueBytes;

  /// `words` may be shared with caches of other threads, if these convert words alike.
  explicit WordCache(std::shared_ptr<SharedWordTable> words);

  /// See `FirstLevelCache::expect`.
  void expect(std::size_t text_bytes) noexcept { first_level_.expect(text_bytes); }

  /// See `FirstLevelCache::locate`.
  Location locate(std::string_view word, std::size_t readable) const noexcept {
    return first_level_.locate(word, readable);
  }

  /// The value of a word, valid until the next call of a function that is not const; null data on a miss.
  std::string_view find(std::string_view word, const Location& location) {
    const std::string_view value = first_level_.find(word, location);
    return value.data() != nullptr ? value : find_in_table(word, location);
  }
  std::string_view find(std::string_view word, std::size_t readable) { return find(word, locate(word, readable)); }

  void insert(std::string_view word, std::string_view value);

 private:
  std::string_view find_in_table(std::string_view word, const Location& location);

  FirstLevelCache first_level_;
  std::shared_ptr<SharedWordTable> words_;
  SharedWordTable::Pointer table_;
};

}  // namespace sorani::transliterate
