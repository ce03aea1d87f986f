#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <sorani/ngram_rows.hpp>
#include <string>

namespace ku::count {

/// How many types there are of each frequency. All that is drawn follows from it.
class FrequencySpectrum {
 public:
  void add(std::uint64_t count) { ++types_[count]; }

  /// For each frequency, the number of types that have it.
  const std::map<std::uint64_t, std::uint64_t>& types() const { return types_; }

 private:
  std::map<std::uint64_t, std::uint64_t> types_;
};

/// The same rows; those that go by are added to the spectrum, which must stay.
std::unique_ptr<sorani::NgramRows> observed_rows(std::unique_ptr<sorani::NgramRows> rows, FrequencySpectrum& spectrum);

/// A script for gnuplot that draws, as SVG on its standard output, the frequency of types by their rank (Zipf's law)
/// and the growth of the vocabulary.
///
/// Growth is what is to be expected in so many tokens taken from the text at random: binomial interpolation (R. H.
/// Baayen, Word Frequency Distributions, 2001, section 2.6). So it does not depend on the order of the text and can
/// be told from merged tables too.
std::string plot_script(const FrequencySpectrum& spectrum);

}  // namespace ku::count
