// Temporary files are removed by a signal handler, which may neither allocate nor lock. The names are in a fixed array
// of slots with atomic flags: an object claims a slot, copies the name, then arms it; the handler unlinks the names of
// all armed slots, restores the default action and raises the signal again.

#include "common/io/output/file_removal.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <mutex>

namespace ku {
namespace {

constexpr std::array kSignals = {SIGHUP,  SIGINT,  SIGQUIT, SIGPIPE, SIGALRM,   SIGTERM, SIGUSR1,
                                 SIGUSR2, SIGPOLL, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF};
/// More than are written at the same time: an output, its backup, a plot. Further files are not registered.
constexpr std::size_t kSlots = 8;

/// A file name that a signal handler can read.
struct Slot {
  std::atomic<bool> is_taken = false;  // an object owns it
  std::atomic<bool> is_armed = false;  // `name` is complete
  std::array<char, PATH_MAX> name{};
};

std::array<Slot, kSlots> slots;
std::atomic<int> deferral_depth = 0;
std::atomic<int> pending_signal = 0;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

}  // namespace

void remove_unfinished_files() noexcept {
  for (const Slot& slot : slots) {
    if (slot.is_armed) ::unlink(slot.name.data());
  }
}

namespace {

extern "C" void remove_and_raise(int signal) {
  if (deferral_depth != 0) {
    if (signal != SIGPIPE && signal != SIGXFSZ) pending_signal = signal;
    return;
  }
  remove_unfinished_files();
  // Delivered when the handler returns; ends the program with the status of the signal.
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

void install_handlers() {
  struct sigaction action {};
  action.sa_handler = remove_and_raise;
  ::sigemptyset(&action.sa_mask);
  for (const int signal : kSignals) ::sigaddset(&action.sa_mask, signal);
  action.sa_flags = SA_RESTART;
  for (const int signal : kSignals) {
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler == SIG_DFL) ::sigaction(signal, &action, nullptr);
  }
}

void install_handlers_once() {
  static std::once_flag once;
  std::call_once(once, install_handlers);
}

std::size_t free_slot() {
  for (std::size_t i = 0; i < slots.size(); ++i) {
    bool expected = false;
    if (slots.at(i).is_taken.compare_exchange_strong(expected, true)) return i;
  }
  return slots.size();
}

}  // namespace

RemovalOnSignal::RemovalOnSignal(const std::string& name) : slot_(free_slot()) {
  if (slot_ == slots.size()) return;
  Slot& slot = slots.at(slot_);
  if (name.size() >= slot.name.size()) return;
  slot.name.at(name.copy(slot.name.data(), name.size())) = '\0';
  slot.is_armed = true;
  install_handlers_once();
}

RemovalOnSignal::~RemovalOnSignal() {
  if (slot_ == slots.size()) return;
  slots.at(slot_).is_armed = false;
  slots.at(slot_).is_taken = false;
}

SignalDeferral::SignalDeferral() {
  install_handlers_once();
  ++deferral_depth;
}

SignalDeferral::~SignalDeferral() {
  if (--deferral_depth != 0) return;
  if (const int signal = pending_signal.exchange(0); signal != 0) ::raise(signal);
}

}  // namespace ku
