#include "common/records/columns.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace ku {
namespace {

std::optional<std::size_t> column_number(std::string_view text) {
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  if (parsed.ec != std::errc() || parsed.ptr != end || number == 0) return std::nullopt;
  return number;
}

std::optional<ColumnRange> parse_range(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto first = column_number(text.substr(0, dash));
  if (!first) return std::nullopt;
  if (dash == std::string_view::npos) return ColumnRange{*first, *first};
  if (dash + 1 == text.size()) return ColumnRange{*first};
  const auto last = column_number(text.substr(dash + 1));
  if (!last || *last < *first) return std::nullopt;
  return ColumnRange{*first, *last};
}

class ColumnFinder : public ValueFinder {
 public:
  explicit ColumnFinder(const std::vector<ColumnRange>& columns) : columns_(columns) {}

  std::optional<RecordError> find(std::string_view text, char terminator, bool /*begins_file*/,
                                  std::vector<Value>& values) override {
    std::size_t begin = 0;
    for (std::uint64_t line = 0; begin < text.size(); ++line) {
      const std::size_t end = std::min(text.find(terminator, begin), text.size());
      const bool has_return = end > begin && text[end - 1] == '\r' && end < text.size();
      find_in(text.substr(0, has_return ? end - 1 : end), begin, line, values);
      begin = end + 1;
    }
    return std::nullopt;
  }

 private:
  /// `text` ends where the record ends.
  void find_in(std::string_view text, std::size_t begin, std::uint64_t line, std::vector<Value>& values) const {
    auto range = columns_.begin();
    for (std::size_t number = 1; range != columns_.end(); ++number) {
      const std::size_t end = std::min(text.find('\t', begin), text.size());
      if (number >= range->first) {
        Value& value = values.emplace_back(Value{begin, end, line});
        value.field = static_cast<std::uint32_t>(number - 1);
      }
      if (end == text.size()) return;
      if (number == range->last) ++range;
      begin = end + 1;
    }
  }

  const std::vector<ColumnRange>& columns_;
};

}  // namespace

std::optional<std::vector<ColumnRange>> parse_columns(std::string_view list) {
  std::vector<ColumnRange> ranges;
  for (;;) {
    const std::size_t comma = list.find(',');
    const auto range = parse_range(list.substr(0, comma));
    if (!range) return std::nullopt;
    ranges.push_back(*range);
    if (comma == std::string_view::npos) break;
    list.remove_prefix(comma + 1);
  }
  std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<ColumnRange> joined;
  for (const ColumnRange& range : ranges) {
    if (!joined.empty() && range.first <= joined.back().last) {
      joined.back().last = std::max(joined.back().last, range.last);
    } else {
      joined.push_back(range);
    }
  }
  return joined;
}

std::unique_ptr<ValueFinder> make_column_finder(const std::vector<ColumnRange>& columns) {
  return std::make_unique<ColumnFinder>(columns);
}

}  // namespace ku
