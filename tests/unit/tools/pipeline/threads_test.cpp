#include "common/pipeline/threads.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

namespace ku {
namespace {

TEST(StartableThreads, AreAsManyAsAskedForWithoutLimits) {
  EXPECT_EQ(startable_threads(0), 1U);
  EXPECT_EQ(startable_threads(1), 1U);
  EXPECT_EQ(startable_threads(5), 5U);
}

// So little memory has no room for the stacks of so many threads; a few stacks may be left of earlier ones.
TEST(StartableThreads, AreFewerUnderALimit) {
  struct rlimit before {};
  ASSERT_EQ(getrlimit(RLIMIT_AS, &before), 0);
  struct rlimit limit = before;
  limit.rlim_cur = 1;
  ASSERT_EQ(setrlimit(RLIMIT_AS, &limit), 0);
  const unsigned threads = startable_threads(100);
  ASSERT_EQ(setrlimit(RLIMIT_AS, &before), 0);
  EXPECT_GE(threads, 1U);
  EXPECT_LT(threads, 100U);
}

}  // namespace
}  // namespace ku
