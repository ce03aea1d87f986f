#include "tools/tool_runner.hpp"

#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <map>
#include <sorani/normalizer.hpp>
#include <stdexcept>
#include <thread>

#include "common/io/descriptor.hpp"
#include "ku-count/run.hpp"
#include "ku-latin/run.hpp"
#include "ku-lid/run.hpp"
#include "ku-norm/run.hpp"
#include "ku-tok/run.hpp"

namespace ku::test {

void (*before_run)() = nullptr;

namespace {

/// Redirects a standard stream to another file while it lives.
class Redirection {
 public:
  Redirection(int stream, int file) : stream_(stream), before_(::dup(stream)) { ::dup2(file, stream); }
  ~Redirection() {
    ::dup2(before_, stream_);
    ::close(before_);
  }
  Redirection(const Redirection&) = delete;
  Redirection& operator=(const Redirection&) = delete;
  Redirection(Redirection&&) = delete;
  Redirection& operator=(Redirection&&) = delete;

 private:
  int stream_;
  int before_;
};

Descriptor memory_file() { return Descriptor(::memfd_create("stream", MFD_CLOEXEC)); }

std::string content(int file) {
  std::string text(static_cast<std::size_t>(::lseek(file, 0, SEEK_END)), '\0');
  if (::pread(file, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size())) {
    throw std::runtime_error("cannot read what a tool has written");
  }
  return text;
}

using Tool = int (*)(int, char**) noexcept;

Tool find_tool(const std::string& name) {
  static const std::map<std::string, Tool> tools = {{"ku-count", count::run_tool},
                                                    {"ku-latin", latin::run_tool},
                                                    {"ku-lid", lid::run_tool},
                                                    {"ku-norm", norm::run_tool},
                                                    {"ku-tok", tok::run_tool}};
  return tools.at(name);
}

int call(Tool tool, int argc, char** argv) {
  if (before_run == nullptr) return tool(argc, argv);
  const pid_t child = ::fork();
  if (child == 0) {
    before_run();
    ::_exit(tool(argc, argv));
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child) throw std::runtime_error("cannot run a child");
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Outcome run_on(const Command& command, const std::vector<std::string>& more, int input) {
  std::vector<std::string> arguments = {command.tool};
  arguments.insert(arguments.end(), command.options.begin(), command.options.end());
  arguments.insert(arguments.end(), more.begin(), more.end());
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  const Descriptor out = memory_file();
  const Descriptor err = memory_file();
  int status = 0;
  {
    const Redirection from(STDIN_FILENO, input);
    const Redirection to(STDOUT_FILENO, out.get());
    const Redirection messages(STDERR_FILENO, err.get());
    status = call(find_tool(command.tool), static_cast<int>(pointers.size()), pointers.data());
  }
  return {status, content(out.get()), content(err.get())};
}

/// Waits until everything has been read from a pipe or the reader has ended (--check does not read on after a
/// difference), and a moment more: the reader looks whether there is more.
void wait_until_empty(int pipe, const std::atomic<bool>& has_ended) {
  using namespace std::chrono_literals;
  int waiting = 0;
  while (!has_ended && ::ioctl(pipe, FIONREAD, &waiting) == 0 && waiting > 0) std::this_thread::sleep_for(20us);
  std::this_thread::sleep_for(50us);
}

}  // namespace

std::string shown(const Command& command) {
  std::string text = command.tool;
  for (const std::string& option : command.options) text += ' ' + option;
  return text;
}

Outcome run(const Command& command, const std::vector<std::string>& arguments, std::string_view input) {
  const Descriptor file = memory_file();
  if (write_all(file.get(), input) != 0 || ::lseek(file.get(), 0, SEEK_SET) != 0) {
    throw std::runtime_error("cannot write the input of a tool");
  }
  return run_on(command, arguments, file.get());
}

Outcome run_in_parts(const Command& command, std::string_view input, std::size_t cut) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  std::atomic<bool> has_ended = false;
  std::thread writer([&] {
    write_all(to.get(), input.substr(0, cut));
    wait_until_empty(to.get(), has_ended);
    write_all(to.get(), input.substr(cut));
    to.close();
  });
  const Outcome outcome = run_on(command, {}, from.get());
  has_ended = true;
  writer.join();
  return outcome;
}

std::vector<Command> all_modes(const std::string& map_file) {
  std::vector<Command> modes;
  const auto add = [&](const char* tool, const std::vector<std::vector<std::string>>& all) {
    for (const auto& options : all) modes.push_back({tool, options});
  };
  add("ku-norm", {{},
                  {"-p", "none"},
                  {"-p", "encoding"},
                  {"-p", "orthography"},
                  {"-p", "search"},
                  {"--digits", "latin"},
                  {"--heh", "06be"},
                  {"-r", "+html,+urls,+emails,+split-digits,+punctuation,+arabic-punctuation"},
                  {"--map", map_file},
                  {"--explain"},
                  {"--check"},
                  {"--stats"},
                  {"--invalid", "replace"},
                  {"--invalid", "skip"},
                  {"--encoding", "windows-1256", "--invalid", "replace"},
                  {"-z"},
                  {"-p", "search", "-r", "+html,+urls,+punctuation", "--explain"}});
  for (const std::string_view font : sorani::Normalizer::fonts()) add("ku-norm", {{"--from", std::string(font)}});
  add("ku-tok", {{}, {"-s"}, {"-z"}, {"-s", "-z"}, {"-d"}, {"--split-digits"}, {"--types", "word"}});
  for (const char* const format : {"line", "column", "tsv", "jsonl", "conllu"}) {
    add("ku-tok", {{"-f", format}, {"-s", "-f", format}});
    if (std::string_view(format) != "conllu") add("ku-tok", {{"-f", format, "--types", "word,number"}});
  }
  for (const char* const scheme :
       {"hawar", "simple", "kal", "ala-lc", "bgn", "feryad", "wergor", "phonemic", "ipa", "strict"}) {
    add("ku-latin", {{"-s", scheme}, {"-r", "-s", scheme}});
  }
  add("ku-latin", {{"--syllables"},
                   {"--join-conjunction"},
                   {"-s", "bgn", "--join-conjunction", "--best", "2"},
                   {"--case", "sentence"},
                   {"--keep-punctuation"},
                   {"--best", "2"},
                   {"-z"},
                   {"-r", "-z"}});
  add("ku-lid", {{}, {"-f", "tsv"}, {"-f", "jsonl"}, {"-b", "3"}, {"-z"}, {"--min-score", "0.9"}});
  // With --keep, status 1 is an answer.
  add("ku-lid", {{"--keep", "ckb"}, {"--keep", "ckb", "-v"}, {"--keep", "und", "-z"}});
  add("ku-count", {{},
                   {"-n", "1-3"},
                   {"-u", "char", "-n", "1-2"},
                   {"-u", "grapheme"},
                   {"-u", "line"},
                   {"--pretokenized", "-n", "2"},
                   {"--all"},
                   {"--types", "word"},
                   {"--fold", "search", "-n", "2"},
                   {"--summary"},
                   {"-n", "1-2", "-S", "1b"},
                   {"--sort", "alphabet"},
                   {"-k", "-f", "json"},
                   {"-z", "-n", "2"}});
  return modes;
}

}  // namespace ku::test
