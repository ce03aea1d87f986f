#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "common/io/descriptor.hpp"

namespace ku {

/// What to do with ill-formed input.
enum class Invalid {
  fail,     ///< stop reading the file, with a message
  replace,  ///< write U+FFFD for each ill-formed sequence
  skip,     ///< drop its bytes
};

/// Why a source ended early.
struct SourceFailure {
  std::string message;
  bool in_text;  ///< the text is ill-formed at the end of what was read, so the message gets its position:
                 ///< `FILE:LINE:BYTE`
};

/// The bytes of one input file.
class Source {
 public:
  virtual ~Source() = default;

  /// Reads up to `size` bytes. Returns 0 only at the end. Waits only if nothing is available.
  virtual std::size_t read(char* to, std::size_t size) = 0;
  /// True if `read` would not wait.
  virtual bool is_ready() const = 0;
  /// Once `read` has returned 0: why the source ended early; empty if at the end of the file.
  virtual std::optional<SourceFailure> failure() const = 0;

  /// Bytes read from the file so far.
  virtual std::uint64_t bytes_read() const = 0;
  /// True if the text was converted from another charset, and so is well-formed UTF-8.
  virtual bool is_converted() const { return false; }
  /// Sequences replaced or bytes dropped while converting, so far.
  virtual std::uint64_t repairs() const { return 0; }
};

/// How files are opened.
struct SourceOptions {
  std::string charset;  ///< ICU's name; empty: UTF-8, or UTF-16 or UTF-32 if the file begins with their byte-order mark
  Invalid invalid = Invalid::fail;
  std::optional<FileIdentity> output = std::nullopt;  ///< the file being written, which must not be read
};

/// A file cannot be opened; `what` begins with its name.
class OpenError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Opens a file; `-` is standard input. Throws `OpenError`.
std::unique_ptr<Source> open_source(const std::string& file, const SourceOptions& options);

/// Bytes left to read in a regular file; empty for a pipe, a terminal or a missing file.
std::optional<std::uint64_t> size_of_file(const std::string& file);

}  // namespace ku
