#include "count/table/count_tables.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "count/sort/token_order.hpp"
#include "count/spill/merge.hpp"

namespace sorani::count {
namespace {

/// Tokens between the prefetch of an entry and its use: entries are in the order of their first occurrence, not sorted.
constexpr std::size_t kTokensAhead = 8;

/// Unigrams as rows.
class TokenRows : public NgramSource {
 public:
  TokenRows(const Vocabulary& vocabulary, const base::MappedArray<TokenId>& ids) : vocabulary_(vocabulary), ids_(ids) {}

  bool next() override {
    if (at_ == ids_.size()) return false;
    if (at_ + kTokensAhead < ids_.size()) __builtin_prefetch(&vocabulary_.entry(ids_[at_ + kTokensAhead]));
    const TokenId id = ids_[at_++];
    set(vocabulary_.text(id), vocabulary_.entry(id).count);
    return true;
  }

 private:
  const Vocabulary& vocabulary_;
  const base::MappedArray<TokenId>& ids_;
  std::size_t at_ = 0;
};

}  // namespace

CountTables::CountTables(const NgramShape& shape, Budget& budget, const base::HashSeeds& seeds)
    : shape_(shape), vocabulary_(budget, seeds) {
  for (unsigned n = std::max(2u, shape.min_n); n <= shape.max_n; ++n) tables_.push_back(make_ngram_table(n, budget));
}

bool CountTables::reserve(std::size_t tokens, std::size_t bytes) {
  return vocabulary_.reserve(tokens, bytes) &&
         std::all_of(tables_.begin(), tables_.end(), [&](const auto& table) { return table->reserve(tokens); });
}

void CountTables::add(const TokenId* ids, const std::uint8_t* max_lengths, std::size_t size) {
  if (shape_.min_n == 1) {
    for (std::size_t i = 0; i < size; ++i) ++vocabulary_.entry(ids[i]).count;
  }
  for (const auto& table : tables_) table->add(ids, max_lengths, size);
}

bool CountTables::is_full() const {
  return std::any_of(tables_.begin(), tables_.end(),
                     [](const auto& table) { return table->total() > NgramTable::kMaxTotal; });
}

bool CountTables::absorb(CountTables& other) {
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    if (tables_[i]->total() + other.tables_[i]->total() > NgramTable::kMaxTotal) return false;
  }
  vocabulary_.absorb(other.vocabulary_);
  for (std::size_t i = 0; i < tables_.size(); ++i) tables_[i]->absorb(*other.tables_[i], other.vocabulary_);
  other.release();
  return true;
}

TokenTexts CountTables::texts() const noexcept {
  return {vocabulary_, by_rank_, shape_.is_spaced, shape_.is_spaced || shape_.is_prefix_free,
          static_cast<unsigned>(std::bit_width(by_rank_.size()))};
}

void CountTables::sort(NgramOrder order, std::uint64_t min_count) {
  order_ = order;
  vocabulary_.release_buckets();
  const std::uint64_t min_kept = std::max<std::uint64_t>(min_count, 1);
  if (shape_.min_n == 1) {
    tokens_ =
        order == NgramOrder::count ? tokens_by_count(vocabulary_, min_kept) : tokens_by_key(vocabulary_, min_kept);
  }
  if (tables_.empty()) return;
  assign_ranks();
  for (const auto& table : tables_) table->sort(texts(), order, min_kept);
}

void CountTables::assign_ranks() {
  const base::MappedArray<TokenId> ids = tokens_by_key(vocabulary_, 0);
  by_rank_.resize(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i + kTokensAhead < ids.size()) __builtin_prefetch(&vocabulary_.entry(ids[i + kTokensAhead]), 1);
    Vocabulary::Entry& entry = vocabulary_.entry(ids[i]);
    entry.alias = static_cast<std::uint32_t>(i);
    TokenText& text = by_rank_[i];
    text.length = entry.length;
    text.id = ids[i];
    // A token may be shorter; the vocabulary keeps that many bytes readable behind it.
    std::memcpy(text.inline_bytes.data(), vocabulary_.text(ids[i]).data(), TokenText::kInlineBytes);
  }
}

NgramRows CountTables::rows() const {
  std::vector<NgramRows> sources;
  if (shape_.min_n == 1) sources.push_back(std::make_unique<TokenRows>(vocabulary_, tokens_));
  for (const auto& table : tables_) sources.push_back(table->rows(texts()));
  return order_ == NgramOrder::count ? merge_by_count(std::move(sources)) : merge_rows(std::move(sources));
}

void CountTables::release() {
  for (const auto& table : tables_) table->release();
  vocabulary_.release();
  tokens_.release();
  by_rank_.release();
}

}  // namespace sorani::count
