#pragma once

#include <sorani/ngram_counter.hpp>
#include <string>

#include "ku-count/options.hpp"

namespace ku::count {

/// Statistics that follow from the counts of unigrams.
struct CountSummary {
  std::uint64_t tokens = 0;
  std::uint64_t types = 0;
  std::uint64_t hapax = 0;             ///< types that occur once
  std::uint64_t token_characters = 0;  ///< of all tokens together
  std::uint64_t longest_token = 0;     ///< in characters
};

/// Reads all rows. `has_escapes`: the n-grams are written with backslash escapes (all units but words).
CountSummary summarize(sorani::NgramRows rows, bool has_escapes);

/// The summary as output. `text` is null if only counts are known, as with merged tables; its rows are left out then.
std::string summary_text(const CountSummary& counts, const sorani::TextStatistics* text, Format format);

}  // namespace ku::count
