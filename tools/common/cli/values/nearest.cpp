#include "common/cli/values/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "common/io/diagnostics.hpp"

namespace ku {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // The last three rows of the table of distances between the prefixes of `a` and those of `b`.
  std::vector<std::size_t> row_before_last(b.size() + 1);
  std::vector<std::size_t> last_row(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row_before_last.swap(last_row);
    last_row.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = last_row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last_row[j] + 1, row[j - 1] + 1, substitution});
      const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swap) row[j] = std::min(row[j], row_before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::string did_you_mean(std::string_view written, const std::vector<std::string>& names) {
  // At most one error per three bytes, and at most two.
  std::size_t best = 1 + std::min<std::size_t>(written.size() / 3, 2);
  std::string_view nearest;
  for (const std::string& name : names) {
    // A prefix of a name counts as a match, however short it is.
    const bool is_prefix = written.size() > 2 && name.starts_with(written);
    const std::size_t distance = is_prefix ? 0 : edit_distance(written, name);
    if (distance < best) {
      best = distance;
      nearest = name;
    }
  }
  return nearest.empty() ? "" : fmt::format("; did you mean '{}'?", nearest);
}

void require_one_of(const std::vector<std::string>& choices, std::string_view option, std::string_view value) {
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return;
  throw UsageError(fmt::format("{}: '{}' is not one of {}", option, value, fmt::join(choices, ", ")));
}

}  // namespace ku
