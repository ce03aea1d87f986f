#include "ku-latin/options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <utility>
#include <vector>

#include "common/io/diagnostics.hpp"

namespace ku::latin {
namespace {

constexpr std::size_t kMaxReadings = 1000;

std::vector<std::string> scheme_names() {
  std::vector<std::string> names;
  for (const auto& scheme : sorani::Transliterator::schemes()) names.emplace_back(scheme.name);
  return names;
}

}  // namespace

void define_options(CommandLine& line, Options& options) {
  sorani::TransliteratorOptions& how = options.transliterator;
  line.group("Script");
  line.add_flag("-r,--reverse", how.reverse, "from Latin letters to the Arabic script");
  std::vector<std::string> schemes = scheme_names();
  const std::string scheme_help =
      fmt::format("how to write Latin letters: {}; default: {}; --list-schemes describes them",
                  fmt::join(schemes, ", "), how.scheme);
  line.add_value(
          "-s,--scheme", "SCHEME", [&](const std::string& value) { how.scheme = value; }, scheme_help)
      .set_choices(std::move(schemes));
  line.add_flag("--syllables", how.syllables, "put a full stop between the syllables of a word");
  line.add_flag("--join-conjunction", how.join_conjunction, "join the conjunction و to the word before it");
  line.add_choice("--case", "CASE", how.letter_case,
                  "case of the letters; lower: small letters only (default); sentence: sentences begin with a capital");
  line.add_flag("--keep-punctuation", how.keep_punctuation, "do not convert digits and punctuation marks");

  line.group("What to write");
  line.add_value(
      "--best", "N", [&](const std::string& value) { options.best = parse_number("--best", value, 1, kMaxReadings); },
      "write the N best readings of each word instead of the text: word, reading, cost");
  line.add_flag("--list-schemes", options.list_schemes, "list the schemes and exit");
  line.exclude_each_other({"--reverse", "--syllables"});
  line.exclude_each_other({"--reverse", "--join-conjunction"});
  line.exclude_each_other({"--reverse", "--case"});
  line.exclude_each_other({"--reverse", "--best"});
  line.exclude_each_other({"--best", "--case"});
  line.exclude_each_other({"--best", "--keep-punctuation"});
  line.exclude_each_other({"--list-schemes", "--best"});
  line.exclude_each_other({"--list-schemes", "--output"});
  line.exclude_each_other({"--list-schemes", "--field"});
  line.exclude_each_other({"--list-schemes", "--column"});
  define_common_options(line, options.common);
}

void resolve_options(const CommandLine& /*line*/, Options& options) {
  if (options.list_schemes && !options.common.files.empty()) throw UsageError("--list-schemes takes no FILE");
  options.transliterator.line_end = options.common.line_end();
  if (options.best > 0) options.common.records.output = RecordOutput::gather;
  options.common.whole_records = options.transliterator.letter_case == sorani::LetterCase::sentence || options.best > 0;
}

}  // namespace ku::latin
