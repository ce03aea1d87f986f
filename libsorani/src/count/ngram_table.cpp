#include "count/ngram_table.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

namespace sorani::count {
namespace {

/// The count that a table does not go past, with room for one more batch.
constexpr std::uint32_t kMaxCount = std::numeric_limits<std::uint32_t>::max() - kMaxBatch;

template <std::size_t n>
struct Entry {
  std::array<std::uint32_t, n> tokens;
  std::uint32_t count;  ///< 0 if there is none
};

template <std::size_t n>
class EntryRows : public NgramRows {
 public:
  EntryRows(const PagedArray<Entry<n>>& entries, const TokenTexts& texts) : entries_(entries), texts_(texts) {}

  bool next() override {
    if (at_ == entries_.size()) return false;
    const Entry<n>& entry = entries_[at_++];
    text_.clear();
    for (std::size_t i = 0; i < n; ++i) {
      if (i > 0 && texts_.is_spaced) text_ += ' ';
      text_ += texts_.lexicon.text(texts_.by_rank[entry.tokens[i]]);
    }
    set(text_, entry.count);
    return true;
  }

 private:
  const PagedArray<Entry<n>>& entries_;
  TokenTexts texts_;
  std::size_t at_ = 0;
  std::string text_;
};

/// Compares the texts that two sequences of ranks make, without making them.
template <std::size_t n>
int compare_texts(const TokenTexts& texts, const Entry<n>& a, const Entry<n>& b) {
  std::size_t i = 0;
  while (i < n && a.tokens[i] == b.tokens[i]) ++i;
  const auto join = [&](const Entry<n>& entry) {
    std::string text;
    for (std::size_t k = i; k < n; ++k) text += texts.lexicon.text(texts.by_rank[entry.tokens[k]]);
    return text;
  };
  return i == n ? 0 : join(a).compare(join(b));
}

template <std::size_t n>
class Table : public NgramTable {
 public:
  explicit Table(Budget& budget) : budget_(budget) {}
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  Table(Table&&) = delete;
  Table& operator=(Table&&) = delete;
  ~Table() override { Table::release(); }

  bool reserve(std::size_t ngrams) override {
    const std::size_t least = (size_ + ngrams) * 5 / 4 + 1;
    if (least <= entries_.size()) return true;
    // The old entries and the new are there together for a moment.
    const std::size_t left = budget_.left() / sizeof(Entry<n>);
    std::size_t size = std::max(2 * entries_.size(), least + least / 2);
    if (size > left) size = left;
    if (size < least + least / 8) return false;
    rehash(size);
    return true;
  }

  void add(const TokenId* ids, const std::uint8_t* depths, std::size_t size) override {
    std::array<std::uint32_t, kStep> hashes;
    std::array<const TokenId*, kStep> found;
    for (std::size_t from = 0; from < size; from += kStep) {
      const std::size_t to = std::min(from + kStep, size);
      std::size_t count = 0;
      for (std::size_t i = from; i < to; ++i) {
        const TokenId* const tokens = ids + i + 1 - n;
        hashes[count] = hash_numbers<n>(tokens);
        found[count] = tokens;
        count += depths[i] >= n ? 1 : 0;
      }
      if (size_ + count > entries_.size() * 7 / 8) rehash(2 * entries_.size() + 2 * kStep);
      for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(&entries_[place_of(hashes[i], entries_.size())], 1);
      for (std::size_t i = 0; i < count; ++i) add(found[i], hashes[i]);
    }
  }

  bool is_full() const override { return is_full_; }
  bool is_empty() const override { return size_ == 0; }

  void sort(const TokenTexts& texts, NgramOrder order, std::uint64_t min_count) override {
    std::size_t kept = 0;
    for (const Entry<n>& entry : entries_) {
      if (entry.count < std::max<std::uint64_t>(min_count, 1)) continue;
      Entry<n>& to = entries_[kept++];
      to.count = entry.count;
      for (std::size_t i = 0; i < n; ++i) to.tokens[i] = texts.lexicon.entry(entry.tokens[i]).alias;
    }
    entries_.resize(kept);
    size_ = kept;
    const auto by_key = [&](const Entry<n>& a, const Entry<n>& b) {
      return texts.ranks_tell_order ? a.tokens < b.tokens : compare_texts(texts, a, b) < 0;
    };
    if (order == NgramOrder::count) {
      std::sort(entries_.begin(), entries_.end(), [&](const Entry<n>& a, const Entry<n>& b) {
        return a.count != b.count ? a.count > b.count : by_key(a, b);
      });
    } else {
      std::sort(entries_.begin(), entries_.end(), by_key);
    }
  }

  std::unique_ptr<NgramRows> rows(const TokenTexts& texts) const override {
    return std::make_unique<EntryRows<n>>(entries_, texts);
  }

  void release() override {
    entries_.release();
    size_ = 0;
    is_full_ = false;
    update_budget();
  }

 private:
  static constexpr std::size_t kStep = 64;

  void add(const TokenId* tokens, std::uint32_t hash) {
    const std::size_t places = entries_.size();
    for (std::size_t at = place_of(hash, places);;) {
      Entry<n>& entry = entries_[at];
      if (entry.count == 0) {
        std::copy_n(tokens, n, entry.tokens.begin());
        entry.count = 1;
        ++size_;
        return;
      }
      if (std::equal(entry.tokens.begin(), entry.tokens.end(), tokens)) {
        if (++entry.count >= kMaxCount) is_full_ = true;
        return;
      }
      if (++at == places) at = 0;
    }
  }

  void rehash(std::size_t size) {
    PagedArray<Entry<n>> entries;
    entries.resize(size);
    for (const Entry<n>& old : entries_) {
      if (old.count == 0) continue;
      std::size_t at = place_of(hash_numbers<n>(old.tokens.data()), size);
      while (entries[at].count != 0) at = at + 1 == size ? 0 : at + 1;
      entries[at] = old;
    }
    std::swap(entries_, entries);
    update_budget();
  }

  void update_budget() {
    budget_.remove(in_budget_);
    in_budget_ = entries_.memory();
    budget_.add(in_budget_);
  }

  Budget& budget_;
  std::size_t in_budget_ = 0;
  PagedArray<Entry<n>> entries_;
  std::size_t size_ = 0;
  bool is_full_ = false;
};

}  // namespace

std::unique_ptr<NgramTable> make_ngram_table(unsigned n, Budget& budget) {
  switch (n) {
    case 2:
      return std::make_unique<Table<2>>(budget);
    case 3:
      return std::make_unique<Table<3>>(budget);
    case 4:
      return std::make_unique<Table<4>>(budget);
    case 5:
      return std::make_unique<Table<5>>(budget);
    case 6:
      return std::make_unique<Table<6>>(budget);
    case 7:
      return std::make_unique<Table<7>>(budget);
    case 8:
      return std::make_unique<Table<8>>(budget);
    default:
      return std::make_unique<Table<kLongestNgram>>(budget);
  }
}

}  // namespace sorani::count
