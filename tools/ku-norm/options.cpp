#include "ku-norm/options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "common/cli/values/probability.hpp"
#include "common/io/diagnostics.hpp"
#include "common/io/input/read_file.hpp"

namespace ku::norm {
namespace {

template <typename Names>
std::vector<std::string> strings(const Names& names) {
  return {names.begin(), names.end()};
}

std::vector<std::string> rule_names() {
  std::vector<std::string> names;
  for (const sorani::RuleInfo& rule : sorani::Normalizer::all_rules()) names.emplace_back(rule.name);
  return names;
}

void define_rules(CommandLine& line, sorani::NormalizerOptions& normalizer) {
  line.group("Rules");
  std::vector<std::string> profiles;
  for (const sorani::Profile profile : sorani::Normalizer::profiles()) profiles.emplace_back(to_string(profile));
  const std::string profile_help =
      fmt::format("set of rules to apply: {} (each includes the one before it) or none; default: {}",
                  fmt::join(profiles, ", "), to_string(normalizer.profile));
  profiles.emplace_back("none");
  line.add_value(
          "-p,--profile", "PROFILE",
          [&](const std::string& value) { normalizer.profile = sorani::profile_of(value).value(); }, profile_help)
      .set_choices(std::move(profiles));

  const auto add_rules = [&](const std::string& value) {
    if (!normalizer.rules.empty()) normalizer.rules += ',';
    normalizer.rules += value;
  };
  line.add_value("-r,--rules", "RULES", add_rules,
                 "add and remove single rules: +html,-tatweel; --list-rules lists them")
      .set_switches(rule_names());
  line.add_choice("--digits", "KIND", normalizer.digits,
                  "digits to write; latin: 123; arabic: ١٢٣; persian: ۱۲۳; keep: those of the text (default)");
  line.add_choice("--heh", "CODE", normalizer.heh, "letter for the consonant h: 0647 (ه, default) or 06be (ھ)");
  line.add_value(
          "--from", "FONT", [&](const std::string& value) { normalizer.font = value; },
          fmt::format("legacy font that the text was typed in: {}", fmt::join(sorani::Normalizer::fonts(), ", ")))
      .set_choices(strings(sorani::Normalizer::fonts()));
  line.add_flag("--restore", normalizer.restore,
                "restore the Kurdish letters of lines typed on an Arabic or Persian keyboard, before the rules");
  line.add_value(
      "--min-confidence", "P",
      [&](const std::string& value) { normalizer.min_confidence = parse_probability("--min-confidence", value); },
      "with --restore: leave words alone whose spelling is less certain, from 0 (default) to 1");
  line.exclude_each_other({"--from", "--restore"});
}

}  // namespace

void define_options(CommandLine& line, Options& options) {
  define_rules(line, options.normalizer);
  line.add_value(
          "--map", "FILE", [&](const std::string& value) { options.map_file = value; },
          "replace whole words by those in FILE, which has a line 'from<TAB>to' for each")
      .set_kind(ValueKind::file)
      .set_once();

  line.group("What to write");
  line.add_flag(
      "--explain", [&] { options.mode = Mode::explain; },
      "write a row for each change instead of the text: file, line, byte, rule, before, after");
  line.add_value(
      "--suggest", "N",
      [&](const std::string& value) {
        options.mode = Mode::suggest;
        options.suggestions = parse_number("--suggest", value, 1, sorani::kMaxSuggestions);
      },
      "write the N best spellings of each word instead of the text: file, line, byte, word, spelling, cost");
  line.add_flag(
      "--check", [&] { options.mode = Mode::check; }, "write nothing; exit with status 1 if any line would change");
  line.add_flag("--stats", options.stats, "at the end, print on stderr how often each rule was applied");
  line.add_flag(
      "--list-rules", [&] { options.mode = Mode::list_rules; },
      "list the rules, on or off under the other options, and exit");
  const auto set_in_place = [&](const std::string& suffix) {
    options.in_place = true;
    options.backup_suffix = suffix;
  };
  line.add_optional_value("-i,--in-place", "SUFFIX", set_in_place,
                          "rewrite each FILE; with SUFFIX, keep a backup, named FILE followed by SUFFIX");
  line.exclude_each_other({"--explain", "--suggest", "--check", "--stats", "--list-rules"});
  line.exclude_each_other({"--explain", "--suggest", "--check", "--list-rules", "--in-place"});
  line.exclude_each_other({"--suggest", "--from"});
  line.exclude_each_other({"--suggest", "--min-confidence"});
  line.exclude_each_other({"--check", "--list-rules", "--in-place", "--output"});
  line.exclude_each_other({"--list-rules", "--field"});
  line.exclude_each_other({"--list-rules", "--column"});
  define_common_options(line, options.common);
}

void resolve_options(const CommandLine& line, Options& options) {
  const std::vector<std::string>& files = options.common.files;
  if (options.mode == Mode::list_rules && !files.empty()) throw UsageError("--list-rules takes no FILE");
  if (options.in_place) {
    if (files.empty()) throw UsageError("--in-place needs a FILE");
    if (std::find(files.begin(), files.end(), "-") != files.end()) {
      throw UsageError("--in-place cannot rewrite standard input");
    }
    if (options.backup_suffix.find('/') != std::string::npos) {
      throw UsageError(fmt::format("--in-place: the suffix '{}' holds a '/'", options.backup_suffix));
    }
  }
  if (line.is_given("--min-confidence") && !options.normalizer.restore) {
    throw UsageError("--min-confidence needs --restore");
  }
  // A line is restored as a whole.
  options.common.whole_records = options.normalizer.restore || options.mode == Mode::suggest;
  if (options.mode != Mode::write) options.common.records.output = RecordOutput::gather;
  if (line.is_given("--map")) {
    options.normalizer.word_map = read_file(options.map_file);
    options.normalizer.word_map_name = options.map_file;
  }
}

}  // namespace ku::norm
