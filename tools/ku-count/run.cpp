#include "ku-count/run.hpp"

#include <fmt/core.h>

#include <memory>
#include <utility>

#include "common/cli/run/filter.hpp"
#include "common/cli/run/run_tool.hpp"
#include "common/io/output/output.hpp"
#include "ku-count/counters.hpp"
#include "ku-count/options.hpp"
#include "ku-count/plot/gnuplot.hpp"
#include "ku-count/plot/word_plot.hpp"
#include "ku-count/row_writer.hpp"
#include "ku-count/summary.hpp"
#include "ku-count/table_file.hpp"

namespace ku::count {
namespace {

using sorani::NgramOrder;
using sorani::NgramRows;
using sorani::NgramSelection;

/// All rows, in the order that takes no sorting by count.
const NgramSelection kAllByKey{NgramOrder::key};

bool has_escapes(const Options& options) { return options.ngrams.unit != sorani::NgramUnit::word; }

/// Writes the selected rows; all rows are added to `spectrum`.
void write_counts(NgramRows by_key, std::size_t memory, const Options& options, FrequencySpectrum& spectrum,
                  Output& output) {
  NgramRows rows =
      select_rows(observed_rows(std::move(by_key), spectrum), options.selection, {memory, options.storage.directory});
  write_rows(std::move(rows), options, output);
}

/// Merges tables instead of reading text.
void run_merge(const Options& options, Output& output, FrequencySpectrum& spectrum) {
  NgramRows rows = merge_tables(options.common, output, options.storage);
  if (options.summary) {
    output.write(summary_text(summarize(std::move(rows), has_escapes(options)), nullptr, options.format));
  } else {
    write_counts(std::move(rows), options.storage.memory, options, spectrum, output);
  }
}

void write_all(Counters& counters, const Options& options, Output& output, FrequencySpectrum& spectrum) {
  if (options.summary) {
    const CountSummary summary = summarize(counters.rows(kAllByKey), has_escapes(options));
    const sorani::TextStatistics text = counters.statistics();
    output.write(summary_text(summary, &text, options.format));
  } else if (options.plot_file.empty()) {
    write_rows(counters.rows(options.selection), options, output);
  } else {
    NgramRows rows = counters.rows(kAllByKey);
    write_counts(std::move(rows), counters.memory_left(), options, spectrum, output);
  }
}

/// Opens the file of the plot; null if none is wanted.
std::unique_ptr<Output> plot_output(const Options& options, const Output& output) {
  if (options.plot_file.empty()) return nullptr;
  require_gnuplot();
  auto plot = std::make_unique<Output>(options.plot_file);
  if (plot->is_replacing() && is_same_target(plot->target(), output.target())) {
    throw UsageError(fmt::format("--plot and --output are the same file '{}'", options.plot_file));
  }
  return plot;
}

void draw(const FrequencySpectrum& spectrum, const std::string& file, Output& plot) {
  if (spectrum.types().empty()) {
    throw FatalError(fmt::format("{}: not written, since there is nothing to draw", file));
  }
  const auto picture = run_gnuplot(plot_script(spectrum));
  if (!picture) throw FatalError(fmt::format("{}: not written, since gnuplot failed", file));
  if (picture->empty()) throw FatalError(fmt::format("{}: not written, since gnuplot drew nothing", file));
  plot.write(*picture);
  plot.commit();
}

void run(const Options& options, Diagnostics& diagnostics) {
  FrequencySpectrum spectrum;
  auto output = std::make_unique<Output>(options.common.output);
  const std::unique_ptr<Output> plot = plot_output(options, *output);
  if (options.merge) {
    run_merge(options, *output, spectrum);
    output->commit();
  } else {
    Counters counters(options);
    const bool is_complete = counters.read(*output, diagnostics);
    if (is_complete || !output->is_replacing()) write_all(counters, options, *output, spectrum);
    commit(*output, is_complete, options.common, diagnostics);
  }
  output.reset();
  if (plot && diagnostics.exit_status() == 0) draw(spectrum, options.plot_file, *plot);
}

}  // namespace

int run_tool(int argc, char** argv) noexcept {
  return ku::run_tool("ku-count", [&](Diagnostics& diagnostics) {
    Options options;
    CommandLine line("ku-count", kSummary);
    define_options(line, options);
    if (handle_help_and_version(argc, argv, line, options.common, diagnostics)) return;
    resolve_options(line, options);
    run(options, diagnostics);
  });
}

}  // namespace ku::count
