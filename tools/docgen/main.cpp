// Writes the manual pages and the shell completions of the tools from their option tables and the prose beside them.
//
// usage: docgen [--check] ROOT
//
// ROOT is the root of the source tree: tools/TOOL/manual.md and tools/docgen/pages are read, man/ and completions/ are
// written. With --check nothing is written; outdated files are listed, and the exit status is 1.

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "docgen/formats.hpp"
#include "docgen/manual.hpp"
#include "docgen/tools.hpp"

namespace {

using std::filesystem::path;

struct Document {
  path file;
  std::string text;
};

std::string read(const path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const Document& document) {
  std::filesystem::create_directories(document.file.parent_path());
  std::ofstream stream(document.file, std::ios::binary);
  stream << document.text;
  stream.close();
  if (!stream) throw std::runtime_error(fmt::format("{}: cannot be written", document.file.string()));
}

/// The page of a file NAME.SECTION.md.
Document overview(const path& root, const path& prose) {
  const path name = prose.stem();
  const int section = std::stoi(name.extension().string().substr(1));
  return {root / "man" / name, ku::docgen::overview_page(section, ku::docgen::parse_manual(read(prose)))};
}

std::vector<Document> documents(const path& root) {
  std::vector<Document> all;
  for (const auto& entry : std::filesystem::directory_iterator(root / "tools/docgen/pages")) {
    try {
      all.push_back(overview(root, entry.path()));
    } catch (const std::exception& error) {
      throw std::runtime_error(fmt::format("{}: {}", entry.path().string(), error.what()));
    }
  }
  for (const ku::docgen::Tool& tool : ku::docgen::all_tools()) {
    const path prose = root / "tools" / tool.name / "manual.md";
    try {
      const ku::docgen::Manual manual = ku::docgen::parse_manual(read(prose));
      all.push_back({root / "man" / (tool.name + ".1"), ku::docgen::man_page(tool, manual)});
    } catch (const std::exception& error) {
      throw std::runtime_error(fmt::format("{}: {}", prose.string(), error.what()));
    }
    const path completions = root / "completions";
    all.push_back({completions / (tool.name + ".bash"), ku::docgen::bash_completion(tool)});
    all.push_back({completions / ("_" + tool.name), ku::docgen::zsh_completion(tool)});
    all.push_back({completions / (tool.name + ".fish"), ku::docgen::fish_completion(tool)});
  }
  return all;
}

int run(const std::vector<std::string_view>& arguments) {
  const bool check = arguments.size() == 2 && arguments[0] == "--check";
  if (arguments.size() != 1 && !check) {
    fmt::print(stderr, "usage: docgen [--check] ROOT\n");
    return 2;
  }
  int status = 0;
  for (const Document& document : documents(arguments.back())) {
    if (read(document.file) == document.text) continue;
    if (check) {
      fmt::print(stderr, "{}: not up to date; rewrite it with: cmake --build BUILD --target docs\n",
                 document.file.string());
      status = 1;
    } else {
      write(document);
      fmt::print("{}: rewritten\n", document.file.string());
    }
  }
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "docgen: {}\n", error.what());
    return 1;
  }
}
