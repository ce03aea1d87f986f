#include "count/sort/count_sorter.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sorani::count {
namespace {

constexpr std::size_t kReadBuffer = std::size_t{256} * 1024;

/// The rows of several sources, one source after the other.
class Chain : public NgramRows {
 public:
  explicit Chain(std::vector<std::unique_ptr<NgramRows>> sources) : sources_(std::move(sources)) {}

  bool next() override {
    for (; at_ < sources_.size(); ++at_) {
      NgramRows& rows = *sources_[at_];
      if (rows.next()) {
        set(rows.ngram(), rows.count());
        return true;
      }
      sources_[at_].reset();
    }
    return false;
  }

 private:
  std::vector<std::unique_ptr<NgramRows>> sources_;
  std::size_t at_ = 0;
};

}  // namespace

class CountSorter::HeldRows : public NgramRows {
 public:
  explicit HeldRows(const CountSorter& sorter) : sorter_(sorter) {}

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
    add_to_file(ngram, count);
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
      add_to_file(ngram, count);
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
  // Some of the memory is for what is being written.
  frequent_ = std::make_unique<Sorter>(NgramOrder::count, NgramStorage{storage_.memory / 2, storage_.directory});
  for (std::size_t i = 0; i < items_.size(); ++i) add_to_file(ngram(i), items_[i].count);
  items_.release();
  bytes_.release();
}

void CountSorter::add_to_file(std::string_view ngram, std::uint64_t count) {
  if (count > kSmallCounts) {
    frequent_->add(ngram, count);
    return;
  }
  std::unique_ptr<Pile>& pile = piles_[static_cast<std::size_t>(count)];
  if (!pile) pile = std::make_unique<Pile>(storage_.directory);
  pile->writer.add(ngram, count);
}

std::unique_ptr<NgramRows> CountSorter::rows() {
  if (!frequent_) {
    std::sort(items_.begin(), items_.end(),
              [](const Item& a, const Item& b) { return a.count != b.count ? a.count > b.count : a.at < b.at; });
    return std::make_unique<HeldRows>(*this);
  }
  std::vector<std::unique_ptr<NgramRows>> sources;
  sources.push_back(frequent_->rows());
  for (std::size_t count = piles_.size(); count-- > 0;) {
    const std::unique_ptr<Pile>& pile = piles_[count];
    if (pile) sources.push_back(read_run(pile->file, pile->writer.finish(), kReadBuffer));
  }
  return std::make_unique<Chain>(std::move(sources));
}

}  // namespace sorani::count
