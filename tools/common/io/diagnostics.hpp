#pragma once

#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ku {

/// Wrong usage: an unknown option, a bad value, mutually exclusive options. Exit status 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A problem that ends the run, for example output that cannot be written. Exit status 1.
class FatalError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Writes messages to standard error and keeps the exit status. May be used by several threads.
///
/// Messages quote file names, arguments and words from files, which may contain anything: every message is escaped by
/// `append_visible`, so that control sequences do not reach the terminal.
class Diagnostics {
 public:
  /// `program` begins every message.
  explicit Diagnostics(const char* program) : program_(program) {}

  /// Suppresses warnings. Errors are always printed.
  void set_quiet(bool quiet) { quiet_ = quiet; }

  /// Sets the exit status of errors, for modes in which 1 is an answer.
  void set_error_status(int status) { error_status_ = status; }

  /// Something could not be read, decoded or written. Exit status 1, or that of `set_error_status`.
  void error(std::string_view message);
  /// As `error`, with a fixed message and without allocating.
  void out_of_memory() noexcept;
  /// Wrong usage; adds a hint to use --help. Exit status 2.
  void usage_error(std::string_view message);
  /// A message that is not an error; suppressed by --quiet.
  void warning(std::string_view message);
  /// Text that an option asks for, written unescaped: a table of counts.
  void print(std::string_view text);

  /// Raises the exit status without a message.
  void raise_status(int status);
  int exit_status() const;

  /// Shows a line that the next call, or the next message, overwrites. An empty text erases it.
  void show_transient(std::string_view text);

 private:
  void write(std::string_view text);  // the caller has the lock

  const char* const program_;
  bool quiet_ = false;
  int error_status_ = 1;
  mutable std::mutex mutex_;
  int status_ = 0;
  bool transient_shown_ = false;
};

/// The message of `strerror` for an error number.
std::string error_text(int error_number);

/// The file name for a message: '' if it is empty.
std::string_view shown_name(std::string_view file);

/// Throws FatalError for a file: its name and the message of an error number.
[[noreturn]] void throw_file_error(std::string_view file, int error_number);

}  // namespace ku
