#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/io/descriptor.hpp"
#include "common/io/output/output_target.hpp"
#include "common/io/output/replacement.hpp"

namespace ku {

/// An output of a tool: text, a table or a picture. Unbuffered: `write` passes the bytes to the system.
class Output {
 public:
  /// A regular or absent file is replaced atomically by `commit`, and left unchanged without it (replacement.hpp). `-`
  /// and other descriptors (/dev/stdout, /dev/fd/N) are written from their current offset; devices and FIFOs are
  /// written in place. All members throw `FatalError`.
  explicit Output(const std::string& file = "-", Replacement::Lock lock = Replacement::Lock::no);

  void write(std::string_view bytes);

  /// Ends the output: replaces the file, or checks that the descriptor has accepted everything. If `suffix` is not
  /// empty, the replaced file is kept under its name followed by the suffix.
  void commit(const std::string& suffix = "");

  /// True if the file is created or replaced only by `commit`.
  bool is_replacing() const { return replacement_ != nullptr; }

  /// The regular file that is written in place, so that it is not read as input at the same time. Empty if it is not a
  /// regular file, or is replaced by `commit`.
  std::optional<FileIdentity> identity() const;

  const OutputTarget& target() const { return target_; }

 private:
  [[noreturn]] void fail(int error) const;

  std::string file_;
  OutputTarget target_;
  std::unique_ptr<Replacement> replacement_;
  Descriptor special_;
  int descriptor_ = -1;
  bool is_written_ = false;
};

}  // namespace ku
