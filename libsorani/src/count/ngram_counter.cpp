#include <sorani/error.hpp>
#include <sorani/ngram_counter.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
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

namespace sorani {
namespace {

using namespace count;

/// Marks an alias that is a place in the list of lists.
constexpr std::uint32_t kSeveral = 1u << 31;

/// Never takes less than this to sort what is selected.
constexpr std::size_t kLeastSortingMemory = std::size_t{1} << 20;

void check(const NgramOptions& options) {
  if (options.min_n < 1 || options.max_n < options.min_n || options.max_n > kLongestNgram) {
    throw Error("the length of n-grams is from 1 to 9");
  }
  if (options.unit == NgramUnit::line && options.max_n > 1) throw Error("lines have no n-grams");
  if (options.is_pretokenized && options.unit != NgramUnit::word) throw Error("only words can be cut already");
}

/// Tokens are counted as what a normalizer makes of them.
bool is_folded(const NgramOptions& options) { return options.unit == NgramUnit::word && !options.fold.empty(); }

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
        is_plain(wanted.max_n == 1 && !wanted.with_statistics && !is_folded(wanted)) {
    batch.seeds = tables.lexicon().seeds();
    if (needs_rewriter(wanted)) {
      rewriter.emplace(wanted);
    } else if (!wanted.fold.empty()) {
      NormalizerOptions normalizer;
      normalizer.profile = wanted.fold;
      line_normalizer.emplace(normalizer);
    }
  }

  void add(std::string_view text, Fragment fragment);
  void count_batch();
  void add_token(TokenId id);
  TokenId alias_of(TokenId id);
  void drop_unwanted();
  void make_room();
  void spill();
  void finish(const NgramSelection& selection);
  std::unique_ptr<NgramRows> rows(const NgramSelection& selection);

  /// How far n-grams look back.
  std::size_t history() const { return options.max_n - 1; }

  NgramOptions options;
  NgramStorage storage;
  Budget budget;
  Tables tables;
  std::unique_ptr<TokenSource> source;
  std::optional<TokenRewriter> rewriter;
  std::optional<Normalizer> line_normalizer;
  RunStore runs;
  bool is_plain;  // tokens are counted as they come, by themselves; those that are unwanted are dropped later
  bool is_finished = false;
  bool is_asked = false;     // for its rows
  bool is_complete = false;  // absorbed or was absorbed: no text may follow
  NgramSelection finished_for;
  TextStatistics statistics;
  std::uint64_t line_units = 0;  // of the line so far

  Batch batch;
  std::string folded;
  std::array<TokenId, Batch::kSize> found{};
  /// The tokens to be counted next, behind those that n-grams may reach back to; and how many of the same line there
  /// are up to each, up to the length of the longest n-gram.
  std::vector<TokenId> ids = std::vector<TokenId>(kLongestNgram);
  std::vector<std::uint8_t> depths;
  unsigned depth = 0;
  bool starts_line = false;    // the next token to be counted is the first of its line
  std::vector<TokenId> lists;  // for aliases of several tokens: how many, and which
};

void NgramCounter::Impl::add(std::string_view text, Fragment fragment) {
  if (is_finished || is_complete) throw std::logic_error("text is added to a counter that is finished");
  if (options.with_statistics) add_statistics(text, options.line_end, fragment, statistics);
  if (line_normalizer) {
    folded.clear();
    line_normalizer->append(text, folded, fragment);
    text = folded;
  }
  source->begin(text, sorani::starts_line(fragment));
  while (source->next(batch)) {
    make_room();
    if (is_plain) {
      tables.lexicon().count(batch.all());
    } else {
      count_batch();
    }
  }
  statistics.longest_line = std::max(statistics.longest_line, line_units);
}

void NgramCounter::Impl::count_batch() {
  Lexicon& lexicon = tables.lexicon();
  lexicon.find_or_add(batch.all(), found.data());
  for (std::size_t i = 0; i < batch.size; ++i) {
    starts_line = starts_line || batch.starts_line[i];
    const TokenId alias = rewriter ? alias_of(found[i]) : found[i];
    // Where a token is dropped, the line may start with the one after it.
    if (alias == kDroppedToken) continue;
    if (alias < kSeveral) {
      add_token(alias);
    } else {
      const TokenId* list = &lists[alias - kSeveral];
      for (TokenId left = *list; left > 0; --left) add_token(*++list);
    }
  }
  for (std::size_t from = 0; from < depths.size(); from += NgramTable::kMaxBatch) {
    const std::size_t size = std::min(depths.size() - from, NgramTable::kMaxBatch);
    tables.add(ids.data() + kLongestNgram + from, depths.data() + from, size);
  }
  // What comes next may look back at the last ones.
  std::copy(ids.end() - kLongestNgram, ids.end(), ids.begin());
  ids.resize(kLongestNgram);
  depths.clear();
}

void NgramCounter::Impl::add_token(TokenId id) {
  if (std::exchange(starts_line, false)) {
    depth = 0;
    statistics.longest_line = std::max(statistics.longest_line, std::exchange(line_units, 0));
  }
  ++line_units;
  if (depth < options.max_n) ++depth;
  ids.push_back(id);
  depths.push_back(static_cast<std::uint8_t>(depth));
}

TokenId NgramCounter::Impl::alias_of(TokenId id) {
  Lexicon& lexicon = tables.lexicon();
  if (const TokenId alias = lexicon.entry(id).alias; alias != kNoToken) return alias;
  if (!is_folded(options)) {
    return lexicon.entry(id).alias = rewriter->is_wanted(lexicon.text(id)) ? id : kDroppedToken;
  }
  const std::string token(lexicon.text(id));
  std::vector<TokenId> several;
  for (const std::string_view part : (*rewriter)(token)) {
    several.push_back(lexicon.find_or_add(make_key(part, part.size(), lexicon.seeds())));
  }
  TokenId alias = kDroppedToken;
  if (several.size() == 1) {
    alias = several.front();
  } else if (!several.empty()) {
    alias = kSeveral + static_cast<TokenId>(lists.size());
    lists.push_back(static_cast<TokenId>(several.size()));
    lists.insert(lists.end(), several.begin(), several.end());
  }
  lexicon.entry(id).alias = alias;
  return alias;
}

void NgramCounter::Impl::drop_unwanted() {
  if (!is_plain || !rewriter) return;
  Lexicon& lexicon = tables.lexicon();
  lexicon.for_each([&](TokenId id) {
    if (!rewriter->is_wanted(lexicon.text(id))) lexicon.entry(id).count = 0;
  });
}

void NgramCounter::Impl::make_room() {
  // What a token is counted as may have to be kept too.
  const std::size_t forms = is_folded(options) ? 2 : 1;
  const auto reserve = [&] { return tables.reserve(forms * batch.size, forms * batch.bytes); };
  if (!tables.is_full() && reserve()) return;
  if (tables.lexicon().size() == 0) return;
  spill();
  // If there is too little even for this, it is taken nevertheless.
  reserve();
}

void NgramCounter::Impl::spill() {
  std::vector<std::string> last;
  for (std::size_t i = 0; i < std::min<std::size_t>(depth, history()); ++i) {
    last.emplace_back(tables.lexicon().text(ids[kLongestNgram - 1 - i]));
  }
  drop_unwanted();
  tables.sort(NgramOrder::key, 1);
  runs.add(*tables.rows());
  tables.release();
  lists.clear();
  runs.compact();
  if (is_finished) return;
  for (std::size_t i = 0; i < last.size(); ++i) {
    Lexicon& lexicon = tables.lexicon();
    ids[kLongestNgram - 1 - i] = lexicon.find_or_add(make_key(last[i], last[i].size(), lexicon.seeds()));
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
  drop_unwanted();
  const bool by_count = selection.order == NgramOrder::count || selection.top != kAllRows;
  tables.sort(by_count ? NgramOrder::count : NgramOrder::key, selection.min_count);
}

std::unique_ptr<NgramRows> NgramCounter::Impl::rows(const NgramSelection& selection) {
  if (is_asked) throw std::logic_error("a counter is asked for its rows again");
  finish(selection);
  is_asked = true;
  if (!runs.is_empty()) {
    // The runs are read with the other half of the memory.
    return select_rows(runs.rows(), selection, {std::max(storage.memory / 2, kLeastSortingMemory), storage.directory});
  }
  const bool by_count = selection.order == NgramOrder::count || selection.top != kAllRows;
  return select_sorted(tables.rows(), by_count ? NgramOrder::count : NgramOrder::key, selection,
                       {std::max(budget.left(), kLeastSortingMemory), storage.directory});
}

NgramCounter::NgramCounter(const NgramOptions& options, const NgramStorage& storage)
    : NgramCounter(options, storage, base::process_seed()) {}
NgramCounter::NgramCounter(const NgramOptions& options, const NgramStorage& storage, std::uint64_t seed) {
  check(options);
  impl_ = std::make_unique<Impl>(options, storage, seed);
}
NgramCounter count::SeededCounter::make(const NgramOptions& options, const NgramStorage& storage, std::uint64_t seed) {
  return {options, storage, seed};
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
  // While it is done, the other's counts are there twice.
  const std::size_t needed = impl_->budget.used() + 2 * theirs.budget.used();
  if (needed > impl_->budget.limit() + theirs.budget.limit()) return false;
  if (!impl_->tables.absorb(theirs.tables)) return false;
  impl_->budget.raise(theirs.budget.limit());
  impl_->storage.memory += theirs.storage.memory;
  impl_->statistics.add(theirs.statistics);
  theirs.statistics = {};
  impl_->is_complete = theirs.is_complete = true;
  return true;
}

void NgramCounter::finish(const NgramSelection& selection) { impl_->finish(selection); }

std::unique_ptr<NgramRows> NgramCounter::rows(const NgramSelection& selection) { return impl_->rows(selection); }

const TextStatistics& NgramCounter::statistics() const noexcept { return impl_->statistics; }

std::size_t NgramCounter::memory() const noexcept {
  return has_spilled() && impl_->is_finished ? impl_->storage.memory / 2 : impl_->budget.used();
}

bool NgramCounter::has_spilled() const noexcept { return !impl_->runs.is_empty(); }

TokenKinds kinds_of_words() noexcept {
  TokenKinds kinds;
  kinds.set();
  for (const TokenKind kind : {TokenKind::punctuation, TokenKind::symbol, TokenKind::emoji}) {
    kinds.reset(static_cast<std::size_t>(kind));
  }
  return kinds;
}

std::string unescaped_ngram(std::string_view key) {
  std::string text;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const char next = i + 1 < key.size() ? key[i + 1] : '\0';
    const bool is_escape = key[i] == '\\' && (next == 't' || next == 'n' || next == 'r' || next == '\\');
    if (!is_escape) {
      text += key[i];
      continue;
    }
    text += next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : '\\';
    ++i;
  }
  return text;
}

}  // namespace sorani
