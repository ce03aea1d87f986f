#include "common/temporary_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "common/diagnostics.hpp"

namespace ku {
namespace {

constexpr std::array kSignals = {SIGHUP, SIGINT, SIGTERM};

// What the signal handler needs, in a form that it may look at.
std::array<char, PATH_MAX> name_to_remove{};
volatile std::sig_atomic_t must_remove = 0;
std::array<struct sigaction, kSignals.size()> actions_before{};

extern "C" void remove_and_die(int signal) {
  if (must_remove != 0) ::unlink(name_to_remove.data());
  // The handler is off by now; the signal comes again when this returns, and ends the program as it should.
  ::raise(signal);
}

void remove_on_signals(const std::string& name) {
  if (name.size() >= name_to_remove.size()) return;
  name_to_remove.back() = '\0';
  name_to_remove[name.copy(name_to_remove.data(), name.size())] = '\0';
  must_remove = 1;
  struct sigaction action {};
  action.sa_handler = remove_and_die;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    ::sigaction(kSignals.at(i), nullptr, &actions_before.at(i));
    // A signal that the caller has turned off, as nohup does, stays off.
    if (actions_before.at(i).sa_handler == SIG_DFL) ::sigaction(kSignals.at(i), &action, nullptr);
  }
}

void leave_signals_alone() {
  if (must_remove == 0) return;
  must_remove = 0;
  for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals.at(i), &actions_before.at(i), nullptr);
}

mode_t fresh_file_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

[[noreturn]] void fail(const std::string& file, int error) {
  throw FatalError(fmt::format("{}: {}", shown_name(file), error_text(error)));
}

std::string name_pattern(const std::string& target) {
  const std::size_t slash = target.rfind('/');
  const std::size_t base = slash == std::string::npos ? 0 : slash + 1;
  // Short enough whatever the length of the name.
  return fmt::format("{}.{}.XXXXXX", target.substr(0, base), target.substr(base, 200));
}

}  // namespace

TemporaryFile::TemporaryFile(std::string target) : target_(std::move(target)), name_(name_pattern(target_)) {
  descriptor_ = Descriptor(::mkostemp(name_.data(), O_CLOEXEC));
  if (!descriptor_.is_open()) {
    fail(fmt::format("{}: cannot create a temporary file beside it", target_), errno);
  }
  remove_on_signals(name_);
  struct stat status {};
  if (::stat(target_.c_str(), &status) == 0) {
    // Only root may give files away; it is no failure if others cannot.
    if (::fchown(descriptor(), status.st_uid, status.st_gid) != 0 &&
        ::fchown(descriptor(), static_cast<uid_t>(-1), status.st_gid) != 0) {
      status.st_mode &= ~static_cast<mode_t>(S_ISUID | S_ISGID);
    }
    ::fchmod(descriptor(), status.st_mode & 07777);
  } else {
    ::fchmod(descriptor(), fresh_file_mode());
  }
}

TemporaryFile::~TemporaryFile() {
  leave_signals_alone();
  if (!name_.empty()) ::unlink(name_.c_str());
}

void TemporaryFile::replace_target(const std::string& backup) {
  if (const int error = descriptor_.close(); error != 0) fail(target_, error);
  if (!backup.empty()) keep_target_as(backup);
  if (::rename(name_.c_str(), target_.c_str()) != 0) fail(target_, errno);
  name_.clear();
  leave_signals_alone();
}

// The target keeps its name as well until the new file takes it, so there is always a file of that name.
void TemporaryFile::keep_target_as(const std::string& backup) const {
  ::unlink(backup.c_str());
  if (::link(target_.c_str(), backup.c_str()) == 0) return;
  // File systems without hard links.
  if (::rename(target_.c_str(), backup.c_str()) != 0) fail(backup, errno);
}

}  // namespace ku
