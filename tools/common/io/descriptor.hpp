#pragma once

#include <sys/stat.h>

#include <cstddef>
#include <optional>
#include <string_view>

namespace ku {

/// Owns a file descriptor.
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
  /// Gives the descriptor up without closing it.
  int release();
  /// Closes it; returns 0 or the error number.
  int close();

 private:
  int value_ = -1;
};

/// Which file it is, whatever it is called.
struct FileIdentity {
  dev_t device;
  ino_t inode;
  bool operator==(const FileIdentity&) const = default;
};

/// The status of an open file, or nothing if it has none.
std::optional<struct stat> status_of(int descriptor);

/// Reads what is there, up to `size` bytes; 0 at the end. Returns -1 on failure, with `errno`.
std::ptrdiff_t read_some(int descriptor, char* to, std::size_t size);

/// Writes everything; returns 0 or the error number.
int write_all(int descriptor, std::string_view bytes);

/// True if reading would not wait.
bool is_readable(int descriptor);

/// Occupies the descriptors 0 to 2 that the caller left closed, so that no file opened later becomes standard output or
/// error by accident. Using them still fails as it should.
void guard_standard_streams();

}  // namespace ku
