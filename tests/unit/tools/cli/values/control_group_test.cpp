#include "common/cli/values/control_group.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <string>

#include "support/temporary_directory.hpp"

namespace ku {
namespace {

constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();

class ControlGroupMemory : public testing::Test {
 protected:
  void write(const std::string& file, const std::string& text) {
    const std::filesystem::path path = root() + file;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }
  std::string root() const { return directory_.path().string(); }

 private:
  sorani::test::TemporaryDirectory directory_;
};

TEST_F(ControlGroupMemory, IsUnlimitedWithoutGroups) { EXPECT_EQ(control_group_memory(root()), kNoLimit); }

TEST_F(ControlGroupMemory, IsThatOfTheOwnGroup) {
  write("/proc/self/mountinfo", "30 23 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n");
  write("/proc/self/cgroup", "0::/user.slice/job\n");
  write("/sys/fs/cgroup/user.slice/memory.max", "max\n");
  write("/sys/fs/cgroup/user.slice/job/memory.max", "4096000\n");
  write("/sys/fs/cgroup/user.slice/other/memory.max", "1\n");
  EXPECT_EQ(control_group_memory(root()), 4'096'000U);
}

TEST_F(ControlGroupMemory, IsNoMoreThanThatOfAGroupAround) {
  write("/proc/self/mountinfo", "30 23 0:26 / /cg rw shared:4 - cgroup2 none rw\n");
  write("/proc/self/cgroup", "0::/a/b/c\n");
  write("/cg/a/memory.max", "5000\n");
  write("/cg/a/b/c/memory.max", "6000\n");
  EXPECT_EQ(control_group_memory(root()), 5000U);
}

TEST_F(ControlGroupMemory, KnowsTheFirstVersion) {
  write("/proc/self/mountinfo",
        "40 32 0:36 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu,cpuacct\n"
        "41 32 0:37 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n");
  write("/proc/self/cgroup", "5:cpu,cpuacct:/x\n4:memory:/slurm/job_7\n");
  write("/sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
  write("/sys/fs/cgroup/memory/slurm/job_7/memory.limit_in_bytes", "700\n");
  EXPECT_EQ(control_group_memory(root()), 700U);
}

// A container that sees only its own group at the mount point, but the path of the machine outside.
TEST_F(ControlGroupMemory, KnowsGroupsMountedInContainers) {
  write("/proc/self/mountinfo", "41 32 0:37 /docker/4711 /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n");
  write("/proc/self/cgroup", "4:memory:/docker/4711\n");
  write("/sys/fs/cgroup/memory/memory.limit_in_bytes", "800\n");
  EXPECT_EQ(control_group_memory(root()), 800U);
}

}  // namespace
}  // namespace ku
