#pragma once

#include <charconv>
#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace tablegen {

class TsvFile;

/// One line of fields.
class TsvRow {
 public:
  TsvRow(const TsvFile& file, std::size_t line, std::vector<std::string> fields);

  /// The field of a column; the column must be one that the file was read with.
  const std::string& operator[](std::string_view column) const;

  std::size_t line() const noexcept { return line_; }

  /// Throws `Error` with `file:line: message`.
  [[noreturn]] void fail(std::string_view message) const;

 private:
  const TsvFile* file_;
  std::size_t line_;
  std::vector<std::string> fields_;
};

/// The number that a text of a row is, such as a field or a part of one. Throws `Error` if it is none of this type.
template <typename Number>
Number number_in(const TsvRow& row, std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) row.fail("not a number: " + std::string(text));
  return number;
}

/// A table of tab-separated fields.
///
/// Empty lines and lines that begin with `#` are comments. The first other line names the columns and must be exactly
/// what the reader expects; each line after it has as many fields.
class TsvFile {
 public:
  /// Throws `Error` (`file:line: message`) if the file cannot be read, is not UTF-8 or has other columns.
  TsvFile(const std::filesystem::path& path, std::initializer_list<std::string_view> columns);
  // Rows point to their file.
  TsvFile(const TsvFile&) = delete;
  TsvFile(TsvFile&&) = delete;
  TsvFile& operator=(const TsvFile&) = delete;
  TsvFile& operator=(TsvFile&&) = delete;
  ~TsvFile() = default;

  const std::vector<TsvRow>& rows() const noexcept { return rows_; }

 private:
  friend class TsvRow;
  [[noreturn]] void fail(std::size_t line, std::string_view message) const;

  std::string path_;
  std::map<std::string, std::size_t, std::less<>> column_;
  std::vector<TsvRow> rows_;
};

}  // namespace tablegen
