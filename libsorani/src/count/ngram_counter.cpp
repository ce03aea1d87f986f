#include <sorani/error.hpp>
#include <sorani/ngram_counter.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/process_seed.hpp"
#include "count/seeded_counter.hpp"
#include "count/sort/select.hpp"
#include "count/spill/run_store.hpp"
#include "count/table/count_tables.hpp"
#include "count/units/text_statistics.hpp"
#include "count/units/token_rewriter.hpp"
#include "count/units/token_source.hpp"

// Exact n-gram counting in bounded memory (docs/counting.md).
//
//   text ─▶ TokenSource ─▶ batch of hashed units ─▶ Vocabulary: token numbers ─▶ aliases ─▶ CountTables ─▶ rows
//                                                                                  │ budget used up
//                                                                                  └─▶ RunStore: sorted runs
//
// Units are processed in batches of 256. Before each batch, `reserve_or_spill` reserves what the batch may take at
// most; if the budget does not allow it, all counts are sorted by key and written to a run, and the tables start empty
// again, but for the last tokens of the current line, which begin n-grams that are still to come. Then each unit is
// replaced by its token number, and that by its alias: the token that it is counted as (itself; its normalized form;
// none, for an unwanted kind; or a list of tokens, marked by kExpansionFlag). Aliases are computed once per distinct
// token. Last, the n-grams that end at each token are counted. If only unigrams are counted, unchanged, the counts are
// incremented during the look-up, and unwanted tokens are dropped before sorting.
//
// `rows` reads the tables if nothing was spilled; otherwise it spills what is left and merges all runs, adding the
// counts of equal keys. Each occurrence is in exactly one run or table, so the sums are exact.
namespace sorani {
inline namespace v0 {
namespace {

using namespace count;

/// Set in an alias that is an index into `expansions` instead of a token number (those are below 2^31).
constexpr std::uint32_t kExpansionFlag = 1u << 31;

/// Sorting a selection takes at least this much memory, even beyond the budget.
constexpr std::size_t kMinSortBytes = std::size_t{1} << 20;

void check(const NgramOptions& options) {
  if (options.min_n < 1 || options.max_n < options.min_n || options.max_n > kMaxNgramLength) {
    throw Error("the length of n-grams is from 1 to " + std::to_string(kMaxNgramLength));
  }
  if (options.unit == NgramUnit::line && options.max_n > 1) throw Error("lines have no n-grams");
  if (options.is_pretokenized && options.unit != NgramUnit::word) throw Error("only words can be cut already");
}

/// True if each token is counted as its normalized form.
bool is_folded(const NgramOptions& options) { return options.unit == NgramUnit::word && options.fold.has_value(); }

NgramShape shape_of(const NgramOptions& options) {
  return {options.min_n, options.max_n, options.unit == NgramUnit::word, options.unit == NgramUnit::character};
}

}  // namespace

struct NgramCounter::Impl {
  Impl(const NgramOptions& wanted, const NgramStorage& where, std::uint64_t seed)
      : options(wanted),
        storage(where),
        budget(where.memory),
        tables(shape_of(wanted), budget, base::make_hash_seeds(seed)),
        source(make_token_source(wanted, wanted.max_n > 1 || wanted.with_statistics)),
        runs(where),
        is_unigram_only(wanted.max_n == 1 && !wanted.with_statistics && !is_folded(wanted)) {
    batch.seeds = tables.vocabulary().seeds();
    if (needs_rewriter(wanted)) {
      rewriter.emplace(wanted);
    } else if (wanted.fold) {
      NormalizerOptions normalizer;
      normalizer.profile = *wanted.fold;
      line_normalizer.emplace(normalizer);
    }
  }

  void add(std::string_view text, Fragment fragment);
  void count_batch();
  void add_token(TokenId id);
  TokenId alias_of(TokenId id);
  void drop_unwanted_tokens();
  void reserve_or_spill();
  void spill();
  void finish(const NgramSelection& selection);
  NgramRows rows(const NgramSelection& selection);

  /// How many preceding tokens an n-gram may include.
  std::size_t context_size() const { return options.max_n - 1; }

  NgramOptions options;
  NgramStorage storage;
  Budget budget;
  CountTables tables;
  std::unique_ptr<TokenSource> source;
  std::optional<TokenRewriter> rewriter;
  std::optional<Normalizer> line_normalizer;
  RunStore runs;
  bool is_unigram_only;  // only unigrams of unchanged tokens: unwanted ones are dropped once, at the end
  bool is_finished = false;
  bool has_given_rows = false;  // `rows` was called
  bool is_closed = false;       // has absorbed or was absorbed: no text may follow
  NgramSelection finished_for;
  TextStatistics statistics;
  std::uint64_t line_units = 0;  // units of the current line so far

  Batch batch;
  std::string folded;
  std::array<TokenId, Batch::kSize> batch_ids{};
  /// The tokens to be counted, after the last kMaxNgramLength tokens that were (context for n-grams that begin there);
  /// and for each token to be counted, the length of the longest n-gram that ends at it: its position in its line,
  /// counted from 1, capped at max_n.
  std::vector<TokenId> ids = std::vector<TokenId>(kMaxNgramLength);
  std::vector<std::uint8_t> max_lengths;
  unsigned max_length = 0;
  bool starts_line = false;         // the next token is the first of its line
  std::vector<TokenId> expansions;  // tokens that normalize to several: their number, then the tokens
};

void NgramCounter::Impl::add(std::string_view text, Fragment fragment) {
  if (is_finished || is_closed) throw std::logic_error("text is added to a counter that is finished");
  if (options.unit == NgramUnit::line && fragment != Fragment::whole) {
    throw std::logic_error("a part of a line is added to a counter of lines");
  }
  if (options.with_statistics) add_statistics(text, options.line_end, fragment, statistics);
  if (line_normalizer) {
    folded.clear();
    line_normalizer->append(text, folded, fragment);
    text = folded;
  }
  source->begin(text, sorani::starts_line(fragment));
  while (source->next(batch)) {
    reserve_or_spill();
    if (is_unigram_only) {
      tables.vocabulary().count(batch.all());
    } else {
      count_batch();
    }
  }
  statistics.longest_line = std::max(statistics.longest_line, line_units);
}

void NgramCounter::Impl::count_batch() {
  Vocabulary& vocabulary = tables.vocabulary();
  vocabulary.find_or_add(batch.all(), batch_ids.data());
  for (std::size_t i = 0; i < batch.size; ++i) {
    starts_line = starts_line || batch.starts_line[i];
    const TokenId alias = rewriter ? alias_of(batch_ids[i]) : batch_ids[i];
    // `starts_line` stays set, so that the next token starts the line.
    if (alias == kDroppedToken) continue;
    if (alias < kExpansionFlag) {
      add_token(alias);
    } else {
      const TokenId* list = &expansions[alias - kExpansionFlag];
      for (TokenId left = *list; left > 0; --left) add_token(*++list);
    }
  }
  for (std::size_t from = 0; from < max_lengths.size(); from += NgramTable::kMaxBatch) {
    const std::size_t size = std::min(max_lengths.size() - from, NgramTable::kMaxBatch);
    tables.add(ids.data() + kMaxNgramLength + from, max_lengths.data() + from, size);
  }
  // Keep the last tokens as context for the next batch.
  std::copy(ids.end() - kMaxNgramLength, ids.end(), ids.begin());
  ids.resize(kMaxNgramLength);
  max_lengths.clear();
}

void NgramCounter::Impl::add_token(TokenId id) {
  if (std::exchange(starts_line, false)) {
    max_length = 0;
    statistics.longest_line = std::max(statistics.longest_line, std::exchange(line_units, 0));
  }
  ++line_units;
  if (max_length < options.max_n) ++max_length;
  ids.push_back(id);
  max_lengths.push_back(static_cast<std::uint8_t>(max_length));
}

TokenId NgramCounter::Impl::alias_of(TokenId id) {
  Vocabulary& vocabulary = tables.vocabulary();
  if (const TokenId alias = vocabulary.entry(id).alias; alias != kNoToken) return alias;
  if (!is_folded(options)) {
    return vocabulary.entry(id).alias = rewriter->is_wanted(vocabulary.text(id)) ? id : kDroppedToken;
  }
  const std::string token(vocabulary.text(id));
  std::vector<TokenId> expansion;
  for (const std::string_view part : (*rewriter)(token)) {
    expansion.push_back(vocabulary.find_or_add(make_key(part, part.size(), vocabulary.seeds())));
  }
  TokenId alias = kDroppedToken;
  if (expansion.size() == 1) {
    alias = expansion.front();
  } else if (!expansion.empty()) {
    alias = kExpansionFlag + static_cast<TokenId>(expansions.size());
    expansions.push_back(static_cast<TokenId>(expansion.size()));
    expansions.insert(expansions.end(), expansion.begin(), expansion.end());
  }
  vocabulary.entry(id).alias = alias;
  return alias;
}

void NgramCounter::Impl::drop_unwanted_tokens() {
  if (!is_unigram_only || !rewriter) return;
  Vocabulary& vocabulary = tables.vocabulary();
  vocabulary.for_each([&](TokenId id) {
    if (!rewriter->is_wanted(vocabulary.text(id))) vocabulary.entry(id).count = 0;
  });
}

void NgramCounter::Impl::reserve_or_spill() {
  // A token and its normalized form may both be new.
  const std::size_t tokens_per_unit = is_folded(options) ? 2 : 1;
  const auto reserve = [&] { return tables.reserve(tokens_per_unit * batch.size, tokens_per_unit * batch.bytes); };
  if (!tables.is_full() && reserve()) return;
  if (tables.vocabulary().size() == 0) return;
  spill();
  // One batch is counted even if the budget is too small for it.
  reserve();
}

void NgramCounter::Impl::spill() {
  std::vector<std::string> context;
  for (std::size_t i = 0; i < std::min<std::size_t>(max_length, context_size()); ++i) {
    context.emplace_back(tables.vocabulary().text(ids[kMaxNgramLength - 1 - i]));
  }
  drop_unwanted_tokens();
  tables.sort(NgramOrder::key, 1);
  runs.add(tables.rows());
  tables.release();
  expansions.clear();
  runs.compact();
  if (is_finished) return;
  for (std::size_t i = 0; i < context.size(); ++i) {
    Vocabulary& vocabulary = tables.vocabulary();
    ids[kMaxNgramLength - 1 - i] = vocabulary.find_or_add(make_key(context[i], context[i].size(), vocabulary.seeds()));
  }
}

void NgramCounter::Impl::finish(const NgramSelection& selection) {
  if (std::exchange(is_finished, true)) {
    if (selection != finished_for) throw std::logic_error("a counter is finished for another selection");
    return;
  }
  finished_for = selection;
  if (!runs.is_empty()) {
    spill();
    return;
  }
  drop_unwanted_tokens();
  const bool by_count = selection.order == NgramOrder::count || selection.top != kAllRows;
  tables.sort(by_count ? NgramOrder::count : NgramOrder::key, selection.min_count);
}

NgramRows NgramCounter::Impl::rows(const NgramSelection& selection) {
  if (has_given_rows) throw std::logic_error("a counter is asked for its rows again");
  finish(selection);
  has_given_rows = true;
  if (!runs.is_empty()) {
    // The other half of the memory is for reading the runs.
    return select_rows(runs.rows(), selection, {std::max(storage.memory / 2, kMinSortBytes), storage.directory});
  }
  const bool by_count = selection.order == NgramOrder::count || selection.top != kAllRows;
  return select_sorted(tables.rows(), by_count ? NgramOrder::count : NgramOrder::key, selection,
                       {std::max(budget.left(), kMinSortBytes), storage.directory});
}

NgramCounter::NgramCounter(const NgramOptions& options, const NgramStorage& storage)
    : NgramCounter(options, storage, base::process_seed()) {}
NgramCounter::NgramCounter(const NgramOptions& options, const NgramStorage& storage, std::uint64_t seed) {
  check(options);
  impl_ = std::make_unique<Impl>(options, storage, seed);
}
NgramCounter::NgramCounter(NgramCounter&&) noexcept = default;
NgramCounter& NgramCounter::operator=(NgramCounter&&) noexcept = default;
NgramCounter::~NgramCounter() = default;

void NgramCounter::add(std::string_view text, Fragment fragment) { impl_->add(text, fragment); }

bool NgramCounter::absorb(NgramCounter& other) {
  Impl& theirs = *other.impl_;
  if (&other == this) throw std::logic_error("a counter absorbs itself");
  if (impl_->options != theirs.options) throw std::logic_error("a counter absorbs one with other options");
  if (impl_->is_finished || theirs.is_finished) throw std::logic_error("a counter that is finished is absorbed");
  if (has_spilled() || other.has_spilled()) return false;
  // While absorbing, the other's counts are held twice.
  const std::size_t needed = impl_->budget.used() + 2 * theirs.budget.used();
  if (needed > impl_->budget.limit() + theirs.budget.limit()) return false;
  if (!impl_->tables.absorb(theirs.tables)) return false;
  impl_->budget.raise(theirs.budget.limit());
  impl_->storage.memory += theirs.storage.memory;
  impl_->statistics.add(theirs.statistics);
  theirs.statistics = {};
  impl_->is_closed = theirs.is_closed = true;
  return true;
}

void NgramCounter::finish(const NgramSelection& selection) { impl_->finish(selection); }

NgramRows NgramCounter::rows(const NgramSelection& selection) { return impl_->rows(selection); }

const TextStatistics& NgramCounter::statistics() const noexcept { return impl_->statistics; }

std::size_t NgramCounter::memory() const noexcept {
  return has_spilled() && impl_->is_finished ? impl_->storage.memory / 2 : impl_->budget.used();
}

bool NgramCounter::has_spilled() const noexcept { return !impl_->runs.is_empty(); }

TokenKinds kinds_of_words() noexcept {
  return TokenKinds::all() - TokenKinds{TokenKind::punctuation, TokenKind::symbol, TokenKind::emoji};
}

}  // namespace v0
}  // namespace sorani

namespace sorani::count {

NgramCounter SeededCounter::make(const NgramOptions& options, const NgramStorage& storage, std::uint64_t seed) {
  return {options, storage, seed};
}

}  // namespace sorani::count
