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

void ExplainWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  LineFinder lines(chunk);
  const auto write_row = [&](const sorani::Change& change) {
    const Position position = lines.at(change.offset);
    append_visible(chunk.file, out);
    fmt::format_to(std::back_inserter(out), "\t{}\t{}\t{}\t", position.line, position.byte, change.rule);
    append_visible(change.before, out);
    out += '\t';
    append_visible(change.after, out);
    if (!chunk.field.empty()) {
      out += '\t';
      append_visible(chunk.field, out);
    }
    out += '\n';
  };
  normalized_.clear();
  normalizer_.explain(chunk.text, normalized_, write_row, chunk.fragment);
}

void CheckWorker::process(const Chunk& chunk, std::string& /*out*/, Report& report) {
  normalized_.clear();
  normalizer_.append(chunk.text, normalized_, chunk.fragment);
  if (!chunk.is_repaired && normalized_ == chunk.text) return;
  has_found_change_ = true;
  report.stop();
}

}  // namespace ku::norm
