#include "ku-tok/options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/cli/values/token_kinds.hpp"
#include "common/io/diagnostics.hpp"

namespace ku::tok {
namespace {

constexpr NamedValue<Format> kFormats[] = {{"line", Format::line},
                                           {"column", Format::column},
                                           {"tsv", Format::tsv},
                                           {"jsonl", Format::jsonl},
                                           {"conllu", Format::conllu}};

void resolve_record_options(const CommandLine& line, Options& options) {
  RecordOptions& records = options.common.records;
  if (line.is_given("--into")) {
    if (records.fields.size() != 1) throw UsageError("--into needs one --field");
    if (records.fields.front() == std::vector<std::string>{records.into}) records.into.clear();
  }
  if (!records.is_on()) return;
  const char* const option = records.fields.empty() ? "--column" : "--field";
  if (options.format != Format::line) {
    throw UsageError(fmt::format("{} writes tokens into the records, which only the format 'line' can", option));
  }
  records.as_list = options.sentences;
  if (options.sentences && records.fields.empty()) {
    throw UsageError("--sentences cannot be used with --column: a column holds no list of sentences");
  }
}

}  // namespace

void define_options(CommandLine& line, Options& options) {
  line.group("What to write");
  line.add_flag("-s,--sentences", options.sentences,
                "write a sentence per line, its text unchanged; with -f, the tokens of each sentence");
  line.add_choice(
      "-f,--format", "FORMAT", kFormats, options.format,
      "how to write the tokens; line: separated by spaces (default); column: one per line, an empty line after each "
      "sentence; tsv: line, start, end, kind, token; jsonl: an object per line or sentence; conllu: CoNLL-U");
  line.add_value(
          "--types", "KINDS", [&](const std::string& value) { options.kinds = parse_kinds("--types", value); },
          fmt::format("write only tokens of these kinds, separated by commas: {}", fmt::join(kind_names(), ", ")))
      .set_list(kind_names());
  line.add_flag("--split-digits", options.tokenizer.split_digits, "separate digits from letters: 2021دا is two tokens");
  line.add_flag("-d,--detokenize", options.detokenize, "join tokens into ordinary text");
  line.add_value(
          "--into", "NAME", [&](const std::string& value) { options.common.records.into = value; },
          "with --field, leave the field as it is and write to NAME, a new member at the end of the object")
      .set_once();
  line.exclude_each_other({"--detokenize", "--sentences"});
  line.exclude_each_other({"--detokenize", "--format"});
  line.exclude_each_other({"--detokenize", "--types"});
  line.exclude_each_other({"--detokenize", "--split-digits"});
  define_common_options(line, options.common);
}

void resolve_options(const CommandLine& line, Options& options) {
  options.sentence_text = options.sentences && !line.is_given("--format");
  if (options.sentence_text) {
    if (line.is_given("--types"))
      throw UsageError("--sentences writes no tokens to choose from by --types; add --format");
    if (line.is_given("--split-digits")) throw UsageError("--sentences writes no tokens to split; add --format");
  }
  if (options.format == Format::conllu && line.is_given("--types")) {
    throw UsageError("--types would leave out text that CoNLL-U must hold");
  }
  resolve_record_options(line, options);
  // Formats that need no whole line.
  const bool takes_fragments =
      !options.sentences && !options.detokenize &&
      (options.format == Format::tsv || (options.format == Format::line && options.kinds == sorani::TokenKinds::all()));
  options.common.whole_records = !takes_fragments;
}

}  // namespace ku::tok
