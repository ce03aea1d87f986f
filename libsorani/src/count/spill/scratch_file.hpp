#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sorani::count {

/// An anonymous temporary file: it has no name in the file system, so the kernel frees it however the program ends. All
/// members that use the file throw `std::system_error`, whose message names the folder.
class ScratchFile {
 public:
  explicit ScratchFile(std::string directory);
  ScratchFile(ScratchFile&& other) noexcept;
  ScratchFile& operator=(ScratchFile&& other) noexcept;
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ~ScratchFile();

  /// Writes at the end.
  void append(std::string_view bytes);
  /// Reads `size` bytes from offset `at`, fewer only at the end of the file; returns how many.
  std::size_t read(std::uint64_t at, char* to, std::size_t size) const;
  std::uint64_t size() const noexcept { return size_; }
  /// Truncates the file to nothing, which frees its disk space.
  void clear();

 private:
  [[noreturn]] void fail(const char* what) const;

  std::string directory_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

}  // namespace sorani::count
