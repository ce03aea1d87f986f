#include "common/run_tool.hpp"

#include <fmt/format.h>

#include <exception>
#include <new>
#include <sorani/error.hpp>
#include <sorani/version.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "common/descriptor.hpp"
#include "common/help.hpp"
#include "common/output.hpp"

namespace ku {
namespace {

void print(std::string_view text) {
  Output output;
  output.write(text);
  output.commit();
}

}  // namespace

int run_tool(int argc, char** argv, CommandLine& line, const CommonOptions& options,
             const std::function<void(Diagnostics&)>& work) {
  guard_standard_streams();
  Diagnostics diagnostics(line.program());
  try {
    line.parse(std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
    diagnostics.set_quiet(options.quiet);
    if (options.help) {
      print(help_text(line));
    } else if (options.version) {
      print(fmt::format("{} (libsorani) {}\n", line.program(), sorani::version()));
    } else {
      work(diagnostics);
    }
  } catch (const UsageError& error) {
    diagnostics.usage_error(error.what());
  } catch (const sorani::Error& error) {
    diagnostics.usage_error(error.what());
  } catch (const std::bad_alloc&) {
    diagnostics.error("out of memory");
  } catch (const std::exception& error) {
    diagnostics.error(error.what());
  }
  return diagnostics.exit_status();
}

}  // namespace ku
