#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>

namespace sorani::transliterate {

/// A bounded hash table from words to their conversions that several threads can read and extend at the same time. What
/// one thread has learned, no other has to learn.
///
/// Open addressing over an arena to which entries are appended. An entry never changes once its slot is set, by a
/// compare-and-swap with release order; a look-up loads slots with acquire order. Neither takes a lock. Nothing is
/// removed: a table that is full stays as it is.
class WordTable {
 public:
  /// Longer words and values do not fit.
  static constexpr std::size_t kMaxBytes = 255;
  /// This many bytes can be read from the start of a value, however short it is.
  static constexpr std::size_t kReadableBytes = 16;

  WordTable();

  /// The value of a word, valid as long as the table; null data if the table does not have it.
  std::string_view find(std::string_view word) const noexcept;

  /// Adds a word that `find` did not find; it and its value have at most `kMaxBytes`. Returns false if the table is
  /// full. A word that two threads add at the same time can be there twice, and one that is added while another thread
  /// enlarges the table can be lost: it will be read again.
  bool insert(std::string_view word, std::string_view value);

 private:
  static constexpr unsigned kMinSizeBits = 14, kMaxSizeBits = 19;
  static constexpr std::size_t kArenaSize = std::size_t{24} << 20;

  struct Free {
    void operator()(void* memory) const noexcept;
  };
  /// A slot has the upper half of the hash of a word, and its offset in the arena in the lower half; 0: empty.
  struct Slots {
    std::size_t mask = 0;
    std::unique_ptr<std::uint64_t[], Free> slots;
  };

  std::uint64_t hash(std::string_view word) const noexcept;
  std::string_view word_at(std::size_t at) const noexcept;
  void grow(const Slots& full);

  std::atomic<const Slots*> slots_;
  /// Entries: length of the word, length of the value (a byte each), word, value with `kReadableBytes` at least.
  std::unique_ptr<char[], Free> arena_;
  std::uint64_t seed_;
  std::mutex growing_;
  /// The sizes so far. Other threads can still read the smaller ones.
  std::array<Slots, kMaxSizeBits - kMinSizeBits + 1> sizes_;

  /// In a cache line of their own, so that adding words does not slow look-ups down.
  struct alignas(64) Counts {
    std::atomic<std::size_t> bytes = 1;  ///< of the arena; offset 0 would be an empty slot
    std::atomic<std::size_t> entries = 0;
  };
  Counts used_;
};

/// The word table that copies of a transliterator share. A full one is replaced by an empty one, and freed when the
/// last cache has left it. May be used by several threads at once.
class SharedWordTable {
 public:
  using Pointer = std::shared_ptr<WordTable>;

  /// The table that is filled now. The first one is made on the first call.
  Pointer get();
  /// The same, after `full` was found to be full.
  Pointer replace(const Pointer& full);

 private:
  std::mutex mutex_;
  Pointer table_;
};

}  // namespace sorani::transliterate
