#include "count/table/ngram_table.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "count/sort/entry_order.hpp"
#include "count/sort/entry_rows.hpp"
#include "count/sort/ngram_sorter.hpp"
#include "count/table/count_cache.hpp"

namespace sorani::count {
namespace {

/// Buckets of a new cache, and the factor by which it grows.
constexpr std::size_t kInitialBuckets = 256;
constexpr std::size_t kCacheGrowth = 2;
/// Bounds a cache so that most of it stays in the processor's last-level cache.
constexpr std::size_t kMaxCacheBytes = std::size_t{8} << 20;
/// A cache takes at most this fraction (1/6) of what is left of the budget; the log gets the rest.
constexpr std::size_t kCacheBudgetDivisor = 6;
/// The first compaction of a log for density's sake is at this many entries; later ones are at four times the size
/// after the one before, so that their total cost stays linear in the entries logged (times that of a radix sort).
constexpr std::size_t kMinCompaction = std::size_t{1} << 23;

/// A count cache in front of an append-only log, instead of a hash table of all n-grams.
///
///     n-gram ends at a token ─▶ CountCache ──evicted, with its count so far──▶ log
///                                    └──────────emptied into it at the end──────▲  sort, sum duplicates
///
/// Most n-grams of most texts occur once, and the few frequent ones make up most of the occurrences. The cache absorbs
/// the frequent ones; the rare ones are appended to the log, which costs a sequential write instead of a random access
/// to a table that no processor cache holds. The same n-gram may be in the log several times; a radix sort brings the
/// copies together, and their counts are added. Counts are exact: each occurrence is counted in exactly one copy.
///
/// `reserve` keeps the log within the budget: it is grown while that is allowed, else compacted (sorted, duplicates
/// summed). If that does not free a quarter of it, the table is full and the counter spills everything to a run.
template <std::size_t n>
class CachedLogTable : public NgramTable {
 public:
  using Entry = NgramEntry<n>;

  explicit CachedLogTable(Budget& budget) : budget_(budget) {}
  CachedLogTable(const CachedLogTable&) = delete;
  CachedLogTable& operator=(const CachedLogTable&) = delete;
  CachedLogTable(CachedLogTable&&) = delete;
  CachedLogTable& operator=(CachedLogTable&&) = delete;
  ~CachedLogTable() override { CachedLogTable::release(); }

  bool reserve(std::size_t ngrams) override {
    if (log_.size() >= compact_at_) compact_log();
    grow_cache();
    if (log_size_after(ngrams) <= log_.capacity() || grow_log(ngrams)) return true;
    compact_log();
    // A log that is nearly full after compaction would be compacted again at once.
    return log_size_after(ngrams) <= log_.capacity() / 4 * 3;
  }

  void add(const TokenId* ids, const std::uint8_t* max_lengths, std::size_t size) override {
    if (cache_.capacity() == 0) cache_.resize(kInitialBuckets);
    log_.reserve(log_size_after(size));
    update_budget();
    std::array<std::uint32_t, kPrefetchBlock> hashes;
    std::array<const TokenId*, kPrefetchBlock> found;
    for (std::size_t from = 0; from < size; from += kPrefetchBlock) {
      const std::size_t to = std::min(from + kPrefetchBlock, size);
      std::size_t count = 0;
      for (std::size_t i = from; i < to; ++i) {
        const TokenId* const tokens = ids + i + 1 - n;
        hashes[count] = base::hash_numbers<n>(tokens);
        found[count] = tokens;
        count += max_lengths[i] >= n ? 1 : 0;
      }
      for (std::size_t i = 0; i < std::min(count, kPrefetchDistance); ++i) cache_.prefetch(hashes[i]);
      Entry* end = log_.end();
      for (std::size_t i = 0; i < count; ++i) {
        if (i + kPrefetchDistance < count) cache_.prefetch(hashes[i + kPrefetchDistance]);
        end += cache_.add(found[i], hashes[i], end);
      }
      log_.resize(static_cast<std::size_t>(end - log_.begin()));
      total_ += count;
    }
  }

  std::uint64_t total() const override { return total_; }

  void absorb(const NgramTable& other, const Vocabulary& vocabulary) override {
    const auto& theirs = static_cast<const CachedLogTable&>(other);
    log_.reserve(log_size_after(theirs.log_.size() + theirs.cache_.capacity()));
    const auto take = [&](Entry entry) {
      for (std::uint32_t& token : entry.tokens) token = vocabulary.entry(token).alias;
      log_.push_back(entry);
    };
    for (const Entry& entry : theirs.log_) take(entry);
    theirs.cache_.for_each(take);
    total_ += theirs.total_;
    update_budget();
  }

  void sort(const TokenTexts& texts, NgramOrder order, std::uint64_t min_count) override {
    flush_cache();
    cache_.release();
    replace_by_ranks(texts);
    NgramSorter<n> sorter(texts.rank_bits);
    sorter.sort(log_.data(), log_.size());
    sum_duplicates(min_count);
    if (!texts.is_order_preserving) {
      comparison_sort(log_.data(), log_.size(), EntryOrder<n>{order == NgramOrder::count, &texts});
    } else if (order == NgramOrder::count) {
      sort_by_count(sorter);
    }
    update_budget();
  }

  NgramRows rows(const TokenTexts& texts) const override { return std::make_unique<EntryRows<n>>(log_, texts); }

  void release() override {
    cache_.release();
    log_.release();
    total_ = 0;
    compact_at_ = kMinCompaction;
    update_budget();
  }

 private:
  /// N-grams that are hashed before the first of them is counted, so that buckets can be prefetched.
  static constexpr std::size_t kPrefetchBlock = 512;
  /// N-grams between the prefetch of a bucket or entry and its use.
  static constexpr std::size_t kPrefetchDistance = 40;

  /// The size of the log at worst once `ngrams` more are counted and the cache is emptied into it.
  std::size_t log_size_after(std::size_t ngrams) const { return log_.size() + cache_.capacity() + ngrams; }

  bool grow_log(std::size_t ngrams) {
    const std::size_t least = log_size_after(ngrams);
    const std::size_t most = (budget_.left() + log_.memory()) / sizeof(Entry);
    std::size_t size = std::max(log_.capacity() + log_.capacity() / 2, least + least / 2);
    // Close to the budget it grows in smaller steps, to use what is left and yet share it with the other tables.
    if (size > most) size = log_.capacity() + log_.capacity() / 4;
    if (size > most) size = most;
    if (size < least + least / 16) return false;
    log_.reserve(size);
    update_budget();
    return true;
  }

  /// Doubles the cache if it has evicted more than it holds, as far as the budget allows.
  void grow_cache() {
    const std::size_t buckets = std::max(kInitialBuckets, kCacheGrowth * cache_.buckets());
    const std::size_t memory = CountCache<n>::memory_for(buckets);
    if (log_.size() < cache_.capacity() || memory > kMaxCacheBytes || memory > budget_.left() / kCacheBudgetDivisor)
      return;
    flush_cache();
    cache_.resize(buckets);
    update_budget();
  }

  /// Appends the cached counts to the log; the caller empties or frees the cache.
  void flush_cache() {
    cache_.for_each([&](const Entry& entry) { log_.push_back(entry); });
  }

  /// Sorts the log and sums duplicates, to free memory.
  void compact_log() {
    std::uint32_t all = 0;
    for (const Entry& entry : log_) {
      for (const std::uint32_t token : entry.tokens) all |= token;
    }
    NgramSorter<n>(static_cast<unsigned>(std::bit_width(all))).sort(log_.data(), log_.size());
    sum_duplicates(1);
    compact_at_ = std::max(kMinCompaction, 4 * log_.size());
  }

  /// Sums adjacent entries of the same n-gram, and drops those that count less than `min_count`.
  void sum_duplicates(std::uint64_t min_count) {
    std::size_t size = 0;
    for (std::size_t from = 0; from < log_.size();) {
      Entry sum = log_[from];
      for (++from; from < log_.size() && is_equal<n>(log_[from].tokens.data(), sum.tokens.data()); ++from) {
        sum.count += log_[from].count;
      }
      if (sum.count >= min_count) log_[size++] = sum;
    }
    log_.resize(size);
  }

  void replace_by_ranks(const TokenTexts& texts) {
    for (std::size_t at = 0; at < log_.size(); ++at) {
      if (at + kPrefetchDistance < log_.size()) {
        for (const TokenId id : log_[at + kPrefetchDistance].tokens) __builtin_prefetch(&texts.vocabulary.entry(id));
      }
      for (std::uint32_t& token : log_[at].tokens) token = texts.vocabulary.entry(token).alias;
    }
  }

  // The log is sorted by tokens. Counts follow Zipf's law: most n-grams count 1, and nearly all the others little. So
  // the entries that count 1 are moved to the end, in order, and the rest is partitioned by count: bucket 0 for 255 and
  // more, sorted by comparison, then a bucket for each smaller count, sorted by tokens again, since partitioning is not
  // stable.
  void sort_by_count(NgramSorter<n>& sorter) {
    // From back to front, each entry that counts 1 swaps with the last one that is not yet placed: those stay in order.
    std::size_t repeated = log_.size();
    for (std::size_t i = log_.size(); i-- > 0;) {
      if (log_[i].count == 1) std::swap(log_[i], log_[--repeated]);
    }
    const BucketBounds buckets = american_flag_partition(log_.data(), repeated, [](const Entry& entry) {
      return static_cast<std::uint8_t>(255 - std::min<std::uint32_t>(entry.count, 255));
    });
    comparison_sort(log_.data(), buckets[1], EntryOrder<n>{.by_count = true});
    for (std::size_t i = 1; i + 1 < buckets.size(); ++i)
      sorter.sort(log_.data() + buckets[i], buckets[i + 1] - buckets[i]);
  }

  void update_budget() {
    budget_.remove(in_budget_);
    in_budget_ = log_.memory() + cache_.memory();
    budget_.add(in_budget_);
  }

  Budget& budget_;
  std::size_t in_budget_ = 0;
  CountCache<n> cache_;
  base::MappedArray<Entry> log_;
  std::uint64_t total_ = 0;
  std::size_t compact_at_ = kMinCompaction;
};

/// The table of a length that is known at run time, for lengths from `n` on.
template <unsigned n>
std::unique_ptr<NgramTable> make_table(unsigned length, Budget& budget) {
  if constexpr (n < kMaxNgramLength) {
    if (length > n) return make_table<n + 1>(length, budget);
  }
  return std::make_unique<CachedLogTable<n>>(budget);
}

}  // namespace

std::unique_ptr<NgramTable> make_ngram_table(unsigned n, Budget& budget) { return make_table<2>(n, budget); }

}  // namespace sorani::count
