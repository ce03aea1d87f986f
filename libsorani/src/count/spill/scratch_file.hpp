#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sorani::count {

/// A temporary file that has no name from the moment it is there, so that nothing is left of it however the program
/// ends. All members throw `std::system_error`, whose message names the folder.
class ScratchFile {
 public:
  explicit ScratchFile(std::string directory);
  ScratchFile(ScratchFile&& other) noexcept;
  ScratchFile& operator=(ScratchFile&& other) noexcept;
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ~ScratchFile();

  /// Writes behind what is there.
  void append(std::string_view bytes);
  /// Reads up to `size` bytes from byte `at`; less only at the end of the file.
  std::size_t read(std::uint64_t at, char* to, std::size_t size) const;
  std::uint64_t size() const noexcept { return size_; }
  /// Gives back the room on disk.
  void clear();

 private:
  [[noreturn]] void fail(const char* what) const;

  std::string directory_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

}  // namespace sorani::count
