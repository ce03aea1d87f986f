#include "ku-count/options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <sorani/normalizer.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "common/cli/values/memory_size.hpp"
#include "common/cli/values/token_kinds.hpp"
#include "common/io/diagnostics.hpp"

namespace ku::count {
namespace {

using sorani::NgramOrder;
using sorani::NgramUnit;

constexpr NamedValue<NgramUnit> kUnits[] = {{"word", NgramUnit::word},
                                            {"char", NgramUnit::character},
                                            {"grapheme", NgramUnit::grapheme},
                                            {"line", NgramUnit::line}};
constexpr NamedValue<NgramOrder> kOrders[] = {
    {"count", NgramOrder::count}, {"key", NgramOrder::key}, {"alphabet", NgramOrder::alphabet}};
constexpr NamedValue<Format> kFormats[] = {{"tsv", Format::tsv}, {"json", Format::json}};

constexpr std::uint64_t kAnyCount = std::numeric_limits<std::uint64_t>::max();

/// N or MIN-MAX.
void parse_lengths(const std::string& value, sorani::NgramOptions& ngrams) {
  const std::size_t dash = value.find('-');
  const auto parse = [](const std::string& number) {
    return static_cast<unsigned>(parse_number("--ngram", number, 1, sorani::kMaxNgramLength));
  };
  ngrams.min_n = parse(value.substr(0, dash));
  ngrams.max_n = dash == std::string::npos ? ngrams.min_n : parse(value.substr(dash + 1));
  if (ngrams.max_n < ngrams.min_n) throw UsageError(fmt::format("--ngram: '{}' is an empty range", value));
}

void define_what_to_count(CommandLine& line, Options& options) {
  line.group("What to count");
  line.add_value(
      "-n,--ngram", "N|MIN-MAX", [&](const std::string& value) { parse_lengths(value, options.ngrams); },
      fmt::format("length of the n-grams, or a range of lengths, from 1 to {} (default: 1)", sorani::kMaxNgramLength));
  line.add_choice(
      "-u,--unit", "UNIT", kUnits, options.ngrams.unit,
      "what n-grams consist of: word (default), char, grapheme (what a reader sees as one character) or line");
  line.add_flag("--pretokenized", options.ngrams.is_pretokenized,
                "words are separated by spaces, as ku-tok writes them");
  line.add_flag(
      "--all", [&] { options.ngrams.kinds = sorani::TokenKinds::all(); }, "count punctuation, symbols and emoji too");
  line.add_value(
          "--types", "KINDS", [&](const std::string& value) { options.ngrams.kinds = parse_kinds("--types", value); },
          fmt::format("count only tokens of these kinds, separated by commas: {}", fmt::join(kind_names(), ", ")))
      .set_list(kind_names());
  std::vector<std::string> profiles;
  for (const sorani::Profile profile : sorani::Normalizer::profiles()) profiles.emplace_back(to_string(profile));
  line.add_value(
          "--fold", "PROFILE",
          [&](const std::string& value) { options.ngrams.fold = sorani::profile_of(value).value(); },
          "normalize each token by a profile of ku-norm before it is counted; 'search' counts spellings together "
          "that a search should not tell apart")
      .set_choices(std::move(profiles));
  line.add_flag("--merge", options.merge, "add up tables written with --sort key instead of reading text");
}

void define_what_to_write(CommandLine& line, Options& options) {
  line.group("What to write");
  line.add_value(
      "-m,--min-count", "MIN",
      [&](const std::string& value) { options.selection.min_count = parse_number("--min-count", value, 1, kAnyCount); },
      "leave out n-grams that occur less than MIN times");
  line.add_value(
      "-t,--top", "TOP",
      [&](const std::string& value) { options.selection.top = parse_number("--top", value, 1, kAnyCount); },
      "write only the TOP most frequent n-grams");
  line.add_choice("--sort", "ORDER", kOrders, options.selection.order,
                  "order of the rows; count: the most frequent first (default); key: by bytes, for --merge; alphabet: "
                  "as in Kurdish dictionaries");
  line.add_flag(
      "-k,--by-key", [&] { options.selection.order = NgramOrder::key; }, "the same as --sort key");
  line.add_choice("-f,--format", "FORMAT", kFormats, options.format,
                  "format of the table; tsv: n-gram, tab, count (default); json: a list of objects");
  line.add_flag(
      "--summary", options.summary,
      "instead of the counts, write lines, tokens, types, type/token ratio, hapax, characters, letters outside "
      "the alphabet, mean and longest lengths");
  line.add_value(
          "--plot", "FILE", [&](const std::string& value) { options.plot_file = value; },
          "also plot frequency by rank and the growth of the vocabulary into FILE, an SVG; needs gnuplot")
      .set_kind(ValueKind::file)
      .set_once();
}

void define_resources(CommandLine& line, Options& options) {
  line.group("Memory");
  line.add_value(
      "-S,--buffer-size", "SIZE",
      [&](const std::string& value) { options.storage.memory = parse_memory_size("--buffer-size", value); },
      "use temporary files beyond SIZE of memory: a number of KiB, or one followed by M, G, T, P, E or % "
      "(default: half of the memory)");
  line.add_value(
          "-T,--temporary-directory", "DIR", [&](const std::string& value) { options.storage.directory = value; },
          "folder for temporary files (default: $TMPDIR or /tmp)")
      .set_kind(ValueKind::directory);
}

}  // namespace

void define_options(CommandLine& line, Options& options) {
  define_what_to_count(line, options);
  define_what_to_write(line, options);
  define_resources(line, options);
  for (const char* const other :
       {"--ngram", "--pretokenized", "--all", "--types", "--fold", "--null", "--invalid", "--field", "--column"}) {
    line.exclude_each_other({"--merge", other});
  }
  for (const char* const other : {"--ngram", "--min-count", "--top", "--sort", "--by-key", "--plot"}) {
    line.exclude_each_other({"--summary", other});
  }
  line.exclude_each_other({"--all", "--types"});
  line.exclude_each_other({"--sort", "--by-key"});
  define_common_options(line, options.common);
}

void resolve_options(const CommandLine& line, Options& options) {
  if (options.ngrams.unit != NgramUnit::word) {
    for (const char* const name : {"--pretokenized", "--all", "--types"}) {
      if (line.is_given(name)) throw UsageError(fmt::format("{} is for words only", name));
    }
  }
  if (options.ngrams.unit == NgramUnit::line) {
    if (options.ngrams.max_n > 1) throw UsageError("--unit line: n-grams never cross a line, so lines have none");
    options.common.whole_records = true;
  }
  // Two readers of one descriptor would each get parts of the input.
  if (options.merge && std::count(options.common.files.begin(), options.common.files.end(), "-") > 1) {
    throw UsageError("--merge: standard input can be only one of the tables");
  }
  if (!line.is_given("--temporary-directory")) {
    const char* const directory = std::getenv("TMPDIR");
    if (directory != nullptr && *directory != '\0') options.storage.directory = directory;
  }
  if (!line.is_given("--buffer-size")) options.storage.memory = usable_memory() / 2;
  options.common.records.output = RecordOutput::gather;
  options.ngrams.line_end = options.common.line_end();
  options.ngrams.with_statistics = options.summary;
}

}  // namespace ku::count
