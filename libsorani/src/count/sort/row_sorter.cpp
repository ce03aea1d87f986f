#include "count/sort/row_sorter.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/memory.hpp"

namespace sorani::count {
namespace {

constexpr std::size_t kNumber = sizeof(std::uint64_t);
constexpr std::uint64_t kManyTimes = 0xFFFFFFFF;
constexpr std::size_t kRowHead = 2 * kNumber;

void append_big_endian(std::uint64_t number, std::string& out) {
  number = base::to_big_endian(number);
  std::array<char, kNumber> bytes;
  std::memcpy(bytes.data(), &number, kNumber);
  out.append(bytes.data(), kNumber);
}

}  // namespace

/// The rows in memory, in the order of keys.
class Sorter::HeldRows : public NgramRows {
 public:
  explicit HeldRows(const Sorter& sorter) : sorter_(sorter) {}

  bool next() override {
    if (at_ == sorter_.items_.size()) return false;
    const Item& item = sorter_.items_[at_++];
    set(sorter_.key(item), base::load64(sorter_.bytes_.data() + item.at + kNumber));
    return true;
  }

 private:
  const Sorter& sorter_;
  std::size_t at_ = 0;
};

/// Takes the bytes away that are there for the order.
class Sorter::PlainRows : public NgramRows {
 public:
  PlainRows(NgramOrder order, std::unique_ptr<NgramRows> rows) : order_(order), rows_(std::move(rows)) {}

  bool next() override {
    if (!rows_->next()) return false;
    std::string_view key = rows_->ngram();
    if (order_ == NgramOrder::count) key.remove_prefix(kNumber);
    if (order_ == NgramOrder::alphabet) key.remove_prefix(key.find('\0') + 1);
    set(key, rows_->count());
    return true;
  }

 private:
  NgramOrder order_;
  std::unique_ptr<NgramRows> rows_;
};

Sorter::Sorter(NgramOrder order, const NgramStorage& storage) : order_(order), storage_(storage), runs_(storage) {
  if (order == NgramOrder::alphabet) alphabet_.emplace();
}

void Sorter::add(std::string_view ngram, std::uint64_t count) {
  key_.clear();
  if (order_ == NgramOrder::count) append_big_endian(~count, key_);
  if (order_ == NgramOrder::alphabet) {
    alphabet_->append_sort_key(ngram, key_);
    key_ += '\0';
  }
  key_ += ngram;
  const std::size_t size = bytes_.size() + kRowHead + key_.size();
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
  bytes_.reserve(at + kRowHead + key_.size());
  bytes_.resize(at + kRowHead + key_.size());
  const std::array<std::uint64_t, 2> head{key_.size(), count};
  std::memcpy(bytes_.data() + at, head.data(), kRowHead);
  std::memcpy(bytes_.data() + at + kRowHead, key_.data(), key_.size());
  items_.push_back({first_bytes(ngram, count), at});
}

std::uint64_t Sorter::first_bytes(std::string_view ngram, std::uint64_t count) const noexcept {
  std::uint64_t bytes = 0;
  if (order_ != NgramOrder::count) {
    std::memcpy(&bytes, key_.data(), std::min(key_.size(), kNumber));
    return base::to_big_endian(bytes);
  }
  // A count seldom needs more than half of its bytes; for those that do, the key has to tell.
  if (count >= kManyTimes) return 0;
  std::memcpy(&bytes, ngram.data(), std::min(ngram.size(), kNumber / 2));
  return (kManyTimes - count) << 32 | base::to_big_endian(bytes) >> 32;
}

std::string_view Sorter::key(const Item& item) const noexcept {
  return {bytes_.data() + item.at + kRowHead, static_cast<std::size_t>(base::load64(bytes_.data() + item.at))};
}

void Sorter::put_in_order() {
  std::sort(items_.begin(), items_.end(), [&](const Item& a, const Item& b) {
    return a.first_bytes != b.first_bytes ? a.first_bytes < b.first_bytes : key(a) < key(b);
  });
}

void Sorter::spill() {
  put_in_order();
  HeldRows rows(*this);
  runs_.add(rows);
  items_.clear();
  bytes_.clear();
  if (!runs_.is_crowded()) return;
  items_.release();
  bytes_.release();
  runs_.compact();
}

std::unique_ptr<NgramRows> Sorter::rows() {
  if (runs_.is_empty()) {
    put_in_order();
    return std::make_unique<PlainRows>(order_, std::make_unique<HeldRows>(*this));
  }
  spill();
  items_.release();
  bytes_.release();
  return std::make_unique<PlainRows>(order_, runs_.rows());
}

}  // namespace sorani::count
