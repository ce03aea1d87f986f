#include "corpus/table.hpp"

#include <fmt/core.h>

#include <charconv>
#include <cstdint>
#include <fstream>
#include <stdexcept>

namespace corpus {
namespace {

std::string encode_utf8(std::uint32_t c) {
  std::string out;
  const auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | (c >> 6U));
    put(0x80 | (c & 0x3fU));
  } else {
    put(0xe0 | (c >> 12U));
    put(0x80 | ((c >> 6U) & 0x3fU));
    put(0x80 | (c & 0x3fU));
  }
  return out;
}

std::string read_field(std::string_view field) {
  if (field == "-") return {};
  if (field.starts_with("U+")) {
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(field.data() + 2, field.data() + field.size(), code, 16);
    if (error == std::errc() && end == field.data() + field.size() && code <= 0xffff) return encode_utf8(code);
  }
  return std::string(field);
}

}  // namespace

Table::Table(const std::string& path, std::size_t columns) : path_(path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(fmt::format("{}: cannot be read", path));
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    Row row;
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t end = std::min(line.find('\t', begin), line.size());
      row.push_back(read_field(std::string_view(line).substr(begin, end - begin)));
      begin = end + 1;
    }
    if (row.size() != columns)
      throw std::runtime_error(fmt::format("{}:{}: expected {} fields", path, number, columns));
    rows_.push_back(std::move(row));
  }
}

double Table::number(const Row& row, std::size_t column) const {
  const std::string& field = row.at(column);
  double value = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (error != std::errc() || end != field.data() + field.size()) {
    throw std::runtime_error(fmt::format("{}: '{}' in the row of '{}' is not a number", path_, field, row.front()));
  }
  return value;
}

Parameters::Parameters(const Table& table, std::size_t column) {
  for (const auto& row : table.rows()) values_[row.front()] = table.number(row, column);
}

double Parameters::operator[](std::string_view name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) throw std::runtime_error(fmt::format("no parameter '{}'", name));
  return found->second;
}

}  // namespace corpus
