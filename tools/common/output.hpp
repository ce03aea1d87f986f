#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/descriptor.hpp"
#include "common/temporary_file.hpp"

namespace ku {

/// Where the text goes. Nothing is held back: what is written has left the program.
class Output {
 public:
  /// Standard output for `-`; another file is replaced when everything is written, and left as it was otherwise. What
  /// is no ordinary file (a device, a pipe) is written to directly. All members throw `FatalError`.
  explicit Output(const std::string& file = "-");

  void write(std::string_view bytes);

  /// Closes the output and makes sure that everything has arrived; only now is the file replaced. `backup` is the name
  /// that the file gets that was there before, if not empty.
  void commit(const std::string& backup = "");

  /// True if a file is written that appears, or is replaced, only at the end.
  bool is_replacing() const { return temporary_ != nullptr; }

  /// Which file is written to as it stands, so that it is not read at the same time; nothing if it is not an ordinary
  /// one, or is replaced at the end.
  std::optional<FileIdentity> identity() const;

 private:
  [[noreturn]] void fail(int error) const;

  std::string file_;
  std::unique_ptr<TemporaryFile> temporary_;
  Descriptor direct_;
  int descriptor_ = -1;
  bool is_written_ = false;
};

/// The name that a file has when all symbolic links are followed, or its own if it does not exist.
std::string resolved_name(const std::string& file);

}  // namespace ku
