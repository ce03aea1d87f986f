#include "ku-count/plot/gnuplot.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "common/io/diagnostics.hpp"
#include "support/temporary_directory.hpp"

namespace ku::count {
namespace {

/// A PATH whose first folder is a temporary one.
class Gnuplot : public testing::Test {
 protected:
  Gnuplot() : path_(std::getenv("PATH")) {}
  ~Gnuplot() override { setenv("PATH", path_.c_str(), 1); }
  Gnuplot(const Gnuplot&) = delete;
  Gnuplot& operator=(const Gnuplot&) = delete;

  /// Makes gnuplot a shell script.
  void install(const std::string& script) {
    const auto file = directory_.write("gnuplot", "#!/bin/sh\n" + script);
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    setenv("PATH", (directory_.path().string() + ":" + path_).c_str(), 1);
  }
  void uninstall() { setenv("PATH", directory_.path().c_str(), 1); }

 private:
  sorani::test::TemporaryDirectory directory_;
  std::string path_;
};

TEST_F(Gnuplot, ReturnsWhatItPrints) {
  install("tr a-z A-Z\n");
  EXPECT_EQ(run_gnuplot("plot x"), "PLOT X");
}

TEST_F(Gnuplot, ReturnsNothingIfItFails) {
  install("echo half; exit 3\n");
  EXPECT_EQ(run_gnuplot("plot x"), std::nullopt);
}

TEST_F(Gnuplot, IsRequired) {
  install("exit 0\n");
  EXPECT_NO_THROW(require_gnuplot());
}

TEST_F(Gnuplot, IsMissing) {
  uninstall();
  EXPECT_THROW(require_gnuplot(), FatalError);
  EXPECT_THROW(run_gnuplot("plot x"), FatalError);
}

}  // namespace
}  // namespace ku::count
