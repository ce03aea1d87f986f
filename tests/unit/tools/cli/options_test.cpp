#include "common/cli/options.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/io/diagnostics.hpp"
#include "support/error_message.hpp"

namespace ku {
namespace {

CommonOptions parsed(std::vector<std::string> arguments) {
  CommonOptions options;
  CommandLine line("ku-test", "Test.");
  define_common_options(line, options);
  line.parse(std::move(arguments));
  return options;
}

std::string usage_error(std::vector<std::string> arguments) {
  return sorani::test::error_message<UsageError>([&] { parsed(std::move(arguments)); });
}

TEST(CommonOptions, HaveDefaults) {
  const CommonOptions options = parsed({});
  EXPECT_TRUE(options.files.empty());
  EXPECT_EQ(options.output, "-");
  EXPECT_EQ(options.jobs, 1U);
  EXPECT_EQ(options.terminator(), '\n');
  EXPECT_EQ(options.invalid, Invalid::fail);
  EXPECT_EQ(options.encoding, "");
  EXPECT_EQ(options.progress, ProgressMode::automatic);
  EXPECT_EQ(options.chunk_size, kDefaultChunkSize);
}

TEST(CommonOptions, AreRead) {
  const CommonOptions options = parsed({"-z", "-o", "out", "-j", "3", "--invalid", "skip", "--encoding=windows-1256",
                                        "--no-progress", "-q", "--chunk-size", "7", "a", "b"});
  EXPECT_EQ(options.terminator(), '\0');
  EXPECT_EQ(options.output, "out");
  EXPECT_EQ(options.jobs, 3U);
  EXPECT_EQ(options.invalid, Invalid::skip);
  EXPECT_EQ(options.encoding, "windows-1256");
  EXPECT_EQ(options.progress, ProgressMode::never);
  EXPECT_TRUE(options.quiet);
  EXPECT_EQ(options.chunk_size, 7U);
  EXPECT_EQ(options.files, (std::vector<std::string>{"a", "b"}));
}

TEST(CommonOptions, TakeTheLastOfSeveral) {
  EXPECT_EQ(parsed({"--invalid", "skip", "--invalid", "replace"}).invalid, Invalid::replace);
  EXPECT_EQ(parsed({"-j", "2", "-j", "4"}).jobs, 4U);
}

TEST(CommonOptions, UseOneThreadPerCoreFor0) { EXPECT_GE(parsed({"-j", "0"}).jobs, 1U); }

TEST(CommonOptions, RejectBadValues) {
  EXPECT_EQ(usage_error({"-j", "1025"}), "--jobs: '1025' is not a number from 0 to 1024");
  EXPECT_EQ(usage_error({"--invalid", "ignore"}), "--invalid: 'ignore' is not one of fail, replace, skip");
  EXPECT_EQ(usage_error({"--encoding", "kurdish"}), "--encoding: unknown charset 'kurdish'");
  EXPECT_EQ(usage_error({"-o", "a", "-o", "b"}), "--output: both 'a' and 'b' are given");
  EXPECT_EQ(usage_error({"--chunk-size", "0"}), "--chunk-size: '0' is not a number from 1 to 1073741824");
}

}  // namespace
}  // namespace ku
