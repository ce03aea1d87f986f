#include "compare/command.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <system_error>

namespace bench {
namespace {

constexpr int kCannotStart = 127;

/// Becomes the program that the words of `command` name, without a shell, whose start would be measured too.
void execute_words(const char* command) {
  std::istringstream in(command);
  std::vector<std::string> words{std::istream_iterator<std::string>(in), std::istream_iterator<std::string>()};
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  execvp(arguments[0], arguments.data());
}

/// In the child: becomes the command, or the shell that runs it. Returns only by leaving the process.
[[noreturn]] void become(const char* command, const char* input, const cpu_set_t& processors, bool shell) {
  // Where pinning is forbidden the command runs anywhere.
  sched_setaffinity(0, sizeof processors, &processors);
  const int in = open(input, O_RDONLY | O_CLOEXEC);
  const int out = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (in >= 0 && out >= 0 && dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0) {
    if (!shell) execute_words(command);
    execl("/bin/sh", "sh", "-c", command, static_cast<char*>(nullptr));
  }
  _exit(kCannotStart);
}

double seconds(const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6; }

}  // namespace

std::vector<int> allowed_processors() {
  cpu_set_t set;
  CPU_ZERO(&set);
  std::vector<int> result;
  if (sched_getaffinity(0, sizeof set, &set) == 0) {
    for (int i = 0; i < CPU_SETSIZE; ++i) {
      if (CPU_ISSET(i, &set)) result.push_back(i);
    }
  }
  return result;
}

Usage run_command(const std::string& command, const std::string& input, const std::vector<int>& processors,
                  bool shell) {
  cpu_set_t set;
  CPU_ZERO(&set);
  for (const int processor : processors) CPU_SET(static_cast<std::size_t>(processor), &set);

  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  const pid_t child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) become(command.c_str(), input.c_str(), set, shell);
  int status = 0;
  rusage used{};
  while (wait4(child, &status, 0, &used) < 0) {
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "wait4");
  }
  const std::chrono::duration<double> wall = Clock::now() - begin;
  if (WIFSIGNALED(status)) throw std::runtime_error(fmt::format("killed by signal {}", WTERMSIG(status)));
  if (WEXITSTATUS(status) != 0) throw std::runtime_error(fmt::format("exit status {}", WEXITSTATUS(status)));
  constexpr double kKilobyte = 1024;
  return {wall.count(), seconds(used.ru_utime) + seconds(used.ru_stime),
          static_cast<double>(used.ru_maxrss) * kKilobyte};
}

}  // namespace bench
