#include "common/records/json/pointer.hpp"

#include <gtest/gtest.h>

namespace ku {
namespace {

using Steps = std::vector<std::string>;

TEST(ParseField, TakesANameAsItIs) {
  EXPECT_EQ(parse_field("text"), Steps{"text"});
  EXPECT_EQ(parse_field("a/b~c"), Steps{"a/b~c"});
}

// The examples of RFC 6901.
TEST(ParseField, ReadsPointers) {
  EXPECT_EQ(parse_field("/"), Steps{""});
  EXPECT_EQ(parse_field("/foo/0"), (Steps{"foo", "0"}));
  EXPECT_EQ(parse_field("/a~1b"), Steps{"a/b"});
  EXPECT_EQ(parse_field("/m~0n"), Steps{"m~n"});
  EXPECT_EQ(parse_field("/~01"), Steps{"~1"});
  EXPECT_EQ(parse_field("//x/"), (Steps{"", "x", ""}));
}

TEST(ParseField, RejectsATildeThatStandsForNothing) {
  EXPECT_EQ(parse_field("/a~"), std::nullopt);
  EXPECT_EQ(parse_field("/a~2"), std::nullopt);
}

TEST(PointerTree, FindsTheFieldsByTheirSteps) {
  PointerTree tree;
  tree.add({"text"});
  tree.add({"meta", "title"});
  tree.add({"text"});
  tree.add({"list", "10"});
  EXPECT_EQ(tree.pointers(), (Steps{"/text", "/meta/title", "/list/10"}));
  EXPECT_EQ(tree.child(tree.root(), "text")->field, 0);
  const auto* const meta = tree.child(tree.root(), "meta");
  EXPECT_EQ(meta->field, PointerTree::kNoField);
  EXPECT_EQ(tree.child(*meta, "title")->field, 1);
  EXPECT_EQ(tree.child(*meta, "x"), nullptr);
  const auto* const list = tree.child(tree.root(), "list");
  EXPECT_EQ(tree.child(*list, std::size_t{10})->field, 2);
  EXPECT_EQ(tree.child(*list, std::size_t{1}), nullptr);
}

TEST(PointerTree, WritesPointersWithEscapes) {
  PointerTree tree;
  tree.add({"a/b", "~"});
  EXPECT_EQ(tree.pointers(), Steps{"/a~1b/~0"});
}

}  // namespace
}  // namespace ku
