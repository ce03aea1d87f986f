#include "common/records/value_writer.hpp"

#include <algorithm>
#include <iterator>

#include "common/pipeline/input.hpp"
#include "common/records/json/grammar.hpp"
#include "common/records/json/strings.hpp"
#include "common/text/escapes/json.hpp"

namespace ku {
namespace {

/// Appends the steps from the field to a value in its list, or in a list in that. Lists come before what is in them.
void append_elements(const Value& value, std::string& pointer) {
  if (value.element == Value::kNoElement) return;
  if (value.list != 0) append_elements(*(&value - value.list), pointer);
  append_step(std::to_string(value.element), pointer);
}

}  // namespace

void ValueWriter::begin(const Chunk& chunk, Report& report) {
  chunk_ = &chunk;
  report_ = &report;
  value_chunk_ = Chunk();
  value_chunk_.file = chunk.file;
  value_chunk_.is_repaired = chunk.is_repaired;
}

void ValueWriter::end() {
  for (std::string* const text : {&decoded_, &joined_, &result_, &new_value_}) {
    if (text->capacity() > 4 * kDefaultChunkSize) *text = std::string();
  }
}

void ValueWriter::process(const Value& value, std::string& out) {
  const std::string_view text = text_of(value);
  value_chunk_.is_repaired = chunk_->is_repaired || repairs_ != 0;
  value_chunk_.first_line = chunk_->first_line + value.line;
  value_chunk_.field = place_of(value);
  process_text(text, out);
}

void ValueWriter::process_text(std::string_view text, std::string& out) {
  value_chunk_.text = text;
  worker_->process(value_chunk_, out, *report_);
}

void ValueWriter::process_record(std::string_view record, std::uint64_t line, std::span<const Value> values,
                                 std::string& out) {
  joined_.clear();
  std::uint64_t repairs = 0;
  bool is_first = true;
  for (const Value& value : values) {
    if (value.kind != Value::Kind::text) continue;
    if (!is_first) joined_ += '\n';
    is_first = false;
    joined_ += text_of(value);
    repairs += repairs_;
  }
  set_record_values(record, values);
  value_chunk_.is_repaired = chunk_->is_repaired || repairs != 0;
  value_chunk_.first_line = chunk_->first_line + line;
  value_chunk_.record = record;
  value_chunk_.values = record_values_;
  process_text(joined_, out);
}

void ValueWriter::write(const Value& value, std::size_t& copied, std::string& out) {
  const std::string_view source = chunk_->text;
  result_.clear();
  process(value, result_);
  if (repairs_ == 0 && !options_.as_list && result_ == value_chunk_.text) {
    // It stays as it is, its escapes included.
    out += source.substr(copied, value.end - copied);
    copied = value.end;
  } else if (options_.fields.empty()) {
    out += source.substr(copied, value.begin - copied);
    append_column(out);
    copied = value.end;
  } else {
    out += source.substr(copied, value.begin - 1 - copied);
    if (options_.as_list) {
      append_list(out);
    } else {
      append_json_string(result_, out, JsonControls::shortest);
    }
    copied = value.end + 1;
  }
}

void ValueWriter::write_into(std::string_view record, std::span<const Value> values, std::string& out) {
  const auto is_kind = [](Value::Kind kind) { return [kind](const Value& value) { return value.kind == kind; }; };
  // Where the name of the field stands twice, the last one counts, as in most parsers.
  const auto source = std::find_if(values.rbegin(), values.rend(), is_kind(Value::Kind::source));
  if (source == values.rend()) {
    out += record;
    return;
  }
  const auto start = static_cast<std::size_t>(record.data() - chunk_->text.data());
  const std::size_t source_end = start + end_of_json_value(record, source->begin - start);
  std::size_t copied = source->begin;
  new_value_.clear();
  for (const Value& value : values) {
    const bool is_inside = value.begin >= source->begin && value.begin < source_end;
    if (is_inside && value.kind == Value::Kind::text) write(value, copied, new_value_);
  }
  new_value_ += chunk_->text.substr(copied, source_end - copied);
  set_record_values(record, values);
  const Member member{options_.into, new_value_};
  append_with_members(record, record_values_, {&member, 1}, out);
}

void ValueWriter::set_record_values(std::string_view record, std::span<const Value> values) {
  const auto start = static_cast<std::size_t>(record.data() - chunk_->text.data());
  record_values_.assign(values.begin(), values.end());
  for (Value& value : record_values_) {
    value.begin -= start;
    if (value.kind == Value::Kind::text) value.end -= start;
  }
}

std::string_view ValueWriter::text_of(const Value& value) {
  const std::string_view raw = chunk_->text.substr(value.begin, value.end - value.begin);
  repairs_ = 0;
  if (!value.has_escapes) return raw;
  decoded_.clear();
  repairs_ = append_unescaped(raw, invalid_, decoded_);
  report_->add_repairs(repairs_);
  return decoded_;
}

std::string_view ValueWriter::place_of(const Value& value) {
  if (!options_.fields.empty()) {
    place_ = fields_.pointers()[value.field];
    append_elements(value, place_);
  } else {
    place_ = std::to_string(value.field + 1);
  }
  return place_;
}

// A tab or line end, which a rule for character references may write, would move the columns after it.
void ValueWriter::append_column(std::string& out) const {
  const auto is_end = [this](char c) { return c == '\t' || c == chunk_->terminator; };
  std::replace_copy_if(result_.begin(), result_.end(), std::back_inserter(out), is_end, ' ');
}

void ValueWriter::append_list(std::string& out) const {
  out += '[';
  std::string_view rest = result_;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (rest.size() != result_.size()) out += ',';
    append_json_string(rest.substr(0, end), out, JsonControls::shortest);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  out += ']';
}

void append_with_members(std::string_view record, std::span<const Value> values, std::span<const Member> members,
                         std::string& out) {
  std::size_t copied = 0;
  std::uint32_t replaced = 0;  // a bit for each member
  for (const Value& value : values) {
    if (value.kind != Value::Kind::target) continue;
    replaced |= std::uint32_t{1} << value.field;
    out += record.substr(copied, value.begin - copied);
    out += members[value.field].value;
    copied = end_of_json_value(record, value.begin);
  }
  std::size_t end = record.rfind('}');
  while (end > 0 && is_json_space(record[end - 1])) --end;
  bool is_empty = end > 0 && record[end - 1] == '{';
  out += record.substr(copied, end - copied);
  for (std::size_t i = 0; i < members.size(); ++i) {
    if ((replaced >> i & 1) != 0) continue;
    if (!is_empty) out += ',';
    is_empty = false;
    append_json_string(members[i].name, out, JsonControls::shortest);
    out += ':';
    out += members[i].value;
  }
  out += record.substr(end);
}

}  // namespace ku
