#include "ku-norm/workers.hpp"

#include <fmt/core.h>

#include <iterator>

#include "common/pipeline/position/line_finder.hpp"
#include "common/text/escapes/visible.hpp"

namespace ku::norm {

void NormalizeWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  normalizer_.append(chunk.text, out, chunk.fragment);
}

void CountingWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  const auto count = [this](const sorani::Change& change) { ++counts_[change.rule]; };
  normalizer_.explain(chunk.text, out, count, chunk.fragment);
}

namespace {

/// Writes the columns file, line and byte of a row, and a tab.
void begin_row(const Chunk& chunk, Position position, std::string& out) {
  append_visible(chunk.file, out);
  fmt::format_to(std::back_inserter(out), "\t{}\t{}\t", position.line, position.byte);
}

/// Writes the column for the field, if there is one, and the end of the row.
void end_row(const Chunk& chunk, std::string& out) {
  if (!chunk.field.empty()) {
    out += '\t';
    append_visible(chunk.field, out);
  }
  out += '\n';
}

}  // namespace

void ExplainWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  LineFinder lines(chunk);
  const auto write_row = [&](const sorani::Change& change) {
    begin_row(chunk, lines.at(change.offset), out);
    out += change.rule;
    out += '\t';
    append_visible(change.before, out);
    out += '\t';
    append_visible(change.after, out);
    end_row(chunk, out);
  };
  normalized_.clear();
  normalizer_.explain(chunk.text, normalized_, write_row, chunk.fragment);
}

void SuggestWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  LineFinder lines(chunk);
  normalizer_.suggest(chunk.text, count_, [&](const sorani::Suggestion& suggestion) {
    begin_row(chunk, lines.at(suggestion.offset), out);
    append_visible(suggestion.word, out);
    out += '\t';
    append_visible(suggestion.text, out);
    fmt::format_to(std::back_inserter(out), "\t{:.3f}", suggestion.cost);
    end_row(chunk, out);
  });
}

void CheckWorker::process(const Chunk& chunk, std::string& /*out*/, Report& report) {
  normalized_.clear();
  normalizer_.append(chunk.text, normalized_, chunk.fragment);
  if (!chunk.is_repaired && normalized_ == chunk.text) return;
  has_found_change_ = true;
  report.stop();
}

}  // namespace ku::norm
