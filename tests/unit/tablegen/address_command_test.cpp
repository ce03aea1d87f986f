// What a slip in the list of domains does to the build: it stops with the file and the line.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "commands/commands.hpp"
#include "support/expect_error.hpp"
#include "support/temporary_directory.hpp"

namespace tablegen {
namespace {

using sorani::test::tablegen_error;
using sorani::test::TemporaryDirectory;

/// The error of a list with these rows, without the directory.
std::string error_of(const std::string& rows) {
  const TemporaryDirectory directory;
  directory.write("top-level-domains.tsv", "domain\tsource\n" + rows);
  const std::vector<std::string> arguments{directory.path(), directory.path() / "out.cpp"};
  const std::string message = tablegen_error([&] { address_command(arguments); });
  const std::string prefix = directory.path().string() + '/';
  return message.starts_with(prefix) ? message.substr(prefix.size()) : message;
}

TEST(AddressCommand, WithAWrongListStopsTheBuild) {
  EXPECT_EQ(error_of("com\t\n"), "top-level-domains.tsv:2: no source");
  EXPECT_EQ(error_of("net\tIANA\ncom\tIANA\n"), "top-level-domains.tsv:3: not in the order of bytes");
  EXPECT_EQ(error_of("Com\tIANA\n"), "top-level-domains.tsv:2: not in lower case");
}

}  // namespace
}  // namespace tablegen
