#include "ku-count/plot/word_plot.hpp"

#include <fmt/core.h>

#include <cmath>
#include <iterator>
#include <utility>

namespace ku::count {
namespace {

using sorani::NgramRows;

class ObservedRows : public sorani::NgramSource {
 public:
  ObservedRows(NgramRows rows, FrequencySpectrum& spectrum) : rows_(std::move(rows)), spectrum_(spectrum) {}

  bool next() override {
    if (!rows_.next()) return false;
    spectrum_.add(rows_.count());
    set(rows_.ngram(), rows_.count());
    return true;
  }
  std::string place() const override { return rows_.place(); }

 private:
  NgramRows rows_;
  FrequencySpectrum& spectrum_;
};

constexpr unsigned kGrowthPoints = 100;
/// A point is left out if its rank is less than this factor above that of the last point.
constexpr double kStep = 1.005;

/// Lines of rank and frequency, by rank. Types of equal frequency form a horizontal line, given by its two ends.
std::string rank_points(const FrequencySpectrum& spectrum) {
  std::string out;
  std::uint64_t before = 0;  // types of higher frequency
  double last = 0;
  const auto& types = spectrum.types();
  for (auto entry = types.rbegin(); entry != types.rend(); ++entry) {
    const std::uint64_t frequency = entry->first, number = entry->second;
    const auto point = [&](std::uint64_t rank) {
      if (static_cast<double>(rank) < last * kStep) return;
      fmt::format_to(std::back_inserter(out), "{} {}\n", rank, frequency);
      last = static_cast<double>(rank);
    };
    point(before + 1);
    if (number > 1) point(before + number);
    before += number;
  }
  return out;
}

/// Lines of a number of tokens and the expected number of types among them.
std::string growth_points(const FrequencySpectrum& spectrum) {
  double tokens = 0;
  double types = 0;
  for (const auto& [frequency, number] : spectrum.types()) {
    tokens += static_cast<double>(frequency) * static_cast<double>(number);
    types += static_cast<double>(number);
  }
  std::string out;
  for (unsigned i = 0; i <= kGrowthPoints; ++i) {
    const double share = static_cast<double>(i) / kGrowthPoints;
    double unseen = 0;
    for (const auto& [frequency, number] : spectrum.types()) {
      unseen += static_cast<double>(number) * std::pow(1 - share, static_cast<double>(frequency));
    }
    fmt::format_to(std::back_inserter(out), "{:.0f} {:.1f}\n", tokens * share, types - unseen);
  }
  return out;
}

}  // namespace

NgramRows observed_rows(NgramRows rows, FrequencySpectrum& spectrum) {
  return std::make_unique<ObservedRows>(std::move(rows), spectrum);
}

std::string plot_script(const FrequencySpectrum& spectrum) {
  return fmt::format(R"($ranks << EOD
{}EOD
$growth << EOD
{}EOD
set terminal svg size 1000,450 font "sans-serif,12" background "white"
set multiplot layout 1,2
set grid
unset key
set title "Frequency by rank"
set xlabel "rank"
set ylabel "frequency"
set logscale xy
set format x "10^{{%T}}"
set format y "10^{{%T}}"
plot $ranks using 1:2 with linespoints pointtype 7 pointsize 0.3
unset logscale
set title "Growth of the vocabulary"
set xlabel "tokens"
set ylabel "types"
set format x "%.0s%c"
set format y "%.0s%c"
set xtics rotate by -30
plot $growth using 1:2 with lines linewidth 2
unset multiplot
)",
                     rank_points(spectrum), growth_points(spectrum));
}

}  // namespace ku::count
