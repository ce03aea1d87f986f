#include "compare/report.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace bench {
namespace {

constexpr double kMegabyte = 1e6;

template <typename Field>
double median(const std::vector<Usage>& runs, Field field) {
  std::vector<double> values;
  for (const auto& run : runs) values.push_back(run.*field);
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

using Cells = std::vector<std::string>;

Cells heading(const std::vector<Entry>& entries) {
  Cells cells = {"command", "MB", "wall s", "CPU s", "spread", "peak MB", "MB/s"};
  for (const auto& entry : entries) {
    if (entry.reference) cells.push_back("x " + entry.name);
  }
  return cells;
}

Cells row(const Entry& entry, const std::vector<Entry>& entries) {
  Cells cells = {entry.name, fmt::format("{:.0f}", entry.input_bytes / kMegabyte)};
  const auto result = result_of(entry);
  if (!result) {
    cells.push_back(entry.failure);
    return cells;
  }
  cells.push_back(fmt::format("{:.3f}", result->wall));
  cells.push_back(fmt::format("{:.3f}", result->cpu));
  cells.push_back(fmt::format("{:.0f} %", result->spread * 100));
  cells.push_back(fmt::format("{:.1f}", result->peak_bytes / kMegabyte));
  const double speed = result->bytes_per_second / kMegabyte;
  cells.push_back(fmt::format("{:.{}f}", speed, speed < 10 ? 2 : 0));
  for (const auto& other : entries) {
    if (!other.reference) continue;
    const auto reference = result_of(other);
    cells.push_back(reference ? fmt::format("{:.3g}", result->bytes_per_second / reference->bytes_per_second) : "");
  }
  return cells;
}

/// A bar inside a cell of Markdown would begin another one.
std::string escape_bars(const std::string& cell) {
  std::string out;
  for (const char c : cell) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string line(const Cells& cells, const std::vector<std::size_t>& widths, bool markdown) {
  std::string out;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const std::string& cell = i < cells.size() ? cells[i] : "";
    // Names to the left, numbers to the right.
    const std::string padded = i == 0 ? fmt::format("{:<{}}", cell, widths[i]) : fmt::format("{:>{}}", cell, widths[i]);
    out += (markdown ? "| " : (i == 0 ? "" : "  ")) + padded + (markdown ? " " : "");
  }
  return out + (markdown ? "|\n" : "\n");
}

}  // namespace

std::optional<Result> result_of(const Entry& entry) {
  if (!entry.failure.empty() || entry.runs.empty()) return std::nullopt;
  const double wall = median(entry.runs, &Usage::wall);
  const auto by_wall = [](const Usage& a, const Usage& b) { return a.wall < b.wall; };
  const auto [fastest, slowest] = std::minmax_element(entry.runs.begin(), entry.runs.end(), by_wall);
  return Result{wall, median(entry.runs, &Usage::cpu), median(entry.runs, &Usage::peak_bytes), entry.input_bytes / wall,
                (slowest->wall - fastest->wall) / wall};
}

std::string table(const std::vector<Entry>& entries, bool markdown) {
  std::vector<Cells> rows = {heading(entries)};
  for (const auto& entry : entries) rows.push_back(row(entry, entries));
  std::vector<std::size_t> widths(rows[0].size());
  for (const auto& cells : rows) {
    for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], cells[i].size());
  }
  std::string out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Cells cells = rows[i];
    if (markdown) cells[0] = escape_bars(cells[0]);
    out += line(cells, widths, markdown);
    if (i == 0 && markdown) {
      for (std::size_t c = 0; c < widths.size(); ++c) out += c == 0 ? "|---" : "|---:";
      out += "|\n";
    }
  }
  return out;
}

std::string busy_note(const std::vector<Entry>& entries) {
  constexpr double kTolerated = 1.2;
  double wall = 0;
  double cpu = 0;
  for (const auto& entry : entries) {
    const auto result = result_of(entry);
    if (!result || entry.cores != 1) continue;
    wall += result->wall;
    cpu += result->cpu;
  }
  if (wall <= kTolerated * cpu) return {};
  return fmt::format("Other work kept the processors busy: wall time was {:.1f} times CPU time.\n", wall / cpu);
}

}  // namespace bench
