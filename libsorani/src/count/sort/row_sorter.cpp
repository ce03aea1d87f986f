#include "count/sort/row_sorter.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/memory.hpp"

namespace sorani::count {
namespace {

constexpr std::size_t kWordBytes = sizeof(std::uint64_t);
/// Counts from here on do not fit into the upper half of a prefix.
constexpr std::uint64_t kMaxPrefixCount = 0xFFFFFFFF;
constexpr std::size_t kRowHeaderBytes = 2 * kWordBytes;

void append_big_endian(std::uint64_t number, std::string& out) {
  number = base::to_big_endian(number);
  std::array<char, kWordBytes> bytes;
  std::memcpy(bytes.data(), &number, kWordBytes);
  out.append(bytes.data(), kWordBytes);
}

}  // namespace

/// The rows in memory with their keys, once sorted.
class RowSorter::InMemoryRows : public NgramSource {
 public:
  explicit InMemoryRows(const RowSorter& sorter) : sorter_(sorter) {}

  bool next() override {
    if (at_ == sorter_.items_.size()) return false;
    const Item& item = sorter_.items_[at_++];
    set(sorter_.key(item), base::load64(sorter_.bytes_.data() + item.at + kWordBytes));
    return true;
  }

 private:
  const RowSorter& sorter_;
  std::size_t at_ = 0;
};

/// Rows without the part of the key before the n-gram.
class RowSorter::StrippedRows : public NgramSource {
 public:
  StrippedRows(NgramOrder order, NgramRows rows) : order_(order), rows_(std::move(rows)) {}

  bool next() override {
    if (!rows_.next()) return false;
    std::string_view key = rows_.ngram();
    if (order_ == NgramOrder::count) key.remove_prefix(kWordBytes);
    if (order_ == NgramOrder::alphabet) key.remove_prefix(key.find('\0') + 1);
    set(key, rows_.count());
    return true;
  }

 private:
  NgramOrder order_;
  NgramRows rows_;
};

RowSorter::RowSorter(NgramOrder order, const NgramStorage& storage) : order_(order), storage_(storage), runs_(storage) {
  if (order == NgramOrder::alphabet) alphabet_.emplace();
}

void RowSorter::add(std::string_view ngram, std::uint64_t count) {
  key_.clear();
  if (order_ == NgramOrder::count) append_big_endian(~count, key_);
  if (order_ == NgramOrder::alphabet) {
    alphabet_->append_sort_key(ngram, key_);
    key_ += '\0';
  }
  key_ += ngram;
  const std::size_t size = bytes_.size() + kRowHeaderBytes + key_.size();
  const std::size_t items = items_.size() + 1;
  if (size > bytes_.capacity() || items > items_.capacity()) {
    const auto grown = [](std::size_t bytes, std::size_t needed) { return std::max(needed, bytes + bytes / 2); };
    const std::size_t more_bytes = size > bytes_.capacity() ? grown(bytes_.memory(), size) : bytes_.memory();
    const std::size_t more_items =
        items > items_.capacity() ? grown(items_.memory(), items * sizeof(Item)) : items_.memory();
    if (base::MappedMemory::rounded(more_bytes) + base::MappedMemory::rounded(more_items) <= storage_.memory) {
      bytes_.reserve(more_bytes);
      items_.reserve(more_items / sizeof(Item));
    } else if (!items_.empty()) {
      spill();
    }
  }
  const std::size_t at = bytes_.size();
  bytes_.reserve(at + kRowHeaderBytes + key_.size());
  bytes_.resize(at + kRowHeaderBytes + key_.size());
  const std::array<std::uint64_t, 2> head{key_.size(), count};
  std::memcpy(bytes_.data() + at, head.data(), kRowHeaderBytes);
  std::memcpy(bytes_.data() + at + kRowHeaderBytes, key_.data(), key_.size());
  items_.push_back({prefix(ngram, count), at});
}

std::uint64_t RowSorter::prefix(std::string_view ngram, std::uint64_t count) const noexcept {
  if (order_ != NgramOrder::count) return base::prefix_key(key_);
  // The key begins with eight bytes of complemented count, of which the upper four are nearly always all ones: the
  // prefix packs the lower four with the first four bytes of the n-gram. Counts of 2^32-1 and more share the least
  // prefix and are compared by their keys.
  if (count >= kMaxPrefixCount) return 0;
  return (kMaxPrefixCount - count) << 32 | base::prefix_key(ngram) >> 32;
}

std::string_view RowSorter::key(const Item& item) const noexcept {
  return {bytes_.data() + item.at + kRowHeaderBytes, static_cast<std::size_t>(base::load64(bytes_.data() + item.at))};
}

void RowSorter::sort_items() {
  std::sort(items_.begin(), items_.end(),
            [&](const Item& a, const Item& b) { return a.prefix != b.prefix ? a.prefix < b.prefix : key(a) < key(b); });
}

void RowSorter::spill() {
  sort_items();
  runs_.add(std::make_unique<InMemoryRows>(*this));
  items_.clear();
  bytes_.clear();
  if (!runs_.needs_compaction()) return;
  items_.release();
  bytes_.release();
  runs_.compact();
}

NgramRows RowSorter::rows() {
  if (runs_.is_empty()) {
    sort_items();
    return std::make_unique<StrippedRows>(order_, std::make_unique<InMemoryRows>(*this));
  }
  spill();
  items_.release();
  bytes_.release();
  return std::make_unique<StrippedRows>(order_, runs_.rows());
}

}  // namespace sorani::count
