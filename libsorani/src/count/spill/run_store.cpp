#include "count/spill/run_store.hpp"

#include <algorithm>

namespace sorani::count {
namespace {

/// Bounds of a run's read buffer. Below 16 KB a disk seeks more than it reads; above 1 MB nothing is gained.
constexpr std::size_t kMinBufferBytes = std::size_t{16} * 1024;
constexpr std::size_t kMaxBufferBytes = std::size_t{1024} * 1024;
/// Bounds of the fan-in: the least keeps levels few even without memory; more than 512 runs gain no level in practice.
constexpr std::size_t kMinFanIn = 8;
constexpr std::size_t kMaxFanIn = 512;

}  // namespace

std::size_t RunStore::max_fan_in() const noexcept {
  return std::clamp(storage_.memory / 2 / kMinBufferBytes, kMinFanIn, kMaxFanIn);
}

RunStore::Level& RunStore::level(std::size_t number) {
  while (levels_.size() <= number) {
    levels_.push_back(std::make_unique<Level>(Level{ScratchFile(storage_.directory), {}}));
  }
  return *levels_[number];
}

void RunStore::add(NgramRows rows) {
  Level& first = level(0);
  RunWriter writer(first.file);
  while (rows.next()) writer.add(rows.ngram(), rows.count());
  first.runs.push_back(writer.finish());
}

bool RunStore::needs_compaction() const noexcept {
  return std::any_of(levels_.begin(), levels_.end(),
                     [&](const auto& level) { return level->runs.size() >= max_fan_in(); });
}

void RunStore::compact() {
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    if (levels_[i]->runs.size() >= max_fan_in()) merge_level(i);
  }
}

void RunStore::merge_level(std::size_t number) {
  Level& next = level(number + 1);
  Level& full = level(number);
  RunWriter writer(next.file);
  {
    const std::size_t buffer = std::clamp(storage_.memory / 2 / full.runs.size(), kMinBufferBytes, kMaxBufferBytes);
    std::vector<NgramRows> sources;
    for (const Run& run : full.runs) sources.push_back(read_run(full.file, run, buffer));
    NgramRows merged = merge_rows(std::move(sources));
    while (merged.next()) writer.add(merged.ngram(), merged.count());
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

NgramRows RunStore::rows() {
  // Lower levels hold smaller runs, so they are the cheapest to merge. Moving a single run up would not reduce the
  // number of runs.
  for (std::size_t i = 0; run_count() > max_fan_in() && i < levels_.size(); ++i) {
    if (levels_[i]->runs.size() > 1) merge_level(i);
  }
  const std::size_t count = std::max<std::size_t>(run_count(), 1);
  const std::size_t buffer = std::clamp(storage_.memory / 2 / count, kMinBufferBytes, kMaxBufferBytes);
  std::vector<NgramRows> sources;
  for (const auto& level : levels_) {
    for (const Run& run : level->runs) sources.push_back(read_run(level->file, run, buffer));
  }
  return merge_rows(std::move(sources));
}

namespace {

/// The rows of a store, which it owns.
class OwningRows : public NgramSource {
 public:
  explicit OwningRows(std::unique_ptr<RunStore> store) : store_(std::move(store)), rows_(store_->rows()) {}

  bool next() override {
    if (!rows_.next()) return false;
    set(rows_.ngram(), rows_.count());
    return true;
  }

 private:
  std::unique_ptr<RunStore> store_;
  NgramRows rows_;
};

}  // namespace
}  // namespace sorani::count

namespace sorani {
inline namespace v0 {

NgramRows merge_rows(const std::function<std::optional<NgramRows>()>& next, std::size_t at_once,
                     const NgramStorage& storage) {
  std::vector<NgramRows> group;
  const auto fill_group = [&] {
    group.clear();
    while (group.size() < std::max<std::size_t>(at_once, 2)) {
      std::optional<NgramRows> source = next();
      if (!source) return false;
      group.push_back(std::move(*source));
    }
    return true;
  };
  bool is_more = fill_group();
  if (!is_more) return merge_rows(std::move(group));
  auto store = std::make_unique<count::RunStore>(storage);
  while (!group.empty()) {
    if (store->needs_compaction()) store->compact();
    store->add(merge_rows(std::exchange(group, {})));
    if (is_more) is_more = fill_group();
  }
  return std::make_unique<count::OwningRows>(std::move(store));
}

}  // namespace v0
}  // namespace sorani
