#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sorani::normalize::restore {

/// A hash table from 64-bit keys to bytes, built once: open addressing with linear probing. A slot holds the value in
/// its lowest 8 bits and 24 bits of the hash of the key; an empty slot is 0. So a key that is not in the table is taken
/// for another one with a probability of about 2 to the power of minus 23. The last slot is always empty.
class PackedTable {
 public:
  struct Entry {
    std::uint64_t key;
    std::uint8_t value;
  };

  /// Builds the slots. The keys must be different.
  static std::vector<std::uint32_t> slots(std::span<const Entry> entries);

  /// `slots` must outlive the table; there is at least one.
  explicit PackedTable(std::span<const std::uint32_t> slots) noexcept : slots_(slots) {}

  std::optional<std::uint8_t> find(std::uint64_t key) const noexcept {
    const std::uint64_t hash = hashed(key);
    const std::uint32_t check = check_of(hash);
    for (std::size_t at = first_slot(hash, slots_.size()); slots_[at] != 0; ++at) {
      if (slots_[at] >> 8 == check) return static_cast<std::uint8_t>(slots_[at]);
    }
    return {};
  }

 private:
  static constexpr std::uint64_t hashed(std::uint64_t key) noexcept {
    key *= 0xBF58476D1CE4E5B9u;
    key = (key ^ key >> 32) * 0x94D049BB133111EBu;
    return key ^ key >> 29;
  }
  /// Never 0.
  static constexpr std::uint32_t check_of(std::uint64_t hash) noexcept {
    const auto check = static_cast<std::uint32_t>(hash & 0xFFFFFF);
    return check == 0 ? 1 : check;
  }
  /// Seven eighths of the table are first slots: the rest is for what overflows at its end.
  static constexpr std::size_t first_slot(std::uint64_t hash, std::size_t size) noexcept {
    return static_cast<std::size_t>((hash >> 32) * (size - size / 8) >> 32);
  }

  std::span<const std::uint32_t> slots_;
};

}  // namespace sorani::normalize::restore
