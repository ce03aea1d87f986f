// compare_commands: runs commands side by side, each once in every round, and prints one table: the medians of wall
// time and peak memory, speeds, and their ratios to iconv, to other programs for the same work and to the limits of the
// machine. bench/run writes its input, which compare/entry.hpp defines.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "compare/command.hpp"
#include "compare/entry.hpp"
#include "compare/report.hpp"

namespace {

/// Reads lines of name<TAB>bytes per second.
std::vector<bench::Limit> read_limits(const std::string& path) {
  std::ifstream file(path);
  std::vector<bench::Limit> limits;
  for (bench::Limit limit; file >> limit.name >> limit.bytes_per_second;) limits.push_back(limit);
  return limits;
}

/// The last of the allowed processors: the first ones serve most interrupts.
std::vector<int> last_processors(int count) {
  const auto all = bench::allowed_processors();
  return {all.size() > static_cast<std::size_t>(count) ? all.end() - count : all.begin(), all.end()};
}

/// Runs each command once: those on an empty input, whose start is measured, or the others.
void run_round(std::vector<bench::Entry>& entries, bool empty) {
  for (auto& entry : entries) {
    if (!entry.failure.empty() || (entry.input_bytes == 0) != empty) continue;
    try {
      entry.runs.push_back(
          bench::run_command(entry.command, entry.input, last_processors(entry.cores), entry.input_bytes > 0));
    } catch (const std::runtime_error& error) {
      entry.failure = error.what();
    }
  }
}

void write_file(const std::string& path, const std::string& text) {
  std::ofstream file(path);
  file << text << std::flush;
  if (!file) throw std::runtime_error(fmt::format("{}: cannot be written", path));
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Runs commands side by side and compares their speed.", "compare_commands");
  std::string path;
  std::string markdown;
  std::string limits_path;
  int runs = 5;
  int starts = 101;
  app.add_option("entries", path, "file of commands")->required()->check(CLI::ExistingFile);
  app.add_option("--runs", runs, "rounds")->check(CLI::PositiveNumber)->capture_default_str();
  app.add_option("--markdown", markdown, "also write the table as Markdown to this file");
  app.add_option("--starts", starts, "runs of the commands on an empty input")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--limits", limits_path, "file of the machine's limits")->check(CLI::ExistingFile);
  CLI11_PARSE(app, argc, argv);
  try {
    auto entries = bench::read_entries(path);
    const auto limits = limits_path.empty() ? std::vector<bench::Limit>() : read_limits(limits_path);
    for (int i = 1; i <= runs; ++i) {
      fmt::print(stderr, "round {} of {}\n", i, runs);
      run_round(entries, false);
    }
    for (int i = 1; i <= starts; ++i) run_round(entries, true);
    const std::string note = bench::busy_note(entries);
    fmt::print("{}{}{}", bench::table(entries, limits, false), note.empty() ? "" : "\n", note);
    if (!markdown.empty())
      write_file(markdown, bench::table(entries, limits, true) + (note.empty() ? "" : "\n") + note);
    for (const auto& entry : entries) {
      if (!entry.failure.empty()) throw std::runtime_error(fmt::format("{}: {}", entry.name, entry.failure));
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "compare_commands: {}\n", error.what());
    return 1;
  }
  return 0;
}
