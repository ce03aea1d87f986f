#include "common/io/output/replacement.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "common/io/diagnostics.hpp"
#include "support/temporary_directory.hpp"

namespace ku {
namespace {

using std::filesystem::path;

class ReplacementTest : public testing::Test {
 protected:
  std::string file(const std::string& name) const { return (directory_.path() / name).string(); }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(file(name)) << text;
    return file(name);
  }
  std::string content(const std::string& name) const {
    std::ifstream in(file(name));
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::ptrdiff_t file_count() const {
    return std::distance(std::filesystem::directory_iterator(directory_.path()), {});
  }

 private:
  sorani::test::TemporaryDirectory directory_;
};

void put(const Replacement& replacement, std::string_view text) {
  ASSERT_EQ(write_all(replacement.descriptor(), text), 0);
}

TEST_F(ReplacementTest, LeavesTheFileAsItWasUntilTheEnd) {
  write("a", "old");
  {
    const Replacement replacement(file("a"), "a");
    put(replacement, "new");
    EXPECT_EQ(content("a"), "old");
    EXPECT_EQ(file_count(), 2);
  }
  EXPECT_EQ(content("a"), "old");
  EXPECT_EQ(file_count(), 1);
  Replacement replacement(file("a"), "a");
  put(replacement, "new");
  replacement.commit();
  EXPECT_EQ(content("a"), "new");
  EXPECT_EQ(file_count(), 1);
}

TEST_F(ReplacementTest, KeepsABackup) {
  write("a", "old");
  write("a.bak", "older");
  Replacement replacement(file("a"), "a");
  put(replacement, "new");
  replacement.commit(".bak");
  EXPECT_EQ(content("a"), "new");
  EXPECT_EQ(content("a.bak"), "old");
  EXPECT_EQ(file_count(), 2);
}

// A second name of the file is no reason to leave anything behind.
TEST_F(ReplacementTest, KeepsABackupThatIsTheFileItself) {
  write("a", "old");
  std::filesystem::create_hard_link(file("a"), file("a.bak"));
  Replacement replacement(file("a"), "a");
  put(replacement, "new");
  replacement.commit(".bak");
  EXPECT_EQ(content("a"), "new");
  EXPECT_EQ(content("a.bak"), "old");
  EXPECT_EQ(file_count(), 2);
}

TEST_F(ReplacementTest, DoesNotOverwriteWhatOthersHaveChanged) {
  write("a", "old");
  {
    Replacement replacement(file("a"), "a", Replacement::Lock::yes);
    put(replacement, "new");
    write("b", "other");
    std::filesystem::rename(file("b"), file("a"));
    EXPECT_THROW(replacement.commit(".bak"), FatalError);
  }
  EXPECT_EQ(content("a"), "other");
  {
    Replacement replacement(file("a"), "a", Replacement::Lock::yes);
    put(replacement, "new");
    write("a", "more than before");
    EXPECT_THROW(replacement.commit(".bak"), FatalError);
  }
  EXPECT_EQ(content("a"), "more than before");
  EXPECT_EQ(file_count(), 1);
}

TEST_F(ReplacementTest, WaitsForAnotherOne) {
  write("a", "0");
  std::atomic<int> at_once = 0;
  const auto count_up = [&] {
    for (int i = 0; i < 50; ++i) {
      Replacement replacement(file("a"), "a", Replacement::Lock::yes);
      EXPECT_EQ(++at_once, 1);
      put(replacement, std::to_string(std::stoi(content("a")) + 1));
      --at_once;
      replacement.commit();
    }
  };
  std::thread other(count_up);
  count_up();
  other.join();
  EXPECT_EQ(content("a"), "100");
}

// What root alone can set up: files of another owner. Without root there is no one else to be.
class ForeignFile : public ReplacementTest {
 protected:
  static constexpr uid_t kOther = 12345;
  static constexpr uid_t kSelf = 23456;

  void SetUp() override {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can make files of others";
    write("a", "old");
    ASSERT_EQ(::chown(file("a").c_str(), kOther, kOther), 0);
    ASSERT_EQ(::chmod(file("").c_str(), 0777), 0);
    ASSERT_EQ(::seteuid(kSelf), 0);
  }
  void TearDown() override { ASSERT_EQ(::seteuid(::getuid()), 0); }
  struct stat status(const std::string& name) const {
    struct stat found {};
    ::stat(file(name).c_str(), &found);
    return found;
  }
  void set_mode(mode_t mode) const {
    ASSERT_EQ(::seteuid(0), 0);
    ASSERT_EQ(::chmod(file("a").c_str(), mode), 0);
    ASSERT_EQ(::seteuid(kSelf), 0);
  }
};

TEST_F(ForeignFile, IsNotReplacedIfItMustNotBeWritten) {
  set_mode(0644);
  EXPECT_THROW(Replacement(file("a"), "a"), FatalError);
  EXPECT_EQ(file_count(), 1);
}

TEST_F(ForeignFile, KeepsItsOwner) {
  set_mode(0666);
  const ino_t before = status("a").st_ino;
  Replacement replacement(file("a"), "a");
  put(replacement, "new");
  EXPECT_EQ(content("a"), "old");
  replacement.commit(".bak");
  EXPECT_EQ(content("a"), "new");
  EXPECT_EQ(status("a").st_ino, before);
  EXPECT_EQ(status("a").st_uid, kOther);
  EXPECT_EQ(content("a.bak"), "old");
  // Whoever makes the backup is its owner, so nobody else may read it.
  EXPECT_EQ(status("a.bak").st_mode & 0777U, 0600U);
  EXPECT_EQ(file_count(), 2);
}

}  // namespace
}  // namespace ku
