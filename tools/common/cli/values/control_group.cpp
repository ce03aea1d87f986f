#include "common/cli/values/control_group.hpp"

#include <algorithm>
#include <fstream>
#include <limits>
#include <optional>
#include <sstream>
#include <string_view>
#include <vector>

namespace ku {
namespace {

constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();

/// A mounted hierarchy of control groups with the memory controller.
struct Hierarchy {
  bool is_second_version;
  std::string top;    ///< the group at the mount point: "/" except in some containers
  std::string point;  ///< the mount point
};

bool has_word(const std::string& list, std::string_view word) {
  std::istringstream in(list);
  for (std::string item; std::getline(in, item, ',');) {
    if (item == word) return true;
  }
  return false;
}

// proc_pid_mountinfo(5): number, parent, device, root, mount point, options, optional fields, "-", type, source,
// options of the file system.
std::vector<Hierarchy> hierarchies(const std::string& root) {
  std::vector<Hierarchy> found;
  std::ifstream in(root + "/proc/self/mountinfo");
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string skipped, top, point, word, type, source, options;
    fields >> skipped >> skipped >> skipped >> top >> point;
    while (fields >> word && word != "-") {
    }
    fields >> type >> source >> options;
    if (type == "cgroup2") found.push_back({true, top, point});
    if (type == "cgroup" && has_word(options, "memory")) found.push_back({false, top, point});
  }
  return found;
}

// cgroups(7): hierarchy, controllers, path; the second version is hierarchy 0 and names no controllers.
std::optional<std::string> own_group(const std::string& root, bool is_second_version) {
  std::ifstream in(root + "/proc/self/cgroup");
  for (std::string line; std::getline(in, line);) {
    const std::size_t first = line.find(':');
    const std::size_t second = first == std::string::npos ? first : line.find(':', first + 1);
    if (second == std::string::npos) continue;
    const std::string controllers = line.substr(first + 1, second - first - 1);
    if (is_second_version ? line.starts_with("0::") : has_word(controllers, "memory")) return line.substr(second + 1);
  }
  return std::nullopt;
}

/// No limit is written as "max", as a huge number, or by the absence of the file.
std::uint64_t limit_in(const std::string& file) {
  std::ifstream in(file);
  std::uint64_t limit = 0;
  return in >> limit ? limit : kNoLimit;
}

}  // namespace

std::uint64_t control_group_memory(const std::string& root) {
  std::uint64_t memory = kNoLimit;
  for (const Hierarchy& hierarchy : hierarchies(root)) {
    std::string group = own_group(root, hierarchy.is_second_version).value_or("/");
    if (hierarchy.top != "/" && group.starts_with(hierarchy.top)) group.erase(0, hierarchy.top.size());
    const char* const file = hierarchy.is_second_version ? "/memory.max" : "/memory.limit_in_bytes";
    // The group and its ancestors, up to the one at the mount point.
    for (;;) {
      while (group.ends_with('/')) group.pop_back();
      memory = std::min(memory, limit_in(root + hierarchy.point + group + file));
      if (group.empty()) break;
      group.erase(std::min(group.rfind('/'), group.size()));
    }
  }
  return memory;
}

}  // namespace ku
