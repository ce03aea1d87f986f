#pragma once

#include <sorani/normalizer.hpp>
#include <string>

#include "common/cli/options.hpp"

namespace ku::norm {

inline constexpr const char* kSummary = "Write Sorani (Central Kurdish) text with one spelling for each letter.";

/// What to do with the normalized text.
enum class Mode {
  write,       ///< write the text
  explain,     ///< write a table of the changes instead
  suggest,     ///< write a table of the spellings that each word may be meant to have instead
  check,       ///< write nothing; the exit status says whether the text would change
  list_rules,  ///< read nothing; write the list of rules
};

struct Options {
  CommonOptions common;
  sorani::NormalizerOptions normalizer;
  Mode mode = Mode::write;
  std::size_t suggestions = 0;  ///< of each word, with `Mode::suggest`
  bool stats = false;
  bool in_place = false;
  std::string backup_suffix;  ///< with `in_place`; empty for no backup
  std::string map_file;       ///< empty if there is none
};

void define_options(CommandLine& line, Options& options);

/// Derives what the option table cannot express, and reads the map file. Throws `UsageError` for options that exclude
/// each other.
void resolve_options(const CommandLine& line, Options& options);

}  // namespace ku::norm
