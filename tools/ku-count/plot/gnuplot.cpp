#include "ku-count/plot/gnuplot.hpp"

#include <fmt/core.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "common/io/descriptor.hpp"
#include "common/io/diagnostics.hpp"

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

using TemporaryStream = std::unique_ptr<std::FILE, CloseFile>;

TemporaryStream temporary_stream() {
  TemporaryStream stream(std::tmpfile());
  if (!stream) fail(errno);
  return stream;
}

std::string content_of(int file) {
  const auto status = status_of(file);
  if (!status || ::lseek(file, 0, SEEK_SET) != 0) fail(errno);
  std::string content(static_cast<std::size_t>(status->st_size), '\0');
  std::size_t size = 0;
  while (const std::ptrdiff_t count = read_some(file, content.data() + size, content.size() - size)) {
    if (count < 0) fail(errno);
    size += static_cast<std::size_t>(count);
  }
  content.resize(size);
  return content;
}

/// Runs gnuplot with these descriptors as its standard input and output. Returns its wait status.
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

std::optional<std::string> run_gnuplot(const std::string& script) {
  const TemporaryStream input = temporary_stream();
  const TemporaryStream output = temporary_stream();
  const int from = ::fileno(input.get());
  if (const int error = write_all(from, script); error != 0) fail(error);
  if (::lseek(from, 0, SEEK_SET) != 0) fail(errno);
  const int to = ::fileno(output.get());
  if (run_program(from, to) != 0) return std::nullopt;
  return content_of(to);
}

}  // namespace ku::count
