#pragma once

#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ku {

/// Wrong usage: an unknown option, a value that does not fit, options that exclude each other. Exit status 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Something that ends the run: the output cannot be written. Exit status 1.
class FatalError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Writes messages to standard error and remembers the exit status. May be used by several threads.
///
/// Messages hold names of files, words of tables and arguments, which may hold anything: what a terminal would obey or
/// hide, and line ends, are written as `append_visible` does, in every message.
class Diagnostics {
 public:
  /// `program` stands before every message.
  explicit Diagnostics(const char* program) : program_(program) {}

  /// Keeps warnings back. Errors are always shown.
  void set_quiet(bool quiet) { quiet_ = quiet; }

  /// The exit status of errors, if 1 means something else.
  void set_error_status(int status) { error_status_ = status; }

  /// Something could not be read, decoded or written: exit status 1, unless another is set.
  void error(std::string_view message);
  /// The same for what can only be said without any memory.
  void out_of_memory() noexcept;
  /// Wrong usage, with a hint where to look: exit status 2.
  void usage_error(std::string_view message);
  /// Something worth knowing that is no failure; nothing under --quiet.
  void warning(std::string_view message);
  /// Text that was asked for, written as it is: a table of counts.
  void print(std::string_view text);

  /// Raises the exit status without a message.
  void raise_status(int status);
  int exit_status() const;

  /// Shows a line that the next one, or the next message, replaces; an empty text takes it away.
  void show_transient(std::string_view text);

 private:
  void write(const std::string& text);  // holds the lock already

  const char* const program_;
  bool quiet_ = false;
  int error_status_ = 1;
  mutable std::mutex mutex_;
  int status_ = 0;
  bool transient_shown_ = false;
};

/// What `strerror` says of an error number.
std::string error_text(int error_number);

/// A file name for a message; quoted if it is empty.
std::string_view shown_name(std::string_view file);

}  // namespace ku
