#pragma once

#include <cstddef>
#include <sorani/transliterator.hpp>

#include "common/cli/command_line.hpp"
#include "common/cli/options.hpp"

namespace ku::latin {

inline constexpr const char* kSummary = "Write Sorani (Central Kurdish) text in Latin letters, and back.";

struct Options {
  CommonOptions common;
  sorani::TransliteratorOptions transliterator;
  std::size_t best = 0;  ///< readings of each word to list instead of writing the text; 0: write the text
  bool list_schemes = false;
};

void define_options(CommandLine& line, Options& options);

/// What the table cannot say; throws `UsageError` for options that don't go together.
void resolve_options(const CommandLine& line, Options& options);

}  // namespace ku::latin
