#include "cpp_writer.hpp"

#include <fmt/core.h>

#include <cerrno>
#include <iterator>
#include <system_error>

#include "error.hpp"

namespace tablegen {
namespace {

/// Opens a file for writing.
std::ofstream open(const std::string& path) {
  std::ofstream out(path);
  if (!out) throw Error(fmt::format("{}: {}", path, std::generic_category().message(errno)));
  return out;
}

void close(std::ofstream& out, const std::string& path) {
  out.close();
  if (!out) throw Error(fmt::format("{}: {}", path, std::generic_category().message(errno)));
}

}  // namespace

CppWriter::CppWriter(const std::filesystem::path& path, std::string_view made_from, std::string_view header,
                     std::string_view name_space)
    : path_(path.string()), out_(open(path_)) {
  out_ << "// Made by tablegen from " << made_from << ".\n\n#include \"" << header << "\"\n\nnamespace " << name_space
       << " {\n\n";
}

void CppWriter::array(std::string_view type, std::string_view name, const std::vector<std::string>& items) {
  out_ << "constinit const " << type << ' ' << name << "[] = ";
  braced(items);
  out_ << ";\n\n";
}

void CppWriter::list(std::string_view type, std::string_view accessor, const std::vector<std::string>& items) {
  out_ << "std::span<const " << type << "> " << accessor << "() noexcept {\n";
  if (items.empty()) {
    out_ << "return {};\n}\n\n";
    return;
  }
  out_ << "static constexpr " << type << " kItems[] = ";
  braced(items);
  out_ << ";\nreturn kItems;\n}\n\n";
}

void CppWriter::text(std::string_view accessor, std::u32string_view value) {
  // With its length, which would otherwise be counted at each call.
  out_ << "std::u32string_view " << accessor << "() noexcept { return {" << u32_literal(value) << ", " << value.size()
       << "}; }\n\n";
}

void CppWriter::braced(const std::vector<std::string>& items) {
  out_ << "{\n";
  std::size_t column = 0;
  for (const std::string& item : items) {
    out_ << item << ',';
    column += item.size() + 1;
    if (column > 100) {
      out_ << '\n';
      column = 0;
    }
  }
  out_ << '}';
}

void CppWriter::span(std::string_view type, std::string_view name, const std::vector<std::string>& items) {
  const std::string elements = fmt::format("{}Elements", name);
  out_ << "static ";
  array(type, elements, items);
  out_ << "constinit const std::span<const " << type << "> " << name << " = " << elements << ";\n\n";
}

void CppWriter::code_points(std::string_view name, std::u32string_view values) {
  std::vector<std::string> items;
  for (const char32_t c : values) items.push_back(std::to_string(static_cast<std::uint32_t>(c)));
  array("char32_t", name, items);
}

void CppWriter::two_stage(std::string_view index_type, std::string_view name, const TwoStage& table) {
  numbers("std::uint16_t", fmt::format("{}Block", name), table.block);
  numbers(index_type, fmt::format("{}Index", name), table.index);
}

std::vector<std::uint32_t> CppWriter::bit_sets(std::string_view name, const std::vector<std::uint32_t>& values) {
  Palette<std::uint32_t> palette;
  std::vector<std::uint16_t> indices;
  indices.reserve(values.size());
  for (const std::uint32_t value : values) indices.push_back(palette.number(value));
  if (palette.records().size() > 256) throw Error(fmt::format("{}: too many values for one byte", name));
  two_stage("std::uint8_t", name, tablegen::two_stage(indices));
  numbers("std::uint32_t", name, palette.records());
  return palette.records();
}

void CppWriter::size(std::string_view name, std::size_t value) {
  this->value("std::size_t", name, std::to_string(value));
}

void CppWriter::value(std::string_view type, std::string_view name, std::string_view value) {
  out_ << "constinit const " << type << ' ' << name << " = " << value << ";\n\n";
}

void CppWriter::function(std::string_view declaration, std::string_view body) {
  out_ << declaration << " {\n" << body << "}\n\n";
}

void CppWriter::finish() {
  out_ << "}\n";
  close(out_, path_);
}

void write_header(const std::filesystem::path& path, std::string_view made_from, std::string_view text) {
  std::ofstream out = open(path.string());
  out << "// Made by tablegen from " << made_from << ".\n\n#pragma once\n\n" << text;
  close(out, path.string());
}

std::string string_literal(std::string_view text) {
  std::string literal = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      literal += '\\';
      literal += c;
    } else if (byte >= 0x20 && byte < 0x7F) {
      literal += c;
    } else {
      // Three octal digits always end the escape, whatever follows.
      fmt::format_to(std::back_inserter(literal), "\\{:03o}", byte);
    }
  }
  return literal + '"';
}

std::string u32_literal(std::u32string_view text) {
  std::string literal = "U\"";
  for (const char32_t c : text) {
    // \U may not name a control or a basic character; octal may.
    fmt::format_to(std::back_inserter(literal), fmt::runtime(c < 0xA0 ? "\\{:03o}" : "\\U{:08X}"),
                   static_cast<std::uint32_t>(c));
  }
  return literal + '"';
}

}  // namespace tablegen
