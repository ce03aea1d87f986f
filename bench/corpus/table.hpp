#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace corpus {

/// A tab-separated file: rows of fields, without comments (`#`) and empty lines. A field "-" is read as empty, a field
/// U+XXXX as that character.
class Table {
 public:
  /// Throws std::runtime_error, naming file and line, unless every row has `columns` fields.
  Table(const std::string& path, std::size_t columns);

  using Row = std::vector<std::string>;
  const std::vector<Row>& rows() const noexcept { return rows_; }

  /// The number in a field of a row. Throws std::runtime_error if it is none.
  double number(const Row& row, std::size_t column) const;

 private:
  std::string path_;
  std::vector<Row> rows_;
};

/// Named numbers: the first column of a table is the name, another one the value.
class Parameters {
 public:
  Parameters(const Table& table, std::size_t column);

  /// Throws std::runtime_error if there is no such name.
  double operator[](std::string_view name) const;

 private:
  std::map<std::string, double, std::less<>> values_;
};

}  // namespace corpus
