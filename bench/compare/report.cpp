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

using MaybeSpeed = std::optional<double>;

/// The speed of iconv on the same text.
MaybeSpeed iconv_speed(const Entry& entry, const std::vector<Entry>& entries) {
  for (const auto& other : entries) {
    if (other.role != Role::iconv || other.base != entry.base) continue;
    if (const auto result = result_of(other)) return result->bytes_per_second;
  }
  return std::nullopt;
}

/// The speed of the slowest stage of the entry's group on the same text, or else that of the fastest peer. Where
/// no peer ran, because there is too much text, the peers' speed on another one stands in.
MaybeSpeed group_speed(const Entry& entry, const std::vector<Entry>& entries) {
  MaybeSpeed stage;
  MaybeSpeed peer;
  MaybeSpeed elsewhere;
  for (const auto& other : entries) {
    if (other.group != entry.group) continue;
    const auto result = result_of(other);
    if (!result) continue;
    const double speed = result->bytes_per_second;
    if (other.role == Role::stage && other.base == entry.base) stage = std::min(stage.value_or(speed), speed);
    if (other.role != Role::peer) continue;
    MaybeSpeed& fastest = other.base == entry.base ? peer : elsewhere;
    fastest = std::max(fastest.value_or(speed), speed);
  }
  return stage ? stage : peer ? peer : elsewhere;
}

Cells heading(const std::vector<Limit>& limits) {
  Cells cells = {"command", "input", "cores", "ms", "spread", "MB/s", "x iconv", "x peer"};
  for (const auto& limit : limits) cells.push_back("x " + limit.name);
  cells.emplace_back("peak MB");
  return cells;
}

std::string number(double value) {
  const int digits = value < 0.1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
  return fmt::format("{:.{}f}", value, digits);
}

Cells row(const Entry& entry, const std::vector<Entry>& entries, const std::vector<Limit>& limits) {
  Cells cells = {entry.name, entry.text, std::to_string(entry.cores)};
  const auto result = result_of(entry);
  if (!result) {
    cells.push_back(entry.failure);
    return cells;
  }
  constexpr double kMilliseconds = 1e3;
  cells.push_back(number(result->wall * kMilliseconds));
  cells.push_back(fmt::format("{:.0f} %", result->spread * 100));
  const double speed = result->bytes_per_second;
  const auto ratio = [&](MaybeSpeed to) { return to && speed > 0 ? number(speed / *to) : std::string(); };
  cells.push_back(speed > 0 ? number(speed / kMegabyte) : "");
  cells.push_back(ratio(iconv_speed(entry, entries)));
  cells.push_back(ratio(group_speed(entry, entries)));
  for (const auto& limit : limits) cells.push_back(ratio(limit.bytes_per_second));
  cells.push_back(number(result->peak_bytes / kMegabyte));
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
    const std::string padded = i < 2 ? fmt::format("{:<{}}", cell, widths[i]) : fmt::format("{:>{}}", cell, widths[i]);
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

std::string table(const std::vector<Entry>& entries, const std::vector<Limit>& limits, bool markdown) {
  std::vector<Cells> rows = {heading(limits)};
  for (const auto& entry : entries) rows.push_back(row(entry, entries, limits));
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
      for (std::size_t c = 0; c < widths.size(); ++c) out += c < 2 ? "|---" : "|---:";
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
