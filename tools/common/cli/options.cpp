#include "common/cli/options.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <thread>
#include <utility>

#include "common/io/diagnostics.hpp"
#include "common/io/input/decoded_source.hpp"
#include "common/records/json/pointer.hpp"

namespace ku {
namespace {

constexpr NamedValue<Invalid> kActions[] = {
    {"fail", Invalid::fail}, {"replace", Invalid::replace}, {"skip", Invalid::skip}};

constexpr unsigned kMaxJobs = 1024;

unsigned parse_jobs(const std::string& value) {
  const auto jobs = parse_number("--jobs", value, 0, kMaxJobs);
  // `hardware_concurrency` is 0 if unknown.
  return jobs == 0 ? std::max(std::thread::hardware_concurrency(), 1u) : static_cast<unsigned>(jobs);
}

std::string parse_encoding(const std::string& value) {
  if (!is_known_charset(value)) throw UsageError(fmt::format("--encoding: unknown charset '{}'", value));
  return value;
}

void define_record_options(CommandLine& line, RecordOptions& records) {
  const auto add_field = [&](const std::string& value) {
    auto steps = parse_field(value);
    if (!steps) throw UsageError(fmt::format("--field: '{}' is not a JSON pointer: ~ must be written ~0", value));
    records.fields.push_back(*std::move(steps));
  };
  line.add_value("-F,--field", "NAME", add_field,
                 "the input is JSON Lines: work on the string, or list of strings, NAME of each object; NAME may be a "
                 "JSON pointer such as /meta/title, and the option given several times");
  const auto set_columns = [&](const std::string& value) {
    auto columns = parse_columns(value);
    if (!columns) throw UsageError(fmt::format("--column: '{}' is not a list such as 2 or 1,3-4 or 2-", value));
    records.columns = *std::move(columns);
  };
  line.add_value("-C,--column", "LIST", set_columns,
                 "the input is tab-separated: work on these columns, counted from 1: 2, or 1,3-4, or 2-");
  line.exclude_each_other({"--field", "--column"});
}

}  // namespace

void define_common_options(CommandLine& line, CommonOptions& options) {
  line.group("Input and output");
  line.add_value(
          "-o,--output", "FILE", [&](const std::string& value) { options.output = value; },
          "write to FILE instead of standard output; FILE is created or replaced only when everything has been "
          "written")
      .set_kind(ValueKind::file)
      .set_once();
  define_record_options(line, options.records);
  line.add_flag("-z,--null", options.null, "records end in NUL, not newline");
  line.add_choice("--invalid", "ACTION", kActions, options.invalid,
                  "what to do with ill-formed UTF-8: 'fail' (default: stop reading the file there), 'replace' (by "
                  "U+FFFD) or 'skip' (drop the bytes)");
  line.add_value(
          "--encoding", "NAME", [&](const std::string& value) { options.encoding = parse_encoding(value); },
          "charset of the input, by ICU's name: windows-1256, utf-16, ...; default: UTF-8, or what a "
          "byte-order mark says")
      .set_suggestions({"utf-8", "utf-16", "utf-16le", "utf-16be", "utf-32", "windows-1256", "iso-8859-6"});

  line.group("General");
  line.add_value(
      "-j,--jobs", "N", [&](const std::string& value) { options.jobs = parse_jobs(value); },
      "number of threads (default: 1); 0: one for each core");
  line.add_flag(
      "--progress", [&] { options.progress = ProgressMode::always; },
      "show a progress bar; default: only on a terminal, for regular files that take over 2 seconds");
  line.add_flag(
      "--no-progress", [&] { options.progress = ProgressMode::never; }, "show no progress bar");
  line.add_flag("-q,--quiet", options.quiet, "print errors only, no warnings");
  line.add_flag("-h,--help", options.help, "show this help and exit");
  line.add_flag("-V,--version", options.version, "show the version and exit");
  line.add_value(
          "--chunk-size", "BYTES",
          [&](const std::string& value) {
            options.chunk_size = parse_number("--chunk-size", value, 1, std::size_t{1} << 30);
          },
          "how much is read at a time")
      .hide();
  line.add_files(options.files);
}

}  // namespace ku
