#include "common/cli/run_tool.hpp"

#include <fmt/format.h>

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

[[noreturn]] void end_without_memory() noexcept {
  remove_unfinished_files();
  if (diagnostics_at_end == nullptr) {
    Diagnostics(program_invocation_short_name).out_of_memory();
    ::_exit(1);
  }
  diagnostics_at_end->out_of_memory();
  ::_exit(diagnostics_at_end->exit_status());
}

/// Functions that promise not to throw may need memory nevertheless, those of other libraries too; so may throwing
/// itself, and then there is no exception. The program cannot go on, but it ends as it should.
[[noreturn]] void end_at_once() noexcept {
  try {
    if (!std::current_exception()) end_without_memory();
    throw;
  } catch (const std::bad_alloc&) {
    end_without_memory();
  } catch (...) {
    std::fputs("terminated by an exception that nothing caught\n", stderr);
  }
  std::abort();
}

/// Before the static objects are made, some of which need memory too.
[[gnu::constructor(101)]] void end_early_as_it_should() { std::set_terminate(end_at_once); }

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
  const std::terminate_handler before = std::set_terminate(end_at_once);
  try {
    work(diagnostics);
  } catch (...) {
    try {
      report(diagnostics);
    } catch (...) {
      diagnostics.out_of_memory();  // there was not enough for the message
    }
  }
  std::set_terminate(before);
  diagnostics_at_end = nullptr;
  return diagnostics.exit_status();
}

bool is_answered(int argc, char** argv, CommandLine& line, const CommonOptions& options, Diagnostics& diagnostics) {
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
