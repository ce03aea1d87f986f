#pragma once

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include <cstdint>
#include <string>
#include <vector>

#include "base/instruction_sets.hpp"

namespace sorani::test {

/// A test that is run once for each instruction set that the vector code is compiled for and this machine has:
///
///     class MyTest : public test::OnEachInstructionSet {};
///     SORANI_ON_EACH_INSTRUCTION_SET(MyTest);
///     TEST_P(MyTest, …)
class OnEachInstructionSet : public testing::TestWithParam<std::int64_t> {
 protected:
  void SetUp() override { base::use_only(GetParam()); }
  void TearDown() override { base::use_only(0); }
};

inline std::vector<std::int64_t> instruction_sets() {
  std::vector<std::int64_t> sets;
  // From the lowest bit, the best set, to the highest.
  for (std::int64_t left = base::supported_targets(); left != 0; left &= left - 1) sets.push_back(left & -left);
  return sets;
}

inline std::string instruction_set_name(const testing::TestParamInfo<std::int64_t>& set) {
  return hwy::TargetName(set.param);
}

#define SORANI_ON_EACH_INSTRUCTION_SET(suite)                                                \
  INSTANTIATE_TEST_SUITE_P(On, suite, testing::ValuesIn(::sorani::test::instruction_sets()), \
                           ::sorani::test::instruction_set_name)

}  // namespace sorani::test
