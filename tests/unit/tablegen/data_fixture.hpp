#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "commands/commands.hpp"
#include "support/expect_error.hpp"
#include "support/temporary_directory.hpp"

namespace sorani::test {

/// A copy of the data files of one tablegen command, to be broken: whatever is wrong must stop the build with the file
/// and the line.
class TablegenData : public testing::Test {
 protected:
  using Command = void (*)(tablegen::Arguments);

  /// Copies these files or folders of libsorani/data.
  TablegenData(Command command, std::initializer_list<std::string_view> names) : command_(command) {
    for (const std::string_view name : names) {
      std::filesystem::copy(std::filesystem::path(SORANI_DATA_DIR) / name, directory_.path() / name,
                            std::filesystem::copy_options::recursive);
    }
  }

  /// Runs the command over the files as they are.
  void run() const {
    const std::vector<std::string> arguments{directory_.path(), directory_.path() / "out.cpp"};
    command_(arguments);
  }

  /// Replaces the first `from` of a file, and returns the error: `file:line: message`.
  std::string located_error_after(std::string_view file, std::string_view from, std::string_view to) const {
    std::ifstream in(directory_.path() / file);
    const std::string content{std::istreambuf_iterator<char>(in), {}};
    const std::size_t at = content.find(from);
    if (at == std::string::npos) return "no such text";
    directory_.write(file, std::string(content).replace(at, from.size(), to));
    const std::string message = tablegen_error([&] { run(); });
    directory_.write(file, content);
    const std::string prefix = directory_.path().string() + '/';
    EXPECT_TRUE(message.starts_with(prefix)) << message;
    return message.substr(prefix.size());
  }

  /// The same without the file and the line.
  std::string error_after(std::string_view file, std::string_view from, std::string_view to) const {
    const std::string message = located_error_after(file, from, to);
    return message.substr(message.find(": ") + 2);
  }

  /// The error when a file has this content instead.
  std::string error_with(std::string_view file, std::string_view content) const {
    directory_.write(file, content);
    const std::string message = tablegen_error([&] { run(); });
    const std::string prefix = directory_.path().string() + '/';
    return message.starts_with(prefix) ? message.substr(prefix.size()) : message;
  }

  const std::filesystem::path& directory() const noexcept { return directory_.path(); }

 private:
  Command command_;
  TemporaryDirectory directory_;
};

}  // namespace sorani::test
