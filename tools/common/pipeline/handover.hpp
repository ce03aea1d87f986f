#pragma once

#if defined(__SANITIZE_THREAD__)
#define KU_THREAD_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define KU_THREAD_SANITIZER 1
#endif
#endif
#ifdef KU_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#endif

namespace ku {

/// Tells the thread sanitizer that what was done before the last `release` of an object happens before this. It cannot
/// see it where oneTBB passes objects from thread to thread, because the library of Debian is not built with it. In
/// other builds nothing.
inline void acquire([[maybe_unused]] const void* object) noexcept {
#ifdef KU_THREAD_SANITIZER
  __tsan_acquire(const_cast<void*>(object));
#endif
}

/// What was done up to here happens before the next `acquire` of the object.
inline void release([[maybe_unused]] const void* object) noexcept {
#ifdef KU_THREAD_SANITIZER
  __tsan_release(const_cast<void*>(object));
#endif
}

/// The part of the code in which an object belongs to one thread: `acquire` at its start, `release` at its end.
class Handover {
 public:
  explicit Handover(const void* object) noexcept : object_(object) { acquire(object_); }
  ~Handover() { release(object_); }
  Handover(const Handover&) = delete;
  Handover& operator=(const Handover&) = delete;
  Handover(Handover&&) = delete;
  Handover& operator=(Handover&&) = delete;

 private:
  const void* object_;
};

}  // namespace ku
