#include "count/table/count_tables.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "count/sort/token_order.hpp"
#include "count/spill/merge.hpp"

namespace sorani::count {
namespace {

/// Tokens whose memory is asked for before they are needed, since they stand in the order in which they came.
constexpr std::size_t kAhead = 8;

/// Tokens as n-grams of length 1.
class TokenRows : public NgramRows {
 public:
  TokenRows(const Lexicon& lexicon, const base::MappedArray<TokenId>& ids) : lexicon_(lexicon), ids_(ids) {}

  bool next() override {
    if (at_ == ids_.size()) return false;
    if (at_ + kAhead < ids_.size()) __builtin_prefetch(&lexicon_.entry(ids_[at_ + kAhead]));
    const TokenId id = ids_[at_++];
    set(lexicon_.text(id), lexicon_.entry(id).count);
    return true;
  }

 private:
  const Lexicon& lexicon_;
  const base::MappedArray<TokenId>& ids_;
  std::size_t at_ = 0;
};

}  // namespace

Tables::Tables(const NgramShape& shape, Budget& budget, const base::HashSeeds& seeds)
    : shape_(shape), lexicon_(budget, seeds) {
  for (unsigned n = std::max(2u, shape.min_n); n <= shape.max_n; ++n) tables_.push_back(make_ngram_table(n, budget));
}

bool Tables::reserve(std::size_t tokens, std::size_t bytes) {
  return lexicon_.reserve(tokens, bytes) &&
         std::all_of(tables_.begin(), tables_.end(), [&](const auto& table) { return table->reserve(tokens); });
}

void Tables::add(const TokenId* ids, const std::uint8_t* depths, std::size_t size) {
  if (shape_.min_n == 1) {
    for (std::size_t i = 0; i < size; ++i) ++lexicon_.entry(ids[i]).count;
  }
  for (const auto& table : tables_) table->add(ids, depths, size);
}

bool Tables::is_full() const {
  return std::any_of(tables_.begin(), tables_.end(),
                     [](const auto& table) { return table->total() > NgramTable::kMaxTotal; });
}

bool Tables::absorb(Tables& other) {
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    if (tables_[i]->total() + other.tables_[i]->total() > NgramTable::kMaxTotal) return false;
  }
  lexicon_.absorb(other.lexicon_);
  for (std::size_t i = 0; i < tables_.size(); ++i) tables_[i]->absorb(*other.tables_[i], other.lexicon_);
  other.release();
  return true;
}

TokenTexts Tables::texts() const noexcept {
  return {lexicon_, by_rank_, shape_.is_spaced, shape_.is_spaced || shape_.is_prefix_free,
          static_cast<unsigned>(std::bit_width(by_rank_.size()))};
}

void Tables::sort(NgramOrder order, std::uint64_t min_count) {
  order_ = order;
  lexicon_.release_buckets();
  const std::uint64_t least = std::max<std::uint64_t>(min_count, 1);
  if (shape_.min_n == 1) {
    tokens_ = order == NgramOrder::count ? tokens_by_count(lexicon_, least) : tokens_by_key(lexicon_, least);
  }
  if (tables_.empty()) return;
  rank_tokens();
  for (const auto& table : tables_) table->sort(texts(), order, least);
}

void Tables::rank_tokens() {
  const base::MappedArray<TokenId> ids = tokens_by_key(lexicon_, 0);
  by_rank_.resize(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i + kAhead < ids.size()) __builtin_prefetch(&lexicon_.entry(ids[i + kAhead]), 1);
    Lexicon::Entry& entry = lexicon_.entry(ids[i]);
    entry.alias = static_cast<std::uint32_t>(i);
    TokenText& text = by_rank_[i];
    text.length = entry.length;
    text.id = ids[i];
    // A lexicon has so much behind its tokens.
    std::memcpy(text.head.data(), lexicon_.text(ids[i]).data(), TokenText::kHead);
  }
}

std::unique_ptr<NgramRows> Tables::rows() const {
  std::vector<std::unique_ptr<NgramRows>> sources;
  if (shape_.min_n == 1) sources.push_back(std::make_unique<TokenRows>(lexicon_, tokens_));
  for (const auto& table : tables_) sources.push_back(table->rows(texts()));
  return order_ == NgramOrder::count ? merge_by_count(std::move(sources)) : merge_rows(std::move(sources));
}

void Tables::release() {
  for (const auto& table : tables_) table->release();
  lexicon_.release();
  tokens_.release();
  by_rank_.release();
}

}  // namespace sorani::count
