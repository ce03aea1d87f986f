#include "common/io/diagnostics.hpp"

#include <fmt/core.h>

#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <system_error>
#include <utility>

#include "common/io/descriptor.hpp"
#include "common/text/escapes/visible.hpp"

namespace ku {
namespace {

constexpr std::string_view kEraseLine = "\r\033[K";

std::string visible(std::string_view message) {
  std::string text;
  append_visible(message, text);
  return text;
}

}  // namespace

void Diagnostics::error(std::string_view message) {
  const std::lock_guard lock(mutex_);
  status_ = std::max(status_, error_status_);
  write(fmt::format("{}: {}\n", program_, visible(message)));
}

void Diagnostics::out_of_memory() noexcept {
  status_ = std::max(status_, error_status_);
  constexpr std::string_view kMessage = ": out of memory\n";
  const std::array<iovec, 2> parts = {iovec{const_cast<char*>(program_), std::strlen(program_)},
                                      iovec{const_cast<char*>(kMessage.data()), kMessage.size()}};
  // A failure cannot be reported anywhere.
  [[maybe_unused]] const ssize_t count = ::writev(STDERR_FILENO, parts.data(), static_cast<int>(parts.size()));
}

void Diagnostics::usage_error(std::string_view message) {
  const std::lock_guard lock(mutex_);
  status_ = std::max(status_, 2);
  write(fmt::format("{0}: {1}\nTry '{0} --help' for more information.\n", program_, visible(message)));
}

void Diagnostics::warning(std::string_view message) {
  const std::lock_guard lock(mutex_);
  if (!quiet_) write(fmt::format("{}: {}\n", program_, visible(message)));
}

void Diagnostics::print(std::string_view text) {
  const std::lock_guard lock(mutex_);
  write(text);
}

void Diagnostics::raise_status(int status) {
  const std::lock_guard lock(mutex_);
  status_ = std::max(status_, status);
}

int Diagnostics::exit_status() const {
  const std::lock_guard lock(mutex_);
  return status_;
}

void Diagnostics::show_transient(std::string_view text) {
  const std::lock_guard lock(mutex_);
  if (text.empty()) {
    write("");
  } else {
    write_all(STDERR_FILENO, fmt::format("{}{}", kEraseLine, text));
    transient_shown_ = true;
  }
}

// Each message is a single write, so that messages of several programs in a pipeline do not interleave.
void Diagnostics::write(std::string_view text) {
  const bool erase = std::exchange(transient_shown_, false);
  if (erase) {
    write_all(STDERR_FILENO, fmt::format("{}{}", kEraseLine, text));
  } else if (!text.empty()) {
    write_all(STDERR_FILENO, text);
  }
}

std::string error_text(int error_number) { return std::generic_category().message(error_number); }

std::string_view shown_name(std::string_view file) { return file.empty() ? "''" : file; }

void throw_file_error(std::string_view file, int error_number) {
  throw FatalError(fmt::format("{}: {}", shown_name(file), error_text(error_number)));
}

}  // namespace ku
