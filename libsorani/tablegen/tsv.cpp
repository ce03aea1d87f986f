#include "tsv.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include "code_points.hpp"
#include "error.hpp"

namespace tablegen {
namespace {

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> fields;
  for (;;) {
    const std::size_t tab = line.find('\t');
    fields.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

TsvRow::TsvRow(const TsvFile& file, std::size_t line, std::vector<std::string> fields)
    : file_(&file), line_(line), fields_(std::move(fields)) {}

const std::string& TsvRow::operator[](std::string_view column) const {
  const auto found = file_->column_.find(column);
  if (found == file_->column_.end()) fail(fmt::format("no column {}", column));
  return fields_[found->second];
}

void TsvRow::fail(std::string_view message) const { file_->fail(line_, message); }

TsvFile::TsvFile(const std::filesystem::path& path, std::initializer_list<std::string_view> columns)
    : path_(path.string()) {
  for (const std::string_view name : columns) column_.emplace(name, column_.size());

  std::ifstream in(path);
  if (!in) throw Error(fmt::format("{}: {}", path_, std::generic_category().message(errno)));
  bool named = false;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (!is_utf8(line)) fail(number, "not UTF-8");
    if (line.empty() || line.front() == '#') continue;
    if (line.back() == '\r') fail(number, "line ends in a carriage return");
    std::vector<std::string> fields = split(line);
    if (!named) {
      if (fields != std::vector<std::string>(columns.begin(), columns.end())) {
        fail(number, fmt::format("the columns should be {}", fmt::join(columns, ", ")));
      }
      named = true;
      continue;
    }
    if (fields.size() != columns.size()) {
      fail(number, fmt::format("{} fields, expected {}", fields.size(), columns.size()));
    }
    rows_.emplace_back(*this, number, std::move(fields));
  }
  if (in.bad()) throw Error(fmt::format("{}: {}", path_, std::generic_category().message(errno)));
  if (!named) throw Error(fmt::format("{}: no line of column names", path_));
}

void TsvFile::fail(std::size_t line, std::string_view message) const {
  throw Error(fmt::format("{}:{}: {}", path_, line, message));
}

}  // namespace tablegen
