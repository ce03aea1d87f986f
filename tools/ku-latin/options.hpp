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
  std::size_t best = 0;  ///< number of readings to list for each word; 0: write the transliterated text
  bool list_schemes = false;
};

void define_options(CommandLine& line, Options& options);

/// Derives what the option table cannot express. Throws `UsageError` for options that exclude each other.
void resolve_options(const CommandLine& line, Options& options);

}  // namespace ku::latin
