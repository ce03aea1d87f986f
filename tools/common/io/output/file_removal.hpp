#pragma once

#include <string>

namespace ku {

/// Registers a file to be removed if a signal ends the program: HUP, INT, QUIT, PIPE, ALRM, TERM, USR1, USR2, POLL,
/// XCPU, XFSZ, VTALRM or PROF, unless the signal is ignored (as under nohup). The program still ends by that signal.
///
/// Must be constructed before the file is created, so that no signal comes in between, and with a name that no other
/// file can have.
class RemovalOnSignal {
 public:
  explicit RemovalOnSignal(const std::string& name);
  ~RemovalOnSignal();
  RemovalOnSignal(const RemovalOnSignal&) = delete;
  RemovalOnSignal& operator=(const RemovalOnSignal&) = delete;
  RemovalOnSignal(RemovalOnSignal&&) = delete;
  RemovalOnSignal& operator=(RemovalOnSignal&&) = delete;

 private:
  std::size_t slot_;
};

/// Removes all registered files, for a program that exits without unwinding.
void remove_unfinished_files() noexcept;

/// Defers those signals while it lives, so that a file is not left half written. The signals of failed writes (PIPE,
/// XFSZ) are dropped: `write` reports the same error.
class SignalDeferral {
 public:
  SignalDeferral();
  ~SignalDeferral();
  SignalDeferral(const SignalDeferral&) = delete;
  SignalDeferral& operator=(const SignalDeferral&) = delete;
  SignalDeferral(SignalDeferral&&) = delete;
  SignalDeferral& operator=(SignalDeferral&&) = delete;
};

}  // namespace ku
