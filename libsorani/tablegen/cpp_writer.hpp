#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "two_stage.hpp"

namespace tablegen {

/// Writes a C++ source of constant tables. Call `finish` last.
///
/// Every table is initialized at compile time, so that none depends on the order of initialization or costs time at
/// start-up.
class CppWriter {
 public:
  /// Begins the file: a comment that says what it was made from, the header that declares the tables, and the
  /// namespace they are in. Throws `Error` if the file cannot be written.
  CppWriter(const std::filesystem::path& path, std::string_view made_from, std::string_view header,
            std::string_view name_space);

  /// An array of that type, where each item is C++ text.
  void array(std::string_view type, std::string_view name, const std::vector<std::string>& items);

  /// `const std::span<const type> name` of an array of these items.
  void span(std::string_view type, std::string_view name, const std::vector<std::string>& items);

  /// The definition of an accessor that the header declares: `std::span<const type> accessor() noexcept`, over a
  /// constant array of items, each C++ text.
  void list(std::string_view type, std::string_view accessor, const std::vector<std::string>& items);

  /// The definition of an accessor `std::u32string_view accessor() noexcept`.
  void text(std::string_view accessor, std::u32string_view value);

  /// An array of integers.
  template <typename Integer>
  void numbers(std::string_view type, std::string_view name, const std::vector<Integer>& values) {
    std::vector<std::string> items;
    items.reserve(values.size());
    for (const Integer value : values) items.push_back(std::to_string(value));
    array(type, name, items);
  }

  /// An array of code points, never empty.
  void code_points(std::string_view name, std::u32string_view values);

  /// The two arrays of a two-stage table: `<name>Block` and `<name>Index`. `index_type` is a type that holds every
  /// value of the table. They are arrays, not lists behind accessors, because every character is looked up in them.
  void two_stage(std::string_view index_type, std::string_view name, const TwoStage& table);

  /// The three arrays of a two-stage table of bits for each code point: `name` has the distinct values, into which the
  /// two-stage table of indices leads. Returns the distinct values.
  std::vector<std::uint32_t> bit_sets(std::string_view name, const std::vector<std::uint32_t>& values);

  /// `constexpr std::size_t name = value;`
  void size(std::string_view name, std::size_t value);

  /// `constexpr type name = value;` where the value is C++ text.
  void value(std::string_view type, std::string_view name, std::string_view value);

  /// A function: its declaration and the statements of its body.
  void function(std::string_view declaration, std::string_view body);

  /// Ends the file. Throws `Error` if it could not be written whole.
  void finish();

 private:
  void braced(const std::vector<std::string>& items);

  std::string path_;
  std::ofstream out_;
};

/// Writes a generated header: a comment that says what it was made from, `#pragma once`, and C++ text. Throws `Error`
/// if it cannot be written.
void write_header(const std::filesystem::path& path, std::string_view made_from, std::string_view text);

/// A C++ string literal of UTF-8 text.
std::string string_literal(std::string_view text);

/// A C++ U"" literal.
std::string u32_literal(std::u32string_view text);

}  // namespace tablegen
