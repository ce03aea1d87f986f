#include "common/cli/run/run_tool.hpp"

#include <fmt/core.h>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <sorani/error.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/help.hpp"
#include "common/cli/version.hpp"
#include "common/io/descriptor.hpp"
#include "common/io/output/file_removal.hpp"
#include "common/io/output/output.hpp"

namespace ku {
namespace {

void print(std::string_view text) {
  Output output;
  output.write(text);
  output.commit();
}

Diagnostics* diagnostics_at_end = nullptr;

[[noreturn]] void exit_out_of_memory() noexcept {
  remove_unfinished_files();
  if (diagnostics_at_end == nullptr) {
    Diagnostics(program_invocation_short_name).out_of_memory();
    ::_exit(1);
  }
  diagnostics_at_end->out_of_memory();
  ::_exit(diagnostics_at_end->exit_status());
}

/// The terminate handler. Out of memory ends here where `noexcept` functions (those of other libraries too) allocate,
/// and where throwing itself needs memory, in which case there is no current exception. The program then removes its
/// unfinished files, prints the usual message and exits with the usual status.
[[noreturn]] void on_terminate() noexcept {
  try {
    if (!std::current_exception()) exit_out_of_memory();
    throw;
  } catch (const std::bad_alloc&) {
    exit_out_of_memory();
  } catch (...) {
    std::fputs("terminated by an exception that nothing caught\n", stderr);
  }
  std::abort();
}

/// Runs before static initialization, which may run out of memory too.
[[gnu::constructor(101)]] void install_terminate_handler() { std::set_terminate(on_terminate); }

void report(Diagnostics& diagnostics) {
  try {
    throw;
  } catch (const UsageError& error) {
    diagnostics.usage_error(error.what());
  } catch (const sorani::Error& error) {
    diagnostics.usage_error(error.what());
  } catch (const std::bad_alloc&) {
    diagnostics.out_of_memory();
  } catch (const std::exception& error) {
    diagnostics.error(error.what());
  }
}

}  // namespace

int run_tool(const char* program, const std::function<void(Diagnostics&)>& work) noexcept {
  guard_standard_streams();
  Diagnostics diagnostics(program);
  diagnostics_at_end = &diagnostics;
  const std::terminate_handler before = std::set_terminate(on_terminate);
  try {
    work(diagnostics);
  } catch (...) {
    try {
      report(diagnostics);
    } catch (...) {
      diagnostics.out_of_memory();  // not enough memory for the message
    }
  }
  std::set_terminate(before);
  diagnostics_at_end = nullptr;
  return diagnostics.exit_status();
}

bool handle_help_and_version(int argc, char** argv, CommandLine& line, const CommonOptions& options,
                             Diagnostics& diagnostics) {
  line.parse(std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
  diagnostics.set_quiet(options.quiet);
  if (options.help) {
    print(help_text(line));
  } else if (options.version) {
    print(version_text(line.program()));
  }
  return options.help || options.version;
}

}  // namespace ku
