#include "common/records/record_workers.hpp"

#include <string_view>
#include <utility>

#include "common/records/columns.hpp"
#include "common/records/json/json_finder.hpp"
#include "common/records/value_writer.hpp"

namespace ku {

/// A worker of the pipeline that has a worker of the tool process the values of each chunk.
class RecordWorkers::RecordWorker : public Worker {
 public:
  RecordWorker(const RecordOptions& options, const PointerTree& fields, Invalid invalid)
      : options_(options), writer_(options, fields, invalid) {}

  void set_worker(Worker& worker) { writer_.set_worker(worker); }
  Worker& worker() { return writer_.worker(); }

  void process(const Chunk& chunk, std::string& out, Report& report) override {
    writer_.begin(chunk, report);
    if (options_.output == RecordOutput::whole) {
      write_whole(chunk, out, report);
    } else if (options_.output == RecordOutput::gather) {
      gather(chunk, out, report);
    } else if (!options_.into.empty()) {
      write_into(chunk, out);
    } else {
      replace(chunk, out);
    }
    writer_.end();
  }

 private:
  void replace(const Chunk& chunk, std::string& out) {
    std::size_t copied = 0;
    for (const Value& value : chunk.values) {
      if (value.kind == Value::Kind::text) writer_.write(value, copied, out);
    }
    out += chunk.text.substr(copied);
  }

  void gather(const Chunk& chunk, std::string& out, Report& report) {
    // What was repaired may be outside of all values, and still is a change.
    if (chunk.is_repaired) writer_.process_text({}, out);
    for (const Value& value : chunk.values) {
      if (report.is_stopped()) return;
      if (value.kind == Value::Kind::text) writer_.process(value, out);
    }
  }

  /// Calls `use` with each record and its values.
  template <typename Use>
  static void for_each_record(const Chunk& chunk, Use use) {
    std::size_t begin = 0;
    auto value = chunk.values.begin();
    for (std::uint64_t line = 0; begin < chunk.text.size(); ++line) {
      const std::size_t found = chunk.text.find(chunk.terminator, begin);
      const std::size_t end = found == std::string_view::npos ? chunk.text.size() : found + 1;
      const auto first = value;
      while (value != chunk.values.end() && value->line == line) ++value;
      use(chunk.text.substr(begin, end - begin), line, std::span<const Value>(first, value));
      begin = end;
    }
  }

  void write_whole(const Chunk& chunk, std::string& out, Report& report) {
    for_each_record(chunk, [&](std::string_view record, std::uint64_t line, std::span<const Value> values) {
      if (!report.is_stopped()) writer_.process_record(record, line, values, out);
    });
  }

  void write_into(const Chunk& chunk, std::string& out) {
    for_each_record(chunk, [&](std::string_view record, std::uint64_t /*line*/, std::span<const Value> values) {
      writer_.write_into(record, values, out);
    });
  }

  const RecordOptions& options_;
  ValueWriter writer_;
};

RecordWorkers::RecordWorkers(const RecordOptions& options, Invalid invalid, WorkerSource& workers)
    : options_(options), invalid_(invalid), workers_(workers) {
  for (const auto& field : options.fields) fields_.add(field);
  if (!options.into.empty()) fields_.add_target(options.into);
  for (const std::string& member : options.members) fields_.add_target(member);
}

RecordWorkers::~RecordWorkers() = default;

Worker& RecordWorkers::acquire() {
  Worker& worker = workers_.acquire();
  const std::lock_guard lock(mutex_);
  if (idle_workers_.empty()) {
    record_workers_.push_back(std::make_unique<RecordWorker>(options_, fields_, invalid_));
    idle_workers_.push_back(record_workers_.back().get());
  }
  RecordWorker& record_worker = *idle_workers_.back();
  idle_workers_.pop_back();
  record_worker.set_worker(worker);
  return record_worker;
}

void RecordWorkers::release(Worker& worker) {
  auto& record_worker = static_cast<RecordWorker&>(worker);
  workers_.release(record_worker.worker());
  const std::lock_guard lock(mutex_);
  idle_workers_.push_back(&record_worker);
}

std::optional<RecordError> RecordWorkers::find_values(const Chunk& chunk, bool begins_file,
                                                      std::vector<Value>& values) {
  std::unique_ptr<ValueFinder> finder = take_finder();
  auto error = finder->find(chunk.text, chunk.terminator, begins_file, values);
  const std::lock_guard lock(mutex_);
  idle_finders_.push_back(std::move(finder));
  return error;
}

std::unique_ptr<ValueFinder> RecordWorkers::take_finder() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_finders_.empty()) {
      std::unique_ptr<ValueFinder> finder = std::move(idle_finders_.back());
      idle_finders_.pop_back();
      return finder;
    }
  }
  return options_.fields.empty() ? make_column_finder(options_.columns) : make_json_finder(fields_, invalid_);
}

}  // namespace ku
