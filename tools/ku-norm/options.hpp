#pragma once

#include <sorani/normalizer.hpp>
#include <string>

#include "common/cli/options.hpp"

namespace ku::norm {

inline constexpr const char* kSummary = "Write Sorani (Central Kurdish) text with one spelling for each letter.";

/// What to do with the normalized text.
enum class Mode {
  write,       ///< write it
  explain,     ///< write what was changed instead
  check,       ///< only tell by the exit status whether it differs from the input
  list_rules,  ///< read nothing; list the rules
};

struct Options {
  CommonOptions common;
  sorani::NormalizerOptions normalizer;
  Mode mode = Mode::write;
  bool stats = false;
  bool in_place = false;
  std::string backup_suffix;  ///< with `in_place`; empty: no backup
  std::string map_file;       ///< empty: none
};

void define_options(CommandLine& line, Options& options);

/// What the table cannot say: reads the map file, and throws `UsageError` for options that don't go together.
void resolve_options(const CommandLine& line, Options& options);

}  // namespace ku::norm
