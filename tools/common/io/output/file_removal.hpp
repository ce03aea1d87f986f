#pragma once

#include <string>

namespace ku {

/// A file that is removed when a signal ends the program: HUP, INT, QUIT, PIPE, ALRM, TERM, USR1, USR2, POLL, XCPU,
/// XFSZ, VTALRM or PROF, unless the caller has turned the signal off, as nohup does. The program still ends by that
/// signal.
///
/// Made before the file is, so that no signal can come in between; the name must not be that of a file of others.
class RemovedOnSignal {
 public:
  explicit RemovedOnSignal(const std::string& name);
  ~RemovedOnSignal();
  RemovedOnSignal(const RemovedOnSignal&) = delete;
  RemovedOnSignal& operator=(const RemovedOnSignal&) = delete;
  RemovedOnSignal(RemovedOnSignal&&) = delete;
  RemovedOnSignal& operator=(RemovedOnSignal&&) = delete;

 private:
  std::size_t slot_;
};

/// Removes all such files, for a program that ends at once.
void remove_unfinished_files() noexcept;

/// While it lives, those signals wait: a file must not be left half written. A signal that reports a failed write
/// (PIPE, XFSZ) is dropped, since the error of the write tells the same.
class SignalsHeldBack {
 public:
  SignalsHeldBack();
  ~SignalsHeldBack();
  SignalsHeldBack(const SignalsHeldBack&) = delete;
  SignalsHeldBack& operator=(const SignalsHeldBack&) = delete;
  SignalsHeldBack(SignalsHeldBack&&) = delete;
  SignalsHeldBack& operator=(SignalsHeldBack&&) = delete;
};

}  // namespace ku
