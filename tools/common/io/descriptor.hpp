#pragma once

#include <sys/stat.h>

#include <cstddef>
#include <optional>
#include <string_view>

namespace ku {

/// Owns a file descriptor (RAII).
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();

  int get() const { return value_; }
  bool is_open() const { return value_ >= 0; }
  /// Gives up ownership without closing.
  int release();
  /// Closes it; returns 0 or the error number.
  int close();

 private:
  int value_ = -1;
};

/// Identifies a file independently of its name.
struct FileIdentity {
  dev_t device;
  ino_t inode;
  bool operator==(const FileIdentity&) const = default;
};

/// The status of an open file, or nothing if it has none.
std::optional<struct stat> status_of(int descriptor);

/// Reads what is available, up to `size` bytes; waits if nothing is. Returns 0 at the end, -1 on failure (see `errno`).
std::ptrdiff_t read_some(int descriptor, char* to, std::size_t size);

/// Writes everything; returns 0 or the error number.
int write_all(int descriptor, std::string_view bytes);

/// True if reading would not wait.
bool is_readable(int descriptor);

/// Opens /dev/null on those of the descriptors 0 to 2 that are closed at the start, so that no file opened later
/// becomes standard output or error by accident. Reading 0 and writing 1 and 2 still fail.
void guard_standard_streams();

}  // namespace ku
