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
/// More than are ever written at the same time: an output, its backup, a plot.
constexpr std::size_t kSlots = 8;

/// A name in a form that a signal handler may look at.
struct Slot {
  std::atomic<bool> is_taken = false;  // by an object
  std::atomic<bool> is_armed = false;  // the name is complete
  std::array<char, PATH_MAX> name{};
};

std::array<Slot, kSlots> slots;
std::atomic<int> held_back = 0;
std::atomic<int> pending = 0;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

}  // namespace

void remove_unfinished_files() noexcept {
  for (const Slot& slot : slots) {
    if (slot.is_armed) ::unlink(slot.name.data());
  }
}

namespace {

extern "C" void remove_and_die(int signal) {
  if (held_back != 0) {
    if (signal != SIGPIPE && signal != SIGXFSZ) pending = signal;
    return;
  }
  remove_unfinished_files();
  // Comes again when this returns, and ends the program as it should.
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

void install_handlers() {
  struct sigaction action {};
  action.sa_handler = remove_and_die;
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

RemovedOnSignal::RemovedOnSignal(const std::string& name) : slot_(free_slot()) {
  if (slot_ == slots.size()) return;
  Slot& slot = slots.at(slot_);
  if (name.size() >= slot.name.size()) return;
  slot.name.at(name.copy(slot.name.data(), name.size())) = '\0';
  slot.is_armed = true;
  install_handlers_once();
}

RemovedOnSignal::~RemovedOnSignal() {
  if (slot_ == slots.size()) return;
  slots.at(slot_).is_armed = false;
  slots.at(slot_).is_taken = false;
}

SignalsHeldBack::SignalsHeldBack() {
  install_handlers_once();
  ++held_back;
}

SignalsHeldBack::~SignalsHeldBack() {
  if (--held_back != 0) return;
  if (const int signal = pending.exchange(0); signal != 0) ::raise(signal);
}

}  // namespace ku
