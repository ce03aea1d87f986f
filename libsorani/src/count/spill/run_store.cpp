#include "count/spill/run_store.hpp"

#include <algorithm>

namespace sorani {
namespace count {
namespace {

constexpr std::size_t kSmallBuffer = std::size_t{16} * 1024;
constexpr std::size_t kLargeBuffer = std::size_t{1024} * 1024;
constexpr std::size_t kFewest = 8;
constexpr std::size_t kMost = 512;

}  // namespace

// Fewer when the buffers would get so small that the disk seeks more than it reads.
std::size_t RunStore::most_at_once() const noexcept {
  return std::clamp(storage_.memory / 2 / kSmallBuffer, kFewest, kMost);
}

RunStore::Level& RunStore::level(std::size_t number) {
  while (levels_.size() <= number) {
    levels_.push_back(std::make_unique<Level>(Level{ScratchFile(storage_.directory), {}}));
  }
  return *levels_[number];
}

void RunStore::add(NgramRows& rows) {
  Level& first = level(0);
  RunWriter writer(first.file);
  while (rows.next()) writer.add(rows.ngram(), rows.count());
  first.runs.push_back(writer.finish());
}

bool RunStore::is_crowded() const noexcept {
  return std::any_of(levels_.begin(), levels_.end(),
                     [&](const auto& level) { return level->runs.size() >= most_at_once(); });
}

void RunStore::compact() {
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    if (levels_[i]->runs.size() >= most_at_once()) merge_into_next(i);
  }
}

void RunStore::merge_into_next(std::size_t number) {
  Level& next = level(number + 1);
  Level& full = level(number);
  RunWriter writer(next.file);
  {
    const std::size_t buffer = std::clamp(storage_.memory / 2 / full.runs.size(), kSmallBuffer, kLargeBuffer);
    std::vector<std::unique_ptr<NgramRows>> sources;
    for (const Run& run : full.runs) sources.push_back(read_run(full.file, run, buffer));
    const std::unique_ptr<NgramRows> merged = merge_rows(std::move(sources));
    while (merged->next()) writer.add(merged->ngram(), merged->count());
  }
  next.runs.push_back(writer.finish());
  full.runs.clear();
  full.file.clear();
}

std::size_t RunStore::run_count() const noexcept {
  std::size_t count = 0;
  for (const auto& level : levels_) count += level->runs.size();
  return count;
}

std::unique_ptr<NgramRows> RunStore::rows() {
  // The lower levels have the smaller runs. To move a single run on would not make them fewer.
  for (std::size_t i = 0; run_count() > most_at_once() && i < levels_.size(); ++i) {
    if (levels_[i]->runs.size() > 1) merge_into_next(i);
  }
  const std::size_t count = std::max<std::size_t>(run_count(), 1);
  const std::size_t buffer = std::clamp(storage_.memory / 2 / count, kSmallBuffer, kLargeBuffer);
  std::vector<std::unique_ptr<NgramRows>> sources;
  for (const auto& level : levels_) {
    for (const Run& run : level->runs) sources.push_back(read_run(level->file, run, buffer));
  }
  return merge_rows(std::move(sources));
}

namespace {

/// Rows with the store that they come from.
class StoredRows : public NgramRows {
 public:
  explicit StoredRows(std::unique_ptr<RunStore> store) : store_(std::move(store)), rows_(store_->rows()) {}

  bool next() override {
    if (!rows_->next()) return false;
    set(rows_->ngram(), rows_->count());
    return true;
  }

 private:
  std::unique_ptr<RunStore> store_;
  std::unique_ptr<NgramRows> rows_;
};

}  // namespace
}  // namespace count

std::unique_ptr<NgramRows> merge_rows(const std::function<std::unique_ptr<NgramRows>()>& next, std::size_t at_once,
                                      const NgramStorage& storage) {
  std::vector<std::unique_ptr<NgramRows>> group;
  const auto fill_group = [&] {
    group.clear();
    while (group.size() < std::max<std::size_t>(at_once, 2)) {
      std::unique_ptr<NgramRows> source = next();
      if (!source) return false;
      group.push_back(std::move(source));
    }
    return true;
  };
  bool is_more = fill_group();
  if (!is_more) return merge_rows(std::move(group));
  auto store = std::make_unique<count::RunStore>(storage);
  while (!group.empty()) {
    if (store->is_crowded()) store->compact();
    store->add(*merge_rows(std::exchange(group, {})));
    if (is_more) is_more = fill_group();
  }
  return std::make_unique<count::StoredRows>(std::move(store));
}

}  // namespace sorani
