#include "ku-count/row_writer.hpp"

#include <fmt/core.h>

#include <array>
#include <charconv>
#include <iterator>
#include <string>
#include <string_view>

#include "common/text/escapes/json.hpp"

namespace ku::count {
namespace {

constexpr std::size_t kWriteBuffer = std::size_t{64} * 1024;

/// Formats rows as text; `end` is called after the last one.
class Formatter {
 public:
  virtual ~Formatter() = default;
  virtual void write(const sorani::NgramRows& row, std::string& out) = 0;
  virtual void end(std::string& /*out*/) {}
};

class TsvFormatter : public Formatter {
 public:
  void write(const sorani::NgramRows& row, std::string& out) override {
    out += row.ngram();
    out += '\t';
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), row.count()).ptr;
    out.append(digits.data(), end);
    out += '\n';
  }
};

class JsonFormatter : public Formatter {
 public:
  explicit JsonFormatter(bool has_escapes) : has_escapes_(has_escapes) {}

  void write(const sorani::NgramRows& row, std::string& out) override {
    out += is_first_ ? "[\n" : ",\n";
    is_first_ = false;
    out += R"({"ngram":)";
    if (has_escapes_) {
      append_json_string(sorani::unescaped_ngram(row.ngram()), out);
    } else {
      append_json_string(row.ngram(), out);
    }
    fmt::format_to(std::back_inserter(out), R"(,"count":{}}})", row.count());
  }
  void end(std::string& out) override { out += is_first_ ? "[]\n" : "\n]\n"; }

 private:
  bool has_escapes_;
  bool is_first_ = true;
};

void write_all(sorani::NgramRows& rows, Formatter& formatter, Output& output) {
  std::string out;
  while (rows.next()) {
    formatter.write(rows, out);
    if (out.size() < kWriteBuffer) continue;
    output.write(out);
    out.clear();
  }
  formatter.end(out);
  output.write(out);
}

}  // namespace

void write_rows(sorani::NgramRows rows, const Options& options, Output& output) {
  if (options.format == Format::json) {
    JsonFormatter formatter(options.ngrams.unit != sorani::NgramUnit::word);
    write_all(rows, formatter, output);
  } else {
    TsvFormatter formatter;
    write_all(rows, formatter, output);
  }
}

}  // namespace ku::count
