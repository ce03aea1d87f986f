#include "common/io/output/output.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "common/io/diagnostics.hpp"
#include "common/io/input/read_file.hpp"
#include "support/error_message.hpp"
#include "support/temporary_directory.hpp"

namespace ku {
namespace {

using sorani::test::error_message;
using Kind = OutputTarget::Kind;

class OutputTest : public testing::Test {
 protected:
  std::string path(const std::string& name) const {
    return (std::filesystem::canonical(directory_.path()) / name).string();
  }
  void write(const std::string& name, std::string_view content) const { directory_.write(name, content); }
  void link(const std::string& target, const std::string& name) const {
    std::filesystem::create_symlink(target, path(name));
  }

 private:
  sorani::test::TemporaryDirectory directory_;
};

TEST_F(OutputTest, FindsWhatANameRefersTo) {
  write("file", "");
  EXPECT_EQ(find_output_target(path("file")).kind, Kind::regular);
  EXPECT_EQ(find_output_target(path("new")).kind, Kind::absent);
  EXPECT_EQ(find_output_target("/dev/null").kind, Kind::special);
  EXPECT_EQ(find_output_target("-").descriptor, STDOUT_FILENO);
  EXPECT_EQ(find_output_target("/dev/fd/7").descriptor, 7);
}

TEST_F(OutputTest, FollowsLinks) {
  write("file", "");
  link("file", "a");
  link("a", "b");
  link("missing", "dangling");
  link("loop", "loop");
  EXPECT_EQ(find_output_target(path("b")).path, path("file"));
  EXPECT_EQ(find_output_target(path("dangling")).path, path("missing"));
  EXPECT_EQ(find_output_target(path("dangling")).kind, Kind::absent);
  EXPECT_EQ(error_message<FatalError>([&] { find_output_target(path("loop")); }),
            path("loop") + ": Too many levels of symbolic links");
  EXPECT_TRUE(is_same_target(find_output_target(path("b")), find_output_target(path("file"))));
  EXPECT_FALSE(is_same_target(find_output_target(path("b")), find_output_target(path("new"))));
  EXPECT_EQ(resolved_name(path("b")), path("file"));
  EXPECT_EQ(resolved_name(path("none")), path("none"));
}

TEST_F(OutputTest, RejectsDirectories) {
  EXPECT_EQ(error_message<FatalError>([&] { find_output_target(path("")); }), path("") + ": Is a directory");
  EXPECT_EQ(error_message<FatalError>([&] { find_output_target(path("no/file")); }),
            path("no/file") + ": No such file or directory");
}

TEST_F(OutputTest, ReplacesAFileAtTheEnd) {
  write("file", "old");
  Output output(path("file"));
  EXPECT_TRUE(output.is_replacing());
  EXPECT_FALSE(output.identity());
  output.write("new");
  EXPECT_EQ(read_file(path("file")), "old");
  output.commit(".bak");
  EXPECT_EQ(read_file(path("file")), "new");
  EXPECT_EQ(read_file(path("file.bak")), "old");
}

TEST_F(OutputTest, LeavesNothingWithoutCommit) {
  { Output(path("file")).write("new"); }
  EXPECT_FALSE(std::filesystem::exists(path("file")));
}

}  // namespace
}  // namespace ku
