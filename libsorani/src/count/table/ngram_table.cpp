#include "count/table/ngram_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "count/sort/entry_rows.hpp"
#include "count/sort/ngram_sorter.hpp"
#include "count/table/count_cache.hpp"

namespace sorani::count {
namespace {

/// Buckets of a cache at first, and what it grows by.
constexpr std::size_t kFirstBuckets = 256;
constexpr std::size_t kGrowth = 2;
/// Bytes up to which a cache grows: most of it should stay in the caches of the processor.
constexpr std::size_t kLargestCache = std::size_t{8} << 20;
/// The part of the memory left that a cache may grow to.
constexpr std::size_t kCacheShare = 6;
/// No list shorter than this is made denser to save memory.
constexpr std::size_t kDense = std::size_t{1} << 23;

/// Compares the texts that two sequences of ranks make, without making more of them than is needed.
template <std::size_t n>
int compare_texts(const TokenTexts& texts, const NgramEntry<n>& a, const NgramEntry<n>& b) {
  std::size_t i = 0;
  while (i < n && a.tokens[i] == b.tokens[i]) ++i;
  const auto join = [&](const NgramEntry<n>& entry) {
    std::string text;
    for (std::size_t k = i; k < n; ++k) text += texts.text_at(entry.tokens[k]);
    return text;
  };
  return i == n ? 0 : join(a).compare(join(b));
}

/// Counts in a cache. What it drives out is put behind each other in a list, in which the same n-gram may come several
/// times, until sorting brings those together. Most n-grams of most texts are met once, and it is quicker to write
/// them down than to look for them.
template <std::size_t n>
class Table : public NgramTable {
 public:
  using Entry = NgramEntry<n>;

  explicit Table(Budget& budget) : budget_(budget) {}
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  Table(Table&&) = delete;
  Table& operator=(Table&&) = delete;
  ~Table() override { Table::release(); }

  bool reserve(std::size_t ngrams) override {
    if (list_.size() >= next_condensing_) condense();
    grow_cache();
    if (needed_for(ngrams) <= list_.capacity() || grow_list(ngrams)) return true;
    condense();
    // To go on with little room would mean to sort again soon.
    return needed_for(ngrams) <= list_.capacity() / 4 * 3;
  }

  void add(const TokenId* ids, const std::uint8_t* depths, std::size_t size) override {
    if (cache_.capacity() == 0) cache_.resize(kFirstBuckets);
    list_.reserve(needed_for(size));
    update_budget();
    std::array<std::uint32_t, kStep> hashes;
    std::array<const TokenId*, kStep> found;
    for (std::size_t from = 0; from < size; from += kStep) {
      const std::size_t to = std::min(from + kStep, size);
      std::size_t count = 0;
      for (std::size_t i = from; i < to; ++i) {
        const TokenId* const tokens = ids + i + 1 - n;
        hashes[count] = base::hash_numbers<n>(tokens);
        found[count] = tokens;
        count += depths[i] >= n ? 1 : 0;
      }
      for (std::size_t i = 0; i < std::min(count, kAhead); ++i) cache_.prefetch(hashes[i]);
      Entry* end = list_.end();
      for (std::size_t i = 0; i < count; ++i) {
        if (i + kAhead < count) cache_.prefetch(hashes[i + kAhead]);
        end += cache_.add(found[i], hashes[i], end);
      }
      list_.resize(static_cast<std::size_t>(end - list_.begin()));
      total_ += count;
    }
  }

  std::uint64_t total() const override { return total_; }

  void absorb(const NgramTable& other, const Lexicon& lexicon) override {
    const auto& theirs = static_cast<const Table&>(other);
    list_.reserve(needed_for(theirs.list_.size() + theirs.cache_.capacity()));
    const auto take = [&](Entry entry) {
      for (std::uint32_t& token : entry.tokens) token = lexicon.entry(token).alias;
      list_.push_back(entry);
    };
    for (const Entry& entry : theirs.list_) take(entry);
    theirs.cache_.for_each(take);
    total_ += theirs.total_;
    update_budget();
  }

  void sort(const TokenTexts& texts, NgramOrder order, std::uint64_t min_count) override {
    list_cached();
    cache_.release();
    replace_by_ranks(texts);
    NgramSorter<n> sorter(texts.rank_bits);
    sorter.sort(list_.data(), list_.size());
    add_up(min_count);
    if (!texts.ranks_tell_order) {
      std::sort(list_.begin(), list_.end(), [&](const Entry& a, const Entry& b) {
        if (order == NgramOrder::count && a.count != b.count) return a.count > b.count;
        return compare_texts(texts, a, b) < 0;
      });
    } else if (order == NgramOrder::count) {
      sort_by_count(sorter);
    }
    update_budget();
  }

  std::unique_ptr<NgramRows> rows(const TokenTexts& texts) const override {
    return std::make_unique<EntryRows<n>>(list_, texts);
  }

  void release() override {
    cache_.release();
    list_.release();
    total_ = 0;
    next_condensing_ = kDense;
    update_budget();
  }

 private:
  static constexpr std::size_t kStep = 512;
  /// N-grams whose memory is asked for before they are counted.
  static constexpr std::size_t kAhead = 40;

  /// What the list must hold if so many n-grams come and then the cache is emptied into it.
  std::size_t needed_for(std::size_t ngrams) const { return list_.size() + cache_.capacity() + ngrams; }

  bool grow_list(std::size_t ngrams) {
    const std::size_t least = needed_for(ngrams);
    const std::size_t most = (budget_.left() + list_.memory()) / sizeof(Entry);
    std::size_t size = std::max(list_.capacity() + list_.capacity() / 2, least + least / 2);
    // Towards the end in smaller steps, so that the memory is used and yet shared with other tables.
    if (size > most) size = list_.capacity() + list_.capacity() / 4;
    if (size > most) size = most;
    if (size < least + least / 16) return false;
    list_.reserve(size);
    update_budget();
    return true;
  }

  /// A larger cache, if this one drives out much.
  void grow_cache() {
    const std::size_t buckets = std::max(kFirstBuckets, kGrowth * cache_.buckets());
    const std::size_t memory = CountCache<n>::memory_for(buckets);
    if (list_.size() < cache_.capacity() || memory > kLargestCache || memory > budget_.left() / kCacheShare) return;
    list_cached();
    cache_.resize(buckets);
    update_budget();
  }

  /// Puts what the cache holds into the list, before the cache is emptied.
  void list_cached() {
    cache_.for_each([&](const Entry& entry) { list_.push_back(entry); });
  }

  /// Adds up what is several times in the list.
  void condense() {
    std::uint32_t all = 0;
    for (const Entry& entry : list_) {
      for (const std::uint32_t token : entry.tokens) all |= token;
    }
    NgramSorter<n>(static_cast<unsigned>(std::bit_width(all))).sort(list_.data(), list_.size());
    add_up(1);
    next_condensing_ = std::max(kDense, 4 * list_.size());
  }

  /// Makes one of the same n-grams, which stand side by side, and leaves out what counts too little.
  void add_up(std::uint64_t min_count) {
    std::size_t size = 0;
    for (std::size_t from = 0; from < list_.size();) {
      Entry sum = list_[from];
      for (++from; from < list_.size() && is_equal<n>(list_[from].tokens.data(), sum.tokens.data()); ++from) {
        sum.count += list_[from].count;
      }
      if (sum.count >= min_count) list_[size++] = sum;
    }
    list_.resize(size);
  }

  void replace_by_ranks(const TokenTexts& texts) {
    for (std::size_t at = 0; at < list_.size(); ++at) {
      if (at + kAhead < list_.size()) {
        for (const TokenId id : list_[at + kAhead].tokens) __builtin_prefetch(&texts.lexicon.entry(id));
      }
      for (std::uint32_t& token : list_[at].tokens) token = texts.lexicon.entry(token).alias;
    }
  }

  // Nearly all n-grams have one of a few small counts, and most have the smallest.
  void sort_by_count(NgramSorter<n>& sorter) {
    // Those that were met once stay in order on their way to the end, the others don't.
    std::size_t others = list_.size();
    for (std::size_t i = list_.size(); i-- > 0;) {
      if (list_[i].count == 1) std::swap(list_[i], list_[--others]);
    }
    const PileBounds piles = deal_out(list_.data(), others, [](const Entry& entry) {
      return static_cast<std::uint8_t>(255 - std::min<std::uint32_t>(entry.count, 255));
    });
    std::sort(list_.begin(), list_.begin() + piles[1], [](const Entry& a, const Entry& b) {
      return a.count != b.count ? a.count > b.count : a.tokens < b.tokens;
    });
    for (std::size_t i = 1; i + 1 < piles.size(); ++i) sorter.sort(list_.data() + piles[i], piles[i + 1] - piles[i]);
  }

  void update_budget() {
    budget_.remove(in_budget_);
    in_budget_ = list_.memory() + cache_.memory();
    budget_.add(in_budget_);
  }

  Budget& budget_;
  std::size_t in_budget_ = 0;
  CountCache<n> cache_;
  base::MappedArray<Entry> list_;
  std::uint64_t total_ = 0;
  std::size_t next_condensing_ = kDense;
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
