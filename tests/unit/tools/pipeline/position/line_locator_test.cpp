#include "common/pipeline/position/line_locator.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/pipeline/utf8_check.hpp"

namespace ku {
namespace {

/// An item of a file, checked as the pipeline does.
PipelineItem item(std::size_t file, bool begins_file, std::string_view text, Invalid invalid = Invalid::fail,
                  sorani::Fragment fragment = sorani::Fragment::whole) {
  PipelineItem item;
  item.file_number = file;
  item.begins_file = begins_file;
  item.chunk.text = text;
  item.chunk.fragment = fragment;
  check(item, invalid);
  return item;
}

TEST(LineLocator, AddsUpLines) {
  LineLocator locator;
  PipelineItem first = item(1, true, "a\nb\n");
  PipelineItem second = item(1, false, "c\n");
  PipelineItem other_file = item(2, true, "d\n");
  for (PipelineItem* const next : {&first, &second, &other_file}) locator.locate(*next);
  EXPECT_EQ(first.chunk.first_line, 1U);
  EXPECT_EQ(second.chunk.first_line, 3U);
  EXPECT_EQ(other_file.chunk.first_line, 1U);
}

TEST(LineLocator, AddsUpBytesOfALongLine) {
  LineLocator locator;
  PipelineItem first = item(1, true, "ab ", Invalid::fail, sorani::Fragment::first);
  PipelineItem middle = item(1, false, "cd ", Invalid::fail, sorani::Fragment::middle);
  PipelineItem last = item(1, false, "e\nf", Invalid::fail, sorani::Fragment::last);
  PipelineItem next = item(1, false, "g", Invalid::fail, sorani::Fragment::last);
  for (PipelineItem* const one : {&first, &middle, &last, &next}) locator.locate(*one);
  EXPECT_EQ(middle.chunk.first_byte, 3U);
  EXPECT_EQ(last.chunk.first_byte, 6U);
  EXPECT_EQ(next.chunk.first_line, 2U);
  EXPECT_EQ(next.chunk.first_byte, 1U);
}

TEST(LineLocator, MakesThePositionOfAFaultAbsoluteAndDropsTheRest) {
  LineLocator locator;
  PipelineItem first = item(1, true, "a\nb\n");
  PipelineItem faulty = item(1, false, "c\nd\xFFz\n");
  PipelineItem rest = item(1, false, "e\n");
  PipelineItem other_file = item(2, true, "f\n");
  for (PipelineItem* const next : {&first, &faulty, &rest, &other_file}) locator.locate(*next);
  ASSERT_TRUE(faulty.fault);
  EXPECT_EQ(faulty.fault->line, 4U);
  EXPECT_EQ(faulty.fault->byte, 2U);
  EXPECT_EQ(faulty.chunk.text, "c\n");
  EXPECT_FALSE(faulty.is_dropped);
  EXPECT_TRUE(rest.is_dropped);
  EXPECT_FALSE(other_file.is_dropped);
}

TEST(Check, RepairsIllFormedText) {
  const PipelineItem replaced = item(1, true, "a\xFF\xD8z\n", Invalid::replace);
  EXPECT_EQ(replaced.chunk.text, "a\uFFFD\uFFFDz\n");
  EXPECT_EQ(replaced.repairs, 2U);
  EXPECT_TRUE(replaced.chunk.is_repaired);
  const PipelineItem dropped = item(1, true, "a\xFF\xD8z\n", Invalid::skip);
  EXPECT_EQ(dropped.chunk.text, "az\n");
  EXPECT_EQ(dropped.repairs, 2U);
  const PipelineItem clean = item(1, true, "کورد\n", Invalid::replace);
  EXPECT_EQ(clean.repairs, 0U);
  EXPECT_FALSE(clean.chunk.is_repaired);
}

TEST(Check, NamesTheFault) {
  const PipelineItem faulty = item(1, true, "\xE2\x82z\n");
  ASSERT_TRUE(faulty.fault);
  EXPECT_TRUE(faulty.fault->message.starts_with("ill-formed UTF-8: ")) << faulty.fault->message;
  EXPECT_TRUE(faulty.fault->message.ends_with(": E2 82")) << faulty.fault->message;
  EXPECT_EQ(faulty.chunk.text, "");
}

TEST(Check, TerminatesARecordWhosePartsWereHandedOn) {
  const PipelineItem faulty = item(1, false, "b\xFF", Invalid::fail, sorani::Fragment::middle);
  EXPECT_EQ(faulty.chunk.text, "\n");
  EXPECT_EQ(faulty.chunk.fragment, sorani::Fragment::last);
}

}  // namespace
}  // namespace ku
