#include "ku-count/table_file.hpp"

#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <sorani/utf8.hpp>
#include <string_view>
#include <system_error>
#include <utility>

#include "common/io/diagnostics.hpp"
#include "common/io/input/source.hpp"
#include "common/pipeline/pipeline_item.hpp"

namespace ku::count {
namespace {

using sorani::NgramRows;

constexpr std::size_t kReadBuffer = std::size_t{32} * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
/// Bounds the memory for read buffers: 32 KB per open table, 8 MB in all.
constexpr std::size_t kMaxOpenTables = 256;
/// Descriptors kept free for temporary files: one per level of merging, and those of the sorters.
constexpr std::size_t kSpareDescriptors = 6;

std::size_t open_descriptors() {
  std::error_code error;
  const std::filesystem::directory_iterator all("/proc/self/fd", error);
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

/// How many tables can be open at the same time under RLIMIT_NOFILE.
std::size_t max_open_tables() {
  struct rlimit limit {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return kMaxOpenTables;
  const std::size_t used = open_descriptors() + kSpareDescriptors;
  const std::size_t left = limit.rlim_cur > used ? static_cast<std::size_t>(limit.rlim_cur) - used : 0;
  return std::clamp<std::size_t>(left, 2, kMaxOpenTables);
}

class TableRows : public sorani::NgramSource {
 public:
  TableRows(const std::string& file, const CommonOptions& options, const Output& output) : file_(shown_name(file)) {
    try {
      source_ = open_source(file, {options.encoding, Invalid::fail, output.identity()});
    } catch (const OpenError& error) {
      throw FatalError(error.what());
    }
  }

  bool next() override {
    std::string_view row;
    if (!read_line(row)) return false;
    if (line_ == 1 && row.starts_with(kByteOrderMark)) row.remove_prefix(kByteOrderMark.size());
    const std::size_t tab = row.find('\t');
    if (tab == std::string_view::npos) fail("no tab; a row is an n-gram, a tab and a count");
    const std::string_view key = row.substr(0, tab);
    const std::string_view digits = row.substr(tab + 1);
    if (digits.find('\t') != std::string_view::npos) fail("more than one tab; a row is an n-gram, a tab and a count");
    std::uint64_t count = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (parsed.ec == std::errc::result_out_of_range) fail(fmt::format("the count {} is over 2^64-1", digits));
    if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size() || count == 0) {
      fail(fmt::format("'{}' is not a count", digits));
    }
    if (const auto error = sorani::find_invalid_utf8(key)) {
      fail(fmt::format("ill-formed UTF-8: {}", sorani::describe(error->kind)));
    }
    if (line_ > 1 && key <= previous_) {
      fail(key == previous_
               ? fmt::format("'{}' comes twice", key)
               : fmt::format("not in the order of keys: '{}' comes after '{}'; tables are written with --sort key", key,
                             previous_));
    }
    previous_ = key;
    set(previous_, count);
    return true;
  }

  std::string place() const override { return fmt::format("{}:{}: ", file_, line_); }

 private:
  /// Reads the next line, without its end; it is valid until the next call. False at the end of the table.
  bool read_line(std::string_view& line) {
    for (;;) {
      const std::size_t end = bytes_.text().find('\n', searched_);
      if (end != std::string_view::npos) {
        line = bytes_.text().substr(begin_, end - begin_);
        begin_ = searched_ = end + 1;
        ++line_;
        return true;
      }
      if (!read_more()) return false;
    }
  }

  bool read_more() {
    std::string_view rest = bytes_.text().substr(begin_);
    if (begin_ > 0) {
      Buffer buffer;
      buffer.reserve(std::max(kReadBuffer, 2 * rest.size()));
      buffer.append(rest);
      bytes_ = std::move(buffer);
    } else {
      bytes_.reserve(std::max(kReadBuffer, 2 * rest.size()));
    }
    begin_ = 0;
    searched_ = bytes_.size();
    const std::size_t count = source_->read(bytes_.free_space(), bytes_.free_size());
    bytes_.add_size(count);
    if (count > 0) return true;
    if (const auto failure = source_->failure()) throw FatalError(fmt::format("{}: {}", file_, failure->message));
    if (bytes_.size() > 0) {
      ++line_;
      fail("the table breaks off within a row");
    }
    return false;
  }

  [[noreturn]] void fail(std::string_view message) const { throw FatalError(place() + std::string(message)); }

  std::string file_;
  std::unique_ptr<Source> source_;
  Buffer bytes_;
  std::size_t begin_ = 0;     // of the bytes that are not returned yet
  std::size_t searched_ = 0;  // there is no line end between begin_ and this
  std::uint64_t line_ = 0;
  std::string previous_;
};

}  // namespace

NgramRows read_table(const std::string& file, const CommonOptions& options, const Output& output) {
  return std::make_unique<TableRows>(file, options, output);
}

NgramRows merge_tables(const CommonOptions& options, const Output& output, const sorani::NgramStorage& storage) {
  const std::vector<std::string> files = options.files.empty() ? std::vector<std::string>{"-"} : options.files;
  std::size_t next = 0;
  const auto open_next = [&]() -> std::optional<NgramRows> {
    if (next == files.size()) return std::nullopt;
    return read_table(files[next++], options, output);
  };
  return sorani::merge_rows(open_next, max_open_tables(), storage);
}

}  // namespace ku::count
