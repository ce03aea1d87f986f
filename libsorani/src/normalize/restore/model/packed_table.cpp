#include "normalize/restore/model/packed_table.hpp"

namespace sorani::normalize::restore {

std::vector<std::uint32_t> PackedTable::slots(std::span<const Entry> entries) {
  for (std::size_t size = entries.size() + entries.size() / 3 + 16;; size += size / 8) {
    std::vector<std::uint32_t> slots(size);
    bool fits = true;
    for (const Entry& entry : entries) {
      const std::uint64_t hash = hashed(entry.key);
      std::size_t at = first_slot(hash, size);
      while (at + 1 < size && slots[at] != 0) ++at;
      fits = fits && at + 1 < size;
      slots[at] = check_of(hash) << 8 | entry.value;
    }
    if (fits) return slots;
  }
}

}  // namespace sorani::normalize::restore
