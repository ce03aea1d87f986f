// compare_commands: runs commands side by side, each once in every round, and prints the medians of wall time, CPU time
// and peak memory, with ratios. bench/run writes its input: lines of
//   name<TAB>reference (0 or 1)<TAB>cores<TAB>input file<TAB>shell command

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "compare/command.hpp"
#include "compare/report.hpp"

namespace {

std::vector<bench::Entry> read_entries(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(fmt::format("{}: cannot be read", path));
  std::vector<bench::Entry> entries;
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    bench::Entry entry;
    std::string reference;
    std::string cores;
    std::getline(fields, entry.name, '\t');
    std::getline(fields, reference, '\t');
    std::getline(fields, cores, '\t');
    std::getline(fields, entry.input, '\t');
    std::getline(fields, entry.command);
    if (entry.command.empty()) throw std::runtime_error(fmt::format("{}: too few fields: {}", path, line));
    entry.reference = reference == "1";
    entry.cores = std::stoi(cores);
    entry.input_bytes = static_cast<double>(std::filesystem::file_size(entry.input));
    entries.push_back(std::move(entry));
  }
  return entries;
}

/// The last of the allowed processors: the first ones serve most interrupts.
std::vector<int> last_processors(int count) {
  const auto all = bench::allowed_processors();
  return {all.size() > static_cast<std::size_t>(count) ? all.end() - count : all.begin(), all.end()};
}

void run_round(std::vector<bench::Entry>& entries) {
  for (auto& entry : entries) {
    if (!entry.failure.empty()) continue;
    try {
      entry.runs.push_back(bench::run_command(entry.command, entry.input, last_processors(entry.cores)));
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
  int runs = 5;
  app.add_option("entries", path, "file of commands")->required()->check(CLI::ExistingFile);
  app.add_option("--runs", runs, "rounds")->check(CLI::PositiveNumber)->capture_default_str();
  app.add_option("--markdown", markdown, "also write the table as Markdown to this file");
  CLI11_PARSE(app, argc, argv);
  try {
    auto entries = read_entries(path);
    for (int i = 1; i <= runs; ++i) {
      fmt::print(stderr, "round {} of {}\n", i, runs);
      run_round(entries);
    }
    const std::string note = bench::busy_note(entries);
    fmt::print("{}{}{}", bench::table(entries, false), note.empty() ? "" : "\n", note);
    if (!markdown.empty()) write_file(markdown, bench::table(entries, true) + (note.empty() ? "" : "\n") + note);
    for (const auto& entry : entries) {
      if (!entry.failure.empty()) throw std::runtime_error(fmt::format("{}: {}", entry.name, entry.failure));
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "compare_commands: {}\n", error.what());
    return 1;
  }
  return 0;
}
