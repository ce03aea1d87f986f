#pragma once

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include <cstdint>
#include <string>

namespace sorani::test {

/// A test that is run once for each instruction set that the vector code is compiled for and this machine has:
///
///     class MyTest : public test::OnEachInstructionSet {};
///     SORANI_ON_EACH_INSTRUCTION_SET(MyTest);
///     TEST_P(MyTest, …)
class OnEachInstructionSet : public testing::TestWithParam<std::int64_t> {
 protected:
  void SetUp() override { hwy::SetSupportedTargetsForTest(GetParam()); }
  void TearDown() override { hwy::SetSupportedTargetsForTest(0); }
};

inline std::string instruction_set_name(const testing::TestParamInfo<std::int64_t>& set) {
  return hwy::TargetName(set.param);
}

#define SORANI_ON_EACH_INSTRUCTION_SET(suite)                                                 \
  INSTANTIATE_TEST_SUITE_P(On, suite, testing::ValuesIn(hwy::SupportedAndGeneratedTargets()), \
                           ::sorani::test::instruction_set_name)

}  // namespace sorani::test
