#include "records/record_properties.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

#include "common/pipeline/worker_pool.hpp"
#include "common/records/json/grammar.hpp"
#include "common/records/json/pointer.hpp"
#include "common/records/record_workers.hpp"
#include "records/json_reference.hpp"

namespace ku::test {
namespace {

constexpr Invalid kInvalid = Invalid::replace;

std::string replaced(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case 'a':
        out += "\"\\";
        break;
      case 'b':
        out += '\x01';
        break;
      case 'c':
        break;
      case '\\':
        out += "\n\xD9\x83";
        break;
      default:
        out += c;
    }
  }
  return out;
}

class ReplaceWorker : public Worker {
 public:
  void process(const Chunk& chunk, std::string& out, Report& /*report*/) override { out += replaced(chunk.text); }
};

class KeepWorker : public Worker {
 public:
  void process(const Chunk& chunk, std::string& out, Report& /*report*/) override { out += chunk.text; }
};

RecordOptions options_for_fields() {
  RecordOptions options;
  for (const char* const field : kFields) options.fields.push_back(parse_field(field).value());
  return options;
}

struct Result {
  std::optional<RecordError> error;
  std::string out;
};

template <typename W>
Result process(std::string_view line, char terminator, Invalid invalid) {
  static const RecordOptions options = options_for_fields();
  WorkerPool<> pool([] { return std::make_unique<W>(); });
  RecordWorkers workers(options, invalid, pool);
  // Padding as in the pipeline, of characters that would be seen.
  std::string padded(line);
  padded.append(kTextPadding, '"');
  Chunk chunk;
  chunk.text = std::string_view(padded).substr(0, line.size());
  chunk.terminator = terminator;
  std::vector<Value> values;
  Result result;
  result.error = workers.find_values(chunk, false, values);
  if (result.error) return result;
  chunk.values = values;
  Report report;
  Worker& worker = workers.acquire();
  worker.process(chunk, result.out, report);
  workers.release(worker);
  return result;
}

/// The text without the strings at the fields that change.
std::string without_changed(std::string_view text, Json& json) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (const char* const field : kFields) {
    for_strings_at(json, parse_field(field).value(),
                   [&](Json& string) { ranges.emplace_back(string.begin, string.end); });
  }
  std::sort(ranges.begin(), ranges.end());
  ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
  std::string rest;
  std::size_t copied = 0;
  for (const auto& [begin, end] : ranges) {
    rest += text.substr(copied, begin - copied);
    rest += '#';
    copied = end;
  }
  return rest.append(text.substr(copied));
}

bool has_lone_surrogate(std::string_view line) {
  return process<KeepWorker>(line, '\0', Invalid::fail).error.has_value();
}

}  // namespace

std::string broken_record_property(std::string_view line, char terminator) {
  if (std::all_of(line.begin(), line.end(), is_json_space)) return {};
  std::optional<Json> json = parse_json(line);
  const Result result = process<ReplaceWorker>(line, terminator, kInvalid);
  if (!json.has_value()) return result.error ? "" : "accepted, but malformed";
  if (result.error) return "rejected, but well-formed: " + result.error->message;

  Json before = *json;
  std::vector<Json*> seen;
  for (const char* const field : kFields) {
    for_strings_at(*json, parse_field(field).value(), [&](Json& string) {
      if (std::find(seen.begin(), seen.end(), &string) != seen.end()) return;
      seen.push_back(&string);
      string.text = replaced(string.text);
    });
  }
  std::optional<Json> after = parse_json(result.out);
  if (!after.has_value()) return "the output is malformed: " + result.out;
  if (to_text(*after) != to_text(*json)) return "not what the reference says: " + result.out;
  if (without_changed(line, before) != without_changed(result.out, *after)) {
    return "bytes outside of the values changed: " + result.out;
  }
  if (!has_lone_surrogate(line) && process<KeepWorker>(line, terminator, kInvalid).out != line) {
    return "values that do not change are written otherwise";
  }
  return {};
}

std::size_t error_byte(std::string_view line) {
  const Result result = process<KeepWorker>(line, '\0', Invalid::fail);
  return result.error ? result.error->offset + 1 : 0;
}

}  // namespace ku::test
