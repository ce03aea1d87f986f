#pragma once

#include <cstddef>
#include <sorani/language_identifier.hpp>
#include <string>
#include <vector>

#include "common/cli/command_line.hpp"
#include "common/cli/options.hpp"

namespace ku::lid {

inline constexpr const char* kSummary = "Tell which language each line is in, or keep the lines in Sorani.";

/// How the answer is written.
enum class Format {
  label,  ///< the label alone
  tsv,    ///< label, score, line
  jsonl,  ///< an object per line; with --field, the object of the line with more members
};

struct Options {
  CommonOptions common;
  Format format = Format::label;
  std::vector<sorani::Language> keep;  ///< empty: answer for each line; else write the lines in these languages
  bool invert = false;                 ///< write the other lines
  double min_score = 0;
  std::size_t best = 1;  ///< how many languages to write for each line
  bool shows_best = false;
  std::vector<std::string> members;  ///< the names under which `jsonl` writes the answer
  bool list_languages = false;
};

void define_options(CommandLine& line, Options& options);

/// Derives what the option table cannot express. Throws `UsageError` for options that exclude each other.
void resolve_options(const CommandLine& line, Options& options);

}  // namespace ku::lid
