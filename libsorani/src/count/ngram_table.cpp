#include "count/ngram_table.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "count/radix_sort.hpp"

namespace sorani::count {
namespace {

template <std::size_t n>
struct Entry {
  std::array<std::uint32_t, n> tokens;
  std::uint32_t count;  ///< 0 if there is none
};

template <std::size_t n>
class EntryRows : public NgramRows {
 public:
  EntryRows(const PagedArray<Entry<n>>& entries, const TokenTexts& texts) : entries_(entries), texts_(texts) {
    before_.fill(~std::uint32_t{0});  // shifted ranks are even
  }

  bool next() override {
    if (at_ == entries_.size()) return false;
    prefetch();
    const Entry<n>& entry = entries_[at_++];
    // Rows that follow each other often begin with the same tokens.
    std::size_t first = 0;
    while (first < n && entry.tokens[first] == before_[first]) ++first;
    std::size_t size = first == 0 ? 0 : ends_[first - 1];
    for (std::size_t i = first; i < n; ++i) {
      const std::string_view token = texts_.text_at(entry.tokens[i]);
      if (size + token.size() + 2 * kCopyStep > text_.size()) text_.resize(2 * (size + token.size() + 2 * kCopyStep));
      if (i > 0 && texts_.is_spaced) text_[size++] = ' ';
      copy(token, text_.data() + size);
      size += token.size();
      ends_[i] = size;
    }
    before_ = entry.tokens;
    set({text_.data(), size}, entry.count);
    return true;
  }

 private:
  static constexpr std::size_t kCopyStep = 16;

  // In steps of one size, which is quicker than to copy the right number of bytes. A lexicon has so much behind tokens.
  static void copy(std::string_view token, char* to) {
    for (std::size_t at = 0; at < token.size(); at += kCopyStep) std::memcpy(to + at, token.data() + at, kCopyStep);
  }

  // All but the first token of a row are anywhere.
  void prefetch() const {
    constexpr std::size_t kNear = 8;
    if (at_ + 2 * kNear >= entries_.size()) return;
    for (std::size_t i = 1; i < n; ++i) {
      __builtin_prefetch(&texts_.id_at(entries_[at_ + 2 * kNear].tokens[i]));
      __builtin_prefetch(&texts_.lexicon.entry(texts_.id_at(entries_[at_ + kNear].tokens[i])));
    }
  }

  const PagedArray<Entry<n>>& entries_;
  TokenTexts texts_;
  std::size_t at_ = 0;
  std::string text_;
  std::array<std::uint32_t, n> before_;  // the tokens that the text is made of
  std::array<std::size_t, n> ends_{};    // where each of them ends in it
};

/// Compares the texts that two sequences of ranks make, without making them.
template <std::size_t n>
int compare_texts(const TokenTexts& texts, const Entry<n>& a, const Entry<n>& b) {
  std::size_t i = 0;
  while (i < n && a.tokens[i] == b.tokens[i]) ++i;
  const auto join = [&](const Entry<n>& entry) {
    std::string text;
    for (std::size_t k = i; k < n; ++k) text += texts.text_at(entry.tokens[k]);
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
    const std::size_t most = (budget_.left() + entries_.memory()) / sizeof(Entry<n>);
    std::size_t size = std::max(entries_.size() + entries_.size() / 2, least + least / 2);
    // Towards the end in smaller steps, so that the memory is used and yet shared with other tables.
    if (size > most) size = entries_.size() + entries_.size() / 4;
    if (size > most) size = most;
    if (size < least + least / 16) return false;
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
      make_room(count);
      for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(&entries_[place_of(hashes[i], entries_.size())], 1);
      for (std::size_t i = 0; i < count; ++i) add(found[i], hashes[i], 1);
    }
  }

  bool is_full() const override { return is_full_; }
  std::uint64_t max_count() const override {
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < entries_.size(); ++i) most = std::max(most, entries_[i].count);
    return most;
  }

  void absorb(const NgramTable& other, const Lexicon& lexicon) override {
    const PagedArray<Entry<n>>& theirs = static_cast<const Table&>(other).entries_;
    std::array<Entry<n>, kStep> entries;
    std::array<std::uint32_t, kStep> hashes;
    std::size_t count = 0;
    const auto take = [&] {
      make_room(count);
      for (std::size_t i = 0; i < count; ++i) {
        hashes[i] = hash_numbers<n>(entries[i].tokens.data());
        __builtin_prefetch(&entries_[place_of(hashes[i], entries_.size())], 1);
      }
      for (std::size_t i = 0; i < count; ++i) add(entries[i].tokens.data(), hashes[i], entries[i].count);
      count = 0;
    };
    for (std::size_t i = 0; i < theirs.size(); ++i) {
      if (theirs[i].count == 0) continue;
      entries[count] = theirs[i];
      for (std::uint32_t& token : entries[count].tokens) token = lexicon.entry(token).alias;
      if (++count == kStep) take();
    }
    take();
  }

  void sort(const TokenTexts& texts, NgramOrder order, std::uint64_t min_count) override {
    keep_frequent(std::max<std::uint64_t>(min_count, 1));
    replace_by_ranks(texts);
    if (!texts.ranks_tell_order) {
      std::sort(entries_.begin(), entries_.end(), [&](const Entry<n>& a, const Entry<n>& b) {
        if (order == NgramOrder::count && a.count != b.count) return a.count > b.count;
        return compare_texts(texts, a, b) < 0;
      });
    } else if (order == NgramOrder::count) {
      sort_by_count(texts);
    } else {
      sort_by_key(entries_.data(), entries_.size(), texts);
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

  /// Makes room whatever the budget says.
  void make_room(std::size_t ngrams) {
    if (size_ + ngrams > entries_.size() * 7 / 8) rehash(entries_.size() + entries_.size() / 2 + 2 * kStep);
  }

  void add(const TokenId* tokens, std::uint32_t hash, std::uint32_t count) {
    const std::size_t places = entries_.size();
    for (std::size_t at = place_of(hash, places);;) {
      Entry<n>& entry = entries_[at];
      if (entry.count == 0) {
        std::copy_n(tokens, n, entry.tokens.begin());
        entry.count = count;
        ++size_;
        return;
      }
      if (is_equal(entry.tokens.data(), tokens)) {
        entry.count += count;
        if (entry.count >= kMaxCount) is_full_ = true;
        return;
      }
      if (++at == places) at = 0;
    }
  }

  static bool is_equal(const TokenId* a, const TokenId* b) {
    std::uint32_t difference = 0;
    for (std::size_t i = 0; i < n; ++i) difference |= a[i] ^ b[i];
    return difference == 0;
  }

  /// Moves what counts enough to the front.
  void keep_frequent(std::uint64_t min_count) {
    size_ = 0;
    for (const Entry<n>& entry : entries_) {
      if (entry.count >= min_count) entries_[size_++] = entry;
    }
    entries_.resize(size_);
  }

  void replace_by_ranks(const TokenTexts& texts) {
    constexpr std::size_t kAhead = 12;
    for (std::size_t at = 0; at < size_; ++at) {
      if (at + kAhead < size_) {
        for (const TokenId id : entries_[at + kAhead].tokens) __builtin_prefetch(&texts.lexicon.entry(id));
      }
      for (std::uint32_t& token : entries_[at].tokens) token = texts.lexicon.entry(token).alias;
    }
  }

  static void sort_by_key(Entry<n>* entries, std::size_t size, const TokenTexts& texts) {
    const unsigned bytes = texts.rank_bytes();
    radix_sort(
        entries, size, 0, static_cast<unsigned>(n) * bytes,
        [&](const Entry<n>& entry, unsigned level) {
          return static_cast<std::uint8_t>(entry.tokens[level / bytes] >> (24 - level % bytes * 8));
        },
        [](const Entry<n>& a, const Entry<n>& b) { return a.tokens < b.tokens; });
  }

  // Nearly all n-grams have one of a few small counts.
  void sort_by_count(const TokenTexts& texts) {
    const PileBounds piles = deal_out(entries_.data(), entries_.size(), [](const Entry<n>& entry) {
      return static_cast<std::uint8_t>(255 - std::min<std::uint32_t>(entry.count, 255));
    });
    std::sort(entries_.begin(), entries_.begin() + piles[1], [](const Entry<n>& a, const Entry<n>& b) {
      return a.count != b.count ? a.count > b.count : a.tokens < b.tokens;
    });
    for (std::size_t i = 1; i + 1 < piles.size(); ++i) {
      sort_by_key(entries_.data() + piles[i], piles[i + 1] - piles[i], texts);
    }
  }

  /// How many places behind its own an entry stands.
  std::size_t displacement(std::size_t at) const {
    const std::size_t home = place_of(hash_numbers<n>(entries_[at].tokens.data()), entries_.size());
    return at >= home ? at - home : at + entries_.size() - home;
  }

  // The entries are in the order of their hashes but for collisions, and stay so in a larger table. So each is moved to
  // its new place in the same memory, from the last to the first, with nothing in its way that is not at its place yet.
  // Only at the very front the new place may be before the old one: those entries are kept aside and added anew.
  void rehash(std::size_t size) {
    const std::size_t old_size = entries_.size();
    std::size_t furthest = 0;
    for (std::size_t i = 0; i < old_size; ++i) {
      if (entries_[i].count != 0) furthest = std::max(furthest, displacement(i));
    }
    const std::size_t front =
        old_size == 0 ? 0 : std::min(old_size, furthest * old_size / (size - old_size) + furthest + 1);
    std::vector<Entry<n>> aside;
    for (std::size_t i = 0; i < front; ++i) {
      if (entries_[i].count != 0) aside.push_back(std::exchange(entries_[i], Entry<n>{}));
    }
    entries_.resize(size);
    for (std::size_t i = old_size; i-- > front;) {
      if (entries_[i].count != 0) put(std::exchange(entries_[i], Entry<n>{}));
    }
    for (const Entry<n>& entry : aside) put(entry);
    update_budget();
  }

  /// Puts an entry that is not there yet at the first free place.
  void put(const Entry<n>& entry) {
    const std::size_t size = entries_.size();
    std::size_t at = place_of(hash_numbers<n>(entry.tokens.data()), size);
    while (entries_[at].count != 0) at = at + 1 == size ? 0 : at + 1;
    entries_[at] = entry;
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
