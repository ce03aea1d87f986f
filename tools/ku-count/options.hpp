#pragma once

#include <sorani/ngram_counter.hpp>
#include <string>

#include "common/cli/command_line.hpp"
#include "common/cli/options.hpp"

namespace ku::count {

inline constexpr const char* kSummary = "Count words and n-grams of Sorani (Central Kurdish) text.";

/// How the counts are written.
enum class Format {
  tsv,   ///< n-gram, tab, count
  json,  ///< one list of objects
};

struct Options {
  CommonOptions common;
  sorani::NgramOptions ngrams;
  sorani::NgramSelection selection;
  sorani::NgramStorage storage;
  Format format = Format::tsv;
  bool merge = false;
  bool summary = false;
  std::string plot_file;  ///< none if empty
};

void define_options(CommandLine& line, Options& options);

/// Checks and completes what the option table cannot express. Throws `UsageError` for options that exclude each other.
void resolve_options(const CommandLine& line, Options& options);

}  // namespace ku::count
