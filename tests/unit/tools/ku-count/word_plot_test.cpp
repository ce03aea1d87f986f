#include "ku-count/plot/word_plot.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "support/list_rows.hpp"

namespace ku::count {
namespace {

using sorani::test::List;
using sorani::test::list_of;
using sorani::test::rows_of;

/// The lines of a data block of the script.
std::string block(const std::string& script, const std::string& name) {
  const std::string head = "$" + name + " << EOD\n";
  const std::size_t begin = script.find(head) + head.size();
  return script.substr(begin, script.find("EOD\n", begin) - begin);
}

FrequencySpectrum spectrum_of(const std::vector<std::uint64_t>& counts) {
  FrequencySpectrum spectrum;
  for (const std::uint64_t count : counts) spectrum.add(count);
  return spectrum;
}

TEST(ObservedRows, AddsEachRowToTheSpectrum) {
  const List list{{"a", 1}, {"b", 5}, {"c", 1}};
  FrequencySpectrum spectrum;
  EXPECT_EQ(list_of(observed_rows(rows_of(list), spectrum)), list);
  EXPECT_EQ(spectrum.types(), (std::map<std::uint64_t, std::uint64_t>{{1, 2}, {5, 1}}));
}

TEST(PlotScript, DrawsTheEndsOfEachFrequency) {
  EXPECT_EQ(block(plot_script(spectrum_of({9, 4, 4, 4, 1, 1})), "ranks"), "1 9\n2 4\n4 4\n5 1\n6 1\n");
}

TEST(PlotScript, DrawsNoPointsThatTouch) {
  const std::string script = plot_script(spectrum_of(std::vector<std::uint64_t>(100'000, 1)));
  EXPECT_EQ(block(script, "ranks"), "1 1\n100000 1\n");
  std::vector<std::uint64_t> different;
  for (std::uint64_t i = 1; i <= 10'000; ++i) different.push_back(i);
  const std::string ranks = block(plot_script(spectrum_of(different)), "ranks");
  EXPECT_LT(std::count(ranks.begin(), ranks.end(), '\n'), 2000);
}

// In half of the tokens, a type that occurs once is missing with probability 1/2, one that occurs twice with 1/4.
TEST(PlotScript, DrawsExpectedTypes) {
  const std::string growth = block(plot_script(spectrum_of({1, 1, 2})), "growth");
  EXPECT_EQ(growth.substr(0, 6), "0 0.0\n");
  EXPECT_NE(growth.find("\n2 1.8\n"), std::string::npos) << growth;
  EXPECT_TRUE(growth.ends_with("\n4 3.0\n")) << growth;
}

}  // namespace
}  // namespace ku::count
