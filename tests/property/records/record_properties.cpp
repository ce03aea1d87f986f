#include "records/record_properties.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <map>
#include <vector>

#include "common/pipeline/worker_pool.hpp"
#include "common/records/json/grammar.hpp"
#include "common/records/json/pointer.hpp"
#include "common/records/record_workers.hpp"
#include "common/records/value_writer.hpp"
#include "common/text/escapes/json.hpp"
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

constexpr std::array kMembers = {"list", "new\"", "x"};

/// Adds the text of the record as member, and two constants.
class MemberWorker : public Worker {
 public:
  void process(const Chunk& chunk, std::string& out, Report& /*report*/) override {
    std::string text;
    append_json_string(chunk.text, text);
    const std::array members = {Member{kMembers[0], text}, Member{kMembers[1], "-0.50"}, Member{kMembers[2], "[{}]"}};
    append_with_members(chunk.record, chunk.values, members, out);
  }
};

RecordOptions options_for_fields() {
  RecordOptions options;
  for (const char* const field : kFields) options.fields.push_back(parse_field(field).value());
  return options;
}

RecordOptions options_for_members() {
  RecordOptions options = options_for_fields();
  options.output = RecordOutput::whole;
  options.members.assign(kMembers.begin(), kMembers.end());
  return options;
}

struct Result {
  std::optional<RecordError> error;
  std::string out;
};

template <typename W>
Result process(std::string_view line, char terminator, Invalid invalid,
               const RecordOptions& options = options_for_fields()) {
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

/// The strings at the fields, in the order of the text, joined by line ends.
std::string joined_strings(Json& json) {
  std::map<std::size_t, std::string> strings;  // by their place
  for (const char* const field : kFields) {
    for_strings_at(json, parse_field(field).value(), [&](Json& string) { strings[string.begin] = string.text; });
  }
  std::string text;
  for (const auto& [begin, string] : strings) text.append(begin == strings.begin()->first ? "" : "\n").append(string);
  return text;
}

/// What MemberWorker must write.
std::string with_members(std::string_view line, Json& json) {
  std::string text;
  append_json_string(joined_strings(json), text);
  const std::array<std::string, kMembers.size()> values = {text, "-0.50", "[{}]"};
  std::array<bool, kMembers.size()> is_there{};
  std::string out;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < json.items.size(); ++i) {
    const auto found = std::find(kMembers.begin(), kMembers.end(), json.names[i]);
    if (found == kMembers.end()) continue;
    const auto member = static_cast<std::size_t>(found - kMembers.begin());
    is_there.at(member) = true;
    out.append(line.substr(copied, json.items[i].begin - copied)).append(values.at(member));
    copied = json.items[i].end;
  }
  std::size_t end = json.end - 1;
  while (is_json_space(line[end - 1])) --end;
  out += line.substr(copied, end - copied);
  bool is_empty = json.items.empty();
  for (std::size_t i = 0; i < kMembers.size(); ++i) {
    if (is_there.at(i)) continue;
    out += is_empty ? "" : ",";
    append_json_string(kMembers.at(i), out);
    out.append(":").append(values.at(i));
    is_empty = false;
  }
  return out.append(line.substr(end));
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
  const std::string added = process<MemberWorker>(line, terminator, kInvalid, options_for_members()).out;
  if (added != with_members(line, before)) return "members are added otherwise: " + added;
  return {};
}

std::size_t error_byte(std::string_view line) {
  const Result result = process<KeepWorker>(line, '\0', Invalid::fail);
  return result.error ? result.error->offset + 1 : 0;
}

}  // namespace ku::test
