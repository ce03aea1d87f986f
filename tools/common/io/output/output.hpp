#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/io/descriptor.hpp"
#include "common/io/output/output_target.hpp"
#include "common/io/output/replacement.hpp"

namespace ku {

/// Where text, tables and pictures go: every output of every tool. Nothing is held back: what is written has left the
/// program.
class Output {
 public:
  /// A regular file, or one that is not there yet, is replaced when everything is written, and left as it was
  /// otherwise.
  /// `-` and other descriptors (/dev/stdout, /dev/fd/N) go on where they stand; devices and FIFOs are written to as
  /// they are. All members throw `FatalError`.
  explicit Output(const std::string& file = "-", Replacement::Lock lock = Replacement::Lock::no);

  void write(std::string_view bytes);

  /// Makes sure that everything has arrived; only now is the file replaced. If `suffix` is not empty, the file
  /// that was there before is kept under its name with the suffix.
  void commit(const std::string& suffix = "");

  /// True if a file is written that appears, or is replaced, only at the end.
  bool is_replacing() const { return replacement_ != nullptr; }

  /// Which file is written to as it stands, so that it is not read at the same time; nothing if it is not an ordinary
  /// one, or is replaced at the end.
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
