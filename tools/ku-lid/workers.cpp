#include "ku-lid/workers.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <span>

#include "common/records/value_writer.hpp"
#include "common/text/escapes/json.hpp"

namespace ku::lid {
namespace {

using sorani::Language;
using sorani::LanguageScore;

/// Calls `visit(std::string_view text, std::string_view record)` for each record of the chunk: the text to judge, and
/// the whole record with its terminator. Without --field and --column, the text is the line.
template <typename Visit>
void visit_records(const Chunk& chunk, Visit&& visit) {
  if (!chunk.record.empty()) return visit(chunk.text, chunk.record);
  const std::string_view text = chunk.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(chunk.terminator, begin), text.size());
    const std::size_t next = std::min(end + 1, text.size());
    visit(text.substr(begin, end - begin), text.substr(begin, next - begin));
    begin = next;
  }
}

void append_score(double probability, std::string& out) {
  fmt::format_to(std::back_inserter(out), "{:.4f}", probability);
}

/// The language of a result, or `und` if it is less likely than that.
Language label(const LanguageScore& score, double min_score) {
  return score.probability < min_score ? Language::und : score.language;
}

}  // namespace

void LabelWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  const char terminator = options_.common.terminator();
  visit_records(chunk, [&](std::string_view text, std::string_view record) {
    // The last record of a file may have no terminator.
    const bool is_terminated = record.back() == terminator;
    const std::string_view line = record.substr(0, record.size() - (is_terminated ? 1 : 0));
    switch (options_.format) {
      case Format::label:
        write_label(text, out);
        break;
      case Format::tsv:
        write_tsv(text, line, out);
        break;
      case Format::jsonl:
        return options_.common.records.fields.empty() ? write_json(text, line, out) : write_object(chunk, out);
    }
    if (is_terminated) out += terminator;
  });
}

std::size_t LabelWorker::identify(std::string_view text) {
  if (options_.shows_best) return identifier_.best(text, std::span(scores_).first(options_.best));
  if (options_.format == Format::label && options_.min_score == 0) {  // no probability is needed
    scores_[0].language = identifier_(text);
    return 1;
  }
  scores_[0] = identifier_.best(text);
  scores_[0].language = label(scores_[0], options_.min_score);
  return 1;
}

void LabelWorker::write_label(std::string_view text, std::string& out) {
  const std::size_t count = identify(text);
  if (!options_.shows_best) {
    out += to_string(scores_[0].language);
    return;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += '\t';
    out += to_string(scores_[i].language);
    out += '\t';
    append_score(scores_[i].probability, out);
  }
}

void LabelWorker::write_tsv(std::string_view text, std::string_view line, std::string& out) {
  const std::size_t count = identify(text);
  for (std::size_t i = 0; i < count; ++i) {
    out += to_string(scores_[i].language);
    out += '\t';
    append_score(scores_[i].probability, out);
    out += '\t';
  }
  out += line;
}

void LabelWorker::set_members(std::string_view text) {
  const std::size_t count = identify(text);
  for (std::string& value : member_values_) value.clear();
  if (!options_.shows_best) {
    append_json_string(to_string(scores_[0].language), member_values_[0]);
    append_score(scores_[0].probability, member_values_[1]);
    return;
  }
  std::string& list = member_values_[0];
  for (std::size_t i = 0; i < count; ++i) {
    fmt::format_to(std::back_inserter(list), R"({}{{"lang":"{}","lang_score":)", i == 0 ? '[' : ',',
                   to_string(scores_[i].language));
    append_score(scores_[i].probability, list);
    list += '}';
  }
  list += ']';
}

void LabelWorker::write_json(std::string_view text, std::string_view line, std::string& out) {
  set_members(text);
  out += '{';
  for (std::size_t i = 0; i < options_.members.size(); ++i) {
    append_json_string(options_.members[i], out);
    out += ':';
    out += member_values_.at(i);
    out += ',';
  }
  out += R"("text":)";
  append_json_string(line, out);
  out += "}\n";
}

void LabelWorker::write_object(const Chunk& chunk, std::string& out) {
  const auto is_text = [](const Value& value) { return value.kind == Value::Kind::text; };
  // An empty line, or an object without the field.
  if (std::none_of(chunk.values.begin(), chunk.values.end(), is_text)) {
    out += chunk.record;
    return;
  }
  set_members(chunk.text);
  std::array<Member, 2> members;
  const std::size_t count = options_.members.size();
  for (std::size_t i = 0; i < count; ++i) members.at(i) = {options_.members[i], member_values_.at(i)};
  append_with_members(chunk.record, chunk.values, std::span(members).first(count), out);
}

KeepWorker::KeepWorker(const Options& options) : min_score_(options.min_score), invert_(options.invert) {
  for (const Language language : options.keep) is_kept_[static_cast<std::size_t>(language)] = true;
}

bool KeepWorker::keeps(std::string_view text) {
  const Language language = min_score_ == 0 ? identifier_(text) : label(identifier_.best(text), min_score_);
  return is_kept_[static_cast<std::size_t>(language)] != invert_;
}

void KeepWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  // Records kept one after the other are copied at once.
  const char* begin = chunk.text.data();
  const char* end = begin;
  const auto flush = [&] { out.append(begin, end); };
  visit_records(chunk, [&](std::string_view text, std::string_view record) {
    if (!keeps(text)) return;
    has_kept_ = true;
    if (record.data() != end) {
      flush();
      begin = record.data();
    }
    end = record.data() + record.size();
  });
  flush();
}

}  // namespace ku::lid
