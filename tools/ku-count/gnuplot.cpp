#include "ku-count/gnuplot.hpp"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "common/descriptor.hpp"
#include "common/diagnostics.hpp"
#include "common/output.hpp"
#include "common/temporary_file.hpp"

namespace ku::count {
namespace {

constexpr const char* kProgram = "gnuplot";

bool is_on_path(const std::string& program) {
  const char* const path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    if (::access(fmt::format("{}/{}", rest.substr(0, end), program).c_str(), X_OK) == 0) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

[[noreturn]] void fail(int error) { throw FatalError(fmt::format("{}: {}", kProgram, error_text(error))); }

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Starts gnuplot with these as its standard input and output, and waits for it. Returns what `waitpid` tells.
int run_program(int input, int output) {
  posix_spawn_file_actions_t actions;
  if (const int error = ::posix_spawn_file_actions_init(&actions); error != 0) fail(error);
  const std::unique_ptr<posix_spawn_file_actions_t, int (*)(posix_spawn_file_actions_t*)> owner(
      &actions, ::posix_spawn_file_actions_destroy);
  ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  std::string name = kProgram;
  char* const arguments[] = {name.data(), nullptr};
  pid_t process = 0;
  if (const int error = ::posix_spawnp(&process, kProgram, &actions, nullptr, arguments, environ); error != 0) {
    fail(error);
  }
  int status = 0;
  while (::waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) fail(errno);
  }
  return status;
}

}  // namespace

void require_gnuplot() {
  if (is_on_path(kProgram)) return;
  throw FatalError("--plot needs gnuplot, which is not installed; Debian has it as gnuplot-nox");
}

void run_gnuplot(const std::string& script, const std::string& file) {
  const std::unique_ptr<std::FILE, CloseFile> input(std::tmpfile());
  if (!input) fail(errno);
  const int descriptor = ::fileno(input.get());
  if (const int error = write_all(descriptor, script); error != 0) fail(error);
  if (::lseek(descriptor, 0, SEEK_SET) != 0) fail(errno);
  TemporaryFile output(resolved_name(file));
  if (const int status = run_program(descriptor, output.descriptor()); status != 0) {
    throw FatalError(fmt::format("{}: not written, since {} failed", file, kProgram));
  }
  output.replace_target();
}

}  // namespace ku::count
