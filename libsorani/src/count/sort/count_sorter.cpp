#include "count/sort/count_sorter.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sorani::count {
namespace {

constexpr std::size_t kReadBuffer = std::size_t{256} * 1024;

/// The rows of several sources, one source after the other.
class ConcatenatedRows : public NgramSource {
 public:
  explicit ConcatenatedRows(std::vector<NgramRows> sources) : sources_(std::move(sources)) {}

  bool next() override {
    for (; at_ < sources_.size(); ++at_) {
      NgramRows& rows = sources_[at_];
      if (rows.next()) {
        set(rows.ngram(), rows.count());
        return true;
      }
      sources_[at_] = {};
    }
    return false;
  }

 private:
  std::vector<NgramRows> sources_;
  std::size_t at_ = 0;
};

}  // namespace

/// The rows in `items_`, once sorted.
class CountSorter::InMemoryRows : public NgramSource {
 public:
  explicit InMemoryRows(const CountSorter& sorter) : sorter_(sorter) {}

  bool next() override {
    if (at_ == sorter_.items_.size()) return false;
    const std::size_t item = at_++;
    set(sorter_.ngram(item), sorter_.items_[item].count);
    return true;
  }

 private:
  const CountSorter& sorter_;
  std::size_t at_ = 0;
};

CountSorter::CountSorter(NgramStorage storage) : storage_(std::move(storage)) {}

void CountSorter::add(std::string_view ngram, std::uint64_t count) {
  if (frequent_) {
    add_to_bucket(ngram, count);
    return;
  }
  const std::size_t at = bytes_.size();
  const std::size_t size = at + sizeof(std::size_t) + ngram.size();
  if (size > bytes_.capacity() || items_.size() == items_.capacity()) {
    const auto grown = [](std::size_t memory, std::size_t needed) { return std::max(needed, memory + memory / 2); };
    const std::size_t bytes = size > bytes_.capacity() ? grown(bytes_.memory(), size) : bytes_.memory();
    const std::size_t items = items_.size() == items_.capacity()
                                  ? grown(items_.memory(), (items_.size() + 1) * sizeof(Item))
                                  : items_.memory();
    if (base::MappedMemory::rounded(bytes) + base::MappedMemory::rounded(items) > storage_.memory) {
      spill();
      add_to_bucket(ngram, count);
      return;
    }
    bytes_.reserve(bytes);
    items_.reserve(items / sizeof(Item));
  }
  bytes_.resize(size);
  const std::size_t length = ngram.size();
  std::memcpy(bytes_.data() + at, &length, sizeof length);
  std::memcpy(bytes_.data() + at + sizeof length, ngram.data(), length);
  items_.push_back({count, at});
}

std::string_view CountSorter::ngram(std::size_t item) const noexcept {
  const char* const from = bytes_.data() + items_[item].at;
  std::size_t length = 0;
  std::memcpy(&length, from, sizeof length);
  return {from + sizeof length, length};
}

void CountSorter::spill() {
  // The other half is for the write buffers of the buckets.
  frequent_ = std::make_unique<RowSorter>(NgramOrder::count, NgramStorage{storage_.memory / 2, storage_.directory});
  for (std::size_t i = 0; i < items_.size(); ++i) add_to_bucket(ngram(i), items_[i].count);
  items_.release();
  bytes_.release();
}

void CountSorter::add_to_bucket(std::string_view ngram, std::uint64_t count) {
  if (count > kMaxBucketedCount) {
    frequent_->add(ngram, count);
    return;
  }
  std::unique_ptr<Bucket>& bucket = buckets_[static_cast<std::size_t>(count)];
  if (!bucket) bucket = std::make_unique<Bucket>(storage_.directory);
  bucket->writer.add(ngram, count);
}

NgramRows CountSorter::rows() {
  if (!frequent_) {
    std::sort(items_.begin(), items_.end(),
              [](const Item& a, const Item& b) { return a.count != b.count ? a.count > b.count : a.at < b.at; });
    return std::make_unique<InMemoryRows>(*this);
  }
  std::vector<NgramRows> sources;
  sources.push_back(frequent_->rows());
  for (std::size_t count = buckets_.size(); count-- > 0;) {
    const std::unique_ptr<Bucket>& bucket = buckets_[count];
    if (bucket) sources.push_back(read_run(bucket->file, bucket->writer.finish(), kReadBuffer));
  }
  return std::make_unique<ConcatenatedRows>(std::move(sources));
}

}  // namespace sorani::count
