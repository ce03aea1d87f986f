#include "common/io/diagnostics.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ku {
namespace {

/// What `use` writes to standard error.
template <typename Use>
std::string messages(Use use) {
  testing::internal::CaptureStderr();
  use();
  return testing::internal::GetCapturedStderr();
}

TEST(Diagnostics, KeepTheHighestStatus) {
  Diagnostics diagnostics("ku-test");
  EXPECT_EQ(diagnostics.exit_status(), 0);
  EXPECT_EQ(messages([&] { diagnostics.warning("careful"); }), "ku-test: careful\n");
  EXPECT_EQ(diagnostics.exit_status(), 0);
  EXPECT_EQ(messages([&] { diagnostics.usage_error("bad option"); }),
            "ku-test: bad option\nTry 'ku-test --help' for more information.\n");
  EXPECT_EQ(messages([&] { diagnostics.error("a: missing"); }), "ku-test: a: missing\n");
  EXPECT_EQ(diagnostics.exit_status(), 2);
}

TEST(Diagnostics, ErrorsCanHaveAnotherStatus) {
  Diagnostics diagnostics("ku-test");
  diagnostics.set_error_status(2);
  messages([&] { diagnostics.error("x"); });
  EXPECT_EQ(diagnostics.exit_status(), 2);
}

TEST(Diagnostics, QuietSuppressesWarningsOnly) {
  Diagnostics diagnostics("ku-test");
  diagnostics.set_quiet(true);
  EXPECT_EQ(messages([&] { diagnostics.warning("x"); }), "");
  EXPECT_EQ(messages([&] { diagnostics.error("y"); }), "ku-test: y\n");
  EXPECT_EQ(messages([&] { diagnostics.print("1\t2\n"); }), "1\t2\n");
}

TEST(Diagnostics, EscapeControls) {
  Diagnostics diagnostics("ku-test");
  EXPECT_EQ(messages([&] { diagnostics.error("a\x1B[31m\nb"); }), "ku-test: a\\u001b[31m\\nb\n");
}

TEST(Diagnostics, AMessageReplacesATransientLine) {
  Diagnostics diagnostics("ku-test");
  EXPECT_EQ(messages([&] {
              diagnostics.show_transient("50%");
              diagnostics.warning("x");
              diagnostics.show_transient("");
            }),
            "\r\033[K50%\r\033[Kku-test: x\n");
}

TEST(Diagnostics, OutOfMemoryIsAnError) {
  Diagnostics diagnostics("ku-test");
  EXPECT_EQ(messages([&] { diagnostics.out_of_memory(); }), "ku-test: out of memory\n");
  EXPECT_EQ(diagnostics.exit_status(), 1);
}

TEST(ShownName, QuotesAnEmptyName) {
  EXPECT_EQ(shown_name(""), "''");
  EXPECT_EQ(shown_name("a"), "a");
}

}  // namespace
}  // namespace ku
