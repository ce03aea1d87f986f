#include "common/records/value_writer.hpp"

#include <algorithm>
#include <iterator>

#include "common/pipeline/input.hpp"
#include "common/records/json/grammar.hpp"
#include "common/records/json/strings.hpp"
#include "common/text/escapes/json.hpp"

namespace ku {
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
  for (const Value& value : values) {
    if (&value != &values.front()) joined_ += '\n';
    joined_ += text_of(value);
  }
  value_chunk_.first_line = chunk_->first_line + line;
  value_chunk_.record = record;
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

  copied = 0;
  bool is_replaced = false;
  for (const Value& value : values) {
    if (value.kind != Value::Kind::target) continue;
    is_replaced = true;
    out += record.substr(copied, value.begin - start - copied);
    out += new_value_;
    copied = end_of_json_value(record, value.begin - start);
  }
  if (is_replaced) {
    out += record.substr(copied);
  } else {
    std::string name;
    append_json_escaped(options_.into, JsonControls::shortest, name);
    append_with_member(record, name, new_value_, out);
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
    if (value.element == Value::kNoElement) return fields_.pointers()[value.field];
    place_ = fields_.pointers()[value.field];
    append_step(std::to_string(value.element), place_);
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

void append_with_member(std::string_view record, std::string_view name, std::string_view value, std::string& out) {
  const std::size_t close = record.rfind('}');
  std::size_t end = close;
  while (end > 0 && is_json_space(record[end - 1])) --end;
  const bool is_empty = end > 0 && record[end - 1] == '{';
  out += record.substr(0, end);
  if (!is_empty) out += ',';
  out += '"';
  out += name;
  out += "\":";
  out += value;
  out += record.substr(end);
}

}  // namespace ku
