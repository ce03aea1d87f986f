#include "common/cli/run/filter.hpp"

#include <fmt/core.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <sorani/utf8.hpp>
#include <string_view>
#include <unordered_set>

#include "common/io/input/decoded_source.hpp"
#include "common/io/output/output.hpp"
#include "common/pipeline/input.hpp"
#include "common/pipeline/pipeline.hpp"
#include "common/pipeline/progress.hpp"
#include "common/records/record_workers.hpp"

namespace ku {
namespace {

/// Longer records are an error, if they must be parsed.
constexpr std::size_t kMaxRecord = std::size_t{1} << 31;

InputOptions input_options(const CommonOptions& options) {
  InputOptions how{{options.encoding, options.invalid}, options.terminator(), options.chunk_size};
  how.whole_records = options.whole_records || options.records.is_on();
  if (options.records.is_on()) how.max_record = kMaxRecord;
  return how;
}

/// Runs the pipeline; where records are structured, the workers get the values in them.
PipelineResult run_workers(Input& input, WorkerSource& workers, const ItemSink& sink, Diagnostics& diagnostics,
                           Progress& progress, const CommonOptions& options, bool compare) {
  const PipelineOptions how{options.jobs, options.invalid, compare};
  if (!options.records.is_on()) return run_pipeline(input, workers, sink, diagnostics, progress, how);
  RecordWorkers record_workers(options.records, options.invalid, workers);
  return run_pipeline(input, record_workers, sink, diagnostics, progress, how);
}

void report_repairs(std::uint64_t count, const CommonOptions& options, Diagnostics& diagnostics) {
  if (count == 0) return;
  const std::string_view plural = count == 1 ? "" : "s";
  diagnostics.warning(options.invalid == Invalid::replace
                          ? fmt::format("replaced {} ill-formed sequence{} by U+FFFD", count, plural)
                          : fmt::format("dropped {} byte{} of ill-formed sequences", count, plural));
}

/// True if the file is UTF-8 and not only ASCII. Text in another charset is practically never well-formed UTF-8 by
/// chance. (UTF-16 and UTF-32 have NULs or bytes that cannot occur in UTF-8.)
bool is_utf8_already(const std::string& file, const CommonOptions& options) {
  Input input({file}, {{"utf-8", Invalid::fail}, '\n', options.chunk_size});
  bool has_letters = false;
  for (PipelineItem item; input.next(item);) {
    const std::string_view text = item.chunk.text;
    if (sorani::find_invalid_utf8(text) || text.find('\0') != std::string_view::npos) return false;
    has_letters = has_letters || std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
  }
  return has_letters;
}

/// True if the file can be rewritten; reports why if not.
bool is_rewritable(const std::string& file, Diagnostics& diagnostics) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) {
    diagnostics.error(fmt::format("{}: {}", shown_name(file), error_text(errno)));
  } else if (S_ISDIR(status.st_mode)) {
    diagnostics.error(fmt::format("{}: {}", file, error_text(EISDIR)));
  } else if (!S_ISREG(status.st_mode)) {
    diagnostics.error(fmt::format("{}: not a regular file, cannot be rewritten", file));
  } else {
    return true;
  }
  return false;
}

}  // namespace

bool read_all(const CommonOptions& options, const Output& output, WorkerSource& workers, const ItemSink& sink,
              Diagnostics& diagnostics) {
  InputOptions how = input_options(options);
  how.source.output = output.identity();
  Input input(options.files, how);
  PipelineResult result;
  {
    Progress progress(options.progress, options.files, diagnostics);
    result = run_workers(input, workers, sink, diagnostics, progress, options, false);
  }
  report_repairs(result.repairs, options, diagnostics);
  return !result.has_failed;
}

void commit(Output& output, bool is_complete, const CommonOptions& options, Diagnostics& diagnostics) {
  if (!is_complete && output.is_replacing()) {
    diagnostics.error(fmt::format("{}: not written, since not all input could be read", options.output));
  } else {
    output.commit();
  }
}

void filter(const CommonOptions& options, WorkerSource& workers, Diagnostics& diagnostics,
            const std::function<void()>& before_commit) {
  Output output(options.output);
  const auto write = [&](const PipelineItem& item) { output.write(item.out); };
  const bool is_complete = read_all(options, output, workers, write, diagnostics);
  if (before_commit) before_commit();
  commit(output, is_complete, options, diagnostics);
}

namespace {

/// Rewrites one file. Reports ill-formed text; throws `FatalError` for other problems.
void rewrite(const std::string& file, const CommonOptions& options, const std::string& suffix, WorkerSource& workers,
             Progress& progress, std::uint64_t& repairs, Diagnostics& diagnostics) {
  Output output(file, Replacement::Lock::yes);
  if (!options.encoding.empty() && !is_utf8(options.encoding) && is_utf8_already(file, options)) {
    throw FatalError(fmt::format("{}: not rewritten, since it is UTF-8 already, not {}", file, options.encoding));
  }
  Input input({file}, input_options(options));
  progress.begin_run();
  const auto write = [&](const PipelineItem& item) { output.write(item.out); };
  const PipelineResult result = run_workers(input, workers, write, diagnostics, progress, options, true);
  repairs += result.repairs;
  if (result.has_failed) {
    diagnostics.error(fmt::format("{}: not rewritten", file));
  } else if (result.is_changed) {
    output.commit(suffix);
  }
}

}  // namespace

void rewrite_in_place(const CommonOptions& options, const std::string& suffix, WorkerSource& workers,
                      Diagnostics& diagnostics) {
  std::uint64_t repairs = 0;
  std::unordered_set<std::string> seen;
  Progress progress(options.progress, options.files, diagnostics);
  for (const std::string& file : options.files) {
    if (!is_rewritable(file, diagnostics) || !seen.insert(resolved_name(file)).second) continue;
    try {
      rewrite(file, options, suffix, workers, progress, repairs, diagnostics);
    } catch (const FatalError& error) {
      // Continue: the other files may be on other disks.
      diagnostics.error(error.what());
    }
  }
  report_repairs(repairs, options, diagnostics);
}

}  // namespace ku
