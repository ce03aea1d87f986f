#include "compare/entry.hpp"

#include <fmt/core.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace bench {
namespace {

Role role_of(const std::string& name) {
  if (name == "iconv") return Role::iconv;
  if (name == "peer") return Role::peer;
  if (name == "stage") return Role::stage;
  if (name == "-") return Role::tool;
  throw std::runtime_error(fmt::format("no role '{}'", name));
}

}  // namespace

std::vector<Entry> read_entries(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(fmt::format("{}: cannot be read", path));
  std::vector<Entry> entries;
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    const auto next = [&] {
      std::string field;
      std::getline(fields, field, '\t');
      return field;
    };
    Entry entry;
    entry.group = next();
    entry.name = next();
    const std::string role = next();
    entry.text = next();
    entry.base = next();
    const std::string cores = next();
    const std::string bytes = next();
    entry.input = next();
    std::getline(fields, entry.command);
    if (entry.command.empty()) throw std::runtime_error(fmt::format("{}: too few fields: {}", path, line));
    entry.role = role_of(role);
    entry.cores = std::stoi(cores);
    entry.input_bytes = std::stod(bytes);
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace bench
