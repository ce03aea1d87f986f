// What a slip in the list of domains does to the build: it stops with the file and the line.

#include <gtest/gtest.h>

#include <string>

#include "commands/commands.hpp"
#include "tablegen/data_fixture.hpp"

namespace tablegen {
namespace {

class AddressData : public sorani::test::TablegenData {
 protected:
  AddressData() : TablegenData(address_command, {"top-level-domains.tsv"}) {}
};

TEST_F(AddressData, IsRight) { EXPECT_NO_THROW(run()); }

TEST_F(AddressData, WithAWrongListStopsTheBuild) {
  const auto error = [&](const std::string& rows) {
    return error_with("top-level-domains.tsv", "domain\tsource\n" + rows);
  };
  EXPECT_EQ(error("com\t\n"), "top-level-domains.tsv:2: no source");
  EXPECT_EQ(error("net\tIANA\ncom\tIANA\n"), "top-level-domains.tsv:3: not in the order of bytes");
  EXPECT_EQ(error("Com\tIANA\n"), "top-level-domains.tsv:2: not in lower case");
}

}  // namespace
}  // namespace tablegen
