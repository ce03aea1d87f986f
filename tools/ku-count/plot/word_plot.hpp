#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <sorani/ngram_rows.hpp>
#include <string>

namespace ku::count {

/// The frequency spectrum: how many types have each frequency. Both curves of the plot are computed from it.
class FrequencySpectrum {
 public:
  void add(std::uint64_t count) { ++types_[count]; }

  /// Frequency to number of types.
  const std::map<std::uint64_t, std::uint64_t>& types() const { return types_; }

 private:
  std::map<std::uint64_t, std::uint64_t> types_;
};

/// The same rows; each is added to the spectrum when it is read. The spectrum must outlive the rows.
sorani::NgramRows observed_rows(sorani::NgramRows rows, FrequencySpectrum& spectrum);

/// A script for gnuplot that draws, as SVG on its standard output, the frequency of types by their rank (Zipf's law)
/// and the growth of the vocabulary.
///
/// Growth is the expected number of types in a random sample of so many tokens, by binomial interpolation (R. H.
/// Baayen, Word Frequency Distributions, 2001, section 2.6): with N tokens in all, of which a sample of share t, a type
/// of frequency f is missing with probability (1 - t)^f. So it needs no more than the spectrum, does not depend on the
/// order of the text, and works for merged tables.
std::string plot_script(const FrequencySpectrum& spectrum);

}  // namespace ku::count
