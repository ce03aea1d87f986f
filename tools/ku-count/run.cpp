#include "ku-count/run.hpp"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "common/filter.hpp"
#include "common/output.hpp"
#include "ku-count/counters.hpp"
#include "ku-count/gnuplot.hpp"
#include "ku-count/row_writer.hpp"
#include "ku-count/summary.hpp"
#include "ku-count/table_file.hpp"
#include "ku-count/word_plot.hpp"

namespace ku::count {
namespace {

using sorani::NgramOrder;
using sorani::NgramRows;
using sorani::NgramSelection;

/// Everything, in the order that costs least.
const NgramSelection kAllByKey{NgramOrder::key};

bool has_escapes(const Options& options) { return options.ngrams.unit != sorani::NgramUnit::word; }

/// Writes counts; `spectrum` gets all of them, whatever is selected.
void write_counts(std::unique_ptr<NgramRows> by_key, std::size_t memory, const Options& options,
                  FrequencySpectrum& spectrum, Output& output) {
  const auto rows =
      select_rows(observed_rows(std::move(by_key), spectrum), options.selection, {memory, options.storage.directory});
  write_rows(*rows, options, output);
}

/// Adds up tables instead of reading text.
void run_merge(const Options& options, Output& output, FrequencySpectrum& spectrum) {
  std::unique_ptr<NgramRows> rows = merge_tables(options.common, options.storage);
  if (options.summary) {
    output.write(summary_text(summarize(*rows, has_escapes(options)), nullptr, options.format));
  } else {
    write_counts(std::move(rows), options.storage.memory, options, spectrum, output);
  }
}

void write_all(Counters& counters, const Options& options, Output& output, FrequencySpectrum& spectrum) {
  if (options.summary) {
    const CountSummary summary = summarize(*counters.rows(kAllByKey), has_escapes(options));
    const sorani::TextStatistics text = counters.statistics();
    output.write(summary_text(summary, &text, options.format));
  } else if (options.plot_file.empty()) {
    write_rows(*counters.rows(options.selection), options, output);
  } else {
    std::unique_ptr<NgramRows> rows = counters.rows(kAllByKey);
    write_counts(std::move(rows), counters.memory_left(), options, spectrum, output);
  }
}

}  // namespace

void run(const Options& options, Diagnostics& diagnostics) {
  if (!options.plot_file.empty()) require_gnuplot();
  FrequencySpectrum spectrum;
  {
    Output output(options.common.output);
    if (options.merge) {
      run_merge(options, output, spectrum);
      output.commit();
    } else {
      Counters counters(options);
      const bool is_complete = counters.read(output, diagnostics);
      if (is_complete || !output.is_replacing()) write_all(counters, options, output, spectrum);
      commit(output, is_complete, options.common, diagnostics);
    }
  }
  if (options.plot_file.empty() || diagnostics.exit_status() != 0) return;
  if (spectrum.types().empty()) {
    throw FatalError(fmt::format("{}: not written, since there is nothing to draw", options.plot_file));
  }
  run_gnuplot(plot_script(spectrum), options.plot_file);
}

}  // namespace ku::count
