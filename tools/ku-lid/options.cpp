#include "ku-lid/options.hpp"

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "common/cli/values/probability.hpp"
#include "common/io/diagnostics.hpp"

namespace ku::lid {
namespace {

constexpr NamedValue<Format> kFormats[] = {{"label", Format::label}, {"tsv", Format::tsv}, {"jsonl", Format::jsonl}};

void add_languages(std::string_view list, std::vector<sorani::Language>& languages) {
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    const std::string_view name = list.substr(at, end - at);
    const auto found = sorani::languages_of(name);
    if (found.empty()) {
      throw UsageError(fmt::format("--keep: unknown language '{}'; --list-languages shows those there are", name));
    }
    languages.insert(languages.end(), found.begin(), found.end());
    at = end + 1;
  }
}

std::vector<std::string> labels() {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < sorani::kLanguageCount; ++i) {
    all.emplace_back(to_string(static_cast<sorani::Language>(i)));
  }
  return all;
}

}  // namespace

void define_options(CommandLine& line, Options& options) {
  line.group("Which lines to write");
  line.add_value(
          "-k,--keep", "LANGS", [&](const std::string& value) { add_languages(value, options.keep); },
          "write only the lines in these languages, unchanged; labels with commas between, 'ckb' for 'ckb-Arab' and "
          "'ckb-Latn'")
      .set_list(labels());
  line.add_flag("-v,--invert-match", options.invert, "with --keep, write the other lines instead");
  line.add_value(
      "--min-score", "P",
      [&](const std::string& value) { options.min_score = parse_probability("--min-score", value); },
      "a line whose likeliest language has a lower probability than P is 'und'");
  line.group("What to write");
  line.add_choice(
      "-f,--format", "FORMAT", kFormats, options.format,
      "what to write of a line; label: its label (default); tsv: label, probability, line; jsonl: an object per line");
  line.add_value(
      "-b,--best", "N",
      [&](const std::string& value) {
        options.best = static_cast<std::size_t>(parse_number("--best", value, 1, sorani::kLanguageCount));
      },
      "write the N likeliest languages, each with its probability");
  line.add_flag("--list-languages", options.list_languages, "print the labels and what they mean, and exit");
  line.exclude_each_other({"--keep", "--format"});
  line.exclude_each_other({"--keep", "--best"});
  line.exclude_each_other({"--min-score", "--best"});
  line.exclude_each_other({"--list-languages", "--field"});
  line.exclude_each_other({"--list-languages", "--column"});
  define_common_options(line, options.common);
}

void resolve_options(const CommandLine& line, Options& options) {
  if (options.invert && options.keep.empty()) throw UsageError("--invert-match needs --keep");
  options.shows_best = line.is_given("--best");
  options.members =
      options.shows_best ? std::vector<std::string>{"langs"} : std::vector<std::string>{"lang", "lang_score"};
  RecordOptions& records = options.common.records;
  records.output = RecordOutput::whole;
  if (options.format == Format::jsonl) records.members = options.members;
  options.common.whole_records = true;
}

}  // namespace ku::lid
