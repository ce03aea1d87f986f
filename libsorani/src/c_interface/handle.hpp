#pragma once

#include <sorani/sorani.h>

#include <cstddef>
#include <cstring>
#include <new>
#include <sorani/error.hpp>
#include <string>
#include <string_view>

// What the handles of the C interface share. No exception leaves `call` and `make`: each becomes a status and a text in
// the handle. A handle whose call ran out of memory may be in the middle of a text; it is not used again.
namespace sorani::c_interface {

/// The base of all handles. Making one allocates nothing.
struct Handle {
  std::string text;                  ///< result of the last call
  std::string error_copy;            ///< the memory of `error`, if it is not constant
  const char* error = "";            ///< of the last call
  sorani_status broken = SORANI_OK;  ///< why the handle cannot be used any more
};

/// The status of the exception that is being handled; its text is stored in the handle.
sorani_status status_of_exception(Handle& handle) noexcept;

/// Calls `work()` and returns the status.
template <typename Work>
sorani_status call(Handle* handle, Work&& work) noexcept {
  if (handle == nullptr) return SORANI_INVALID_ARGUMENT;
  if (handle->broken != SORANI_OK) return handle->broken;
  handle->error = "";
  try {
    work();
    return SORANI_OK;
  } catch (...) {
    const sorani_status status = status_of_exception(*handle);
    if (status != SORANI_INVALID_ARGUMENT) handle->broken = status;
    return status;
  }
}

/// More than any struct of options will have: larger sizes were never set.
inline constexpr std::size_t kMaxOptionsSize = 4096;

/// A copy of a caller's options, in which members that the caller does not know are 0.
template <typename Options>
Options known_options(const Options* given) {
  Options options{};
  options.struct_size = sizeof options;
  if (given == nullptr) return options;
  const std::size_t size = given->struct_size;
  if (size < sizeof size || size > kMaxOptionsSize) throw Error("struct_size of the options is not set");
  const char* const bytes = reinterpret_cast<const char*>(given);
  for (std::size_t i = sizeof options; i < size; ++i) {
    if (bytes[i] != 0) throw Error("an option is of a later version of the library");
  }
  std::memcpy(&options, bytes, size < sizeof options ? size : sizeof options);
  return options;
}

/// Makes a handle and calls `configure(handle, options)`. If that fails, the handle holds nothing but the error.
template <typename Options, typename AnyHandle, typename Configure>
sorani_status make(const Options* options, AnyHandle** handle, Configure&& configure) noexcept {
  if (handle == nullptr) return SORANI_INVALID_ARGUMENT;
  *handle = new (std::nothrow) AnyHandle;
  if (*handle == nullptr) return SORANI_OUT_OF_MEMORY;
  (*handle)->broken = call(*handle, [&] { configure(**handle, known_options(options)); });
  return (*handle)->broken;
}

/// The text of the last error.
inline const char* error_text(const Handle* handle) noexcept {
  return handle == nullptr ? "there is no handle: out of memory, or a NULL pointer was given" : handle->error;
}

/// The text that a caller gives; throws `Error` for NULL with a size.
inline std::string_view text_of(const char* text, std::size_t size) {
  if (text == nullptr && size != 0) throw Error("the text is NULL, but its size is not 0");
  return {text, size};
}

/// Throws `Error` if a place for a result is NULL.
inline void need_place(bool is_given) {
  if (!is_given) throw Error("the place for a result is NULL");
}

/// Sets a pair of results to nothing, before they are known.
template <typename Item>
void clear_result(const Item** items, std::size_t* count) noexcept {
  if (items != nullptr) *items = nullptr;
  if (count != nullptr) *count = 0;
}

/// Calls `append(text, handle.text)` and gives what it has written to the caller.
template <typename AnyHandle, typename Append>
sorani_status give_text(AnyHandle* handle, const char* text, std::size_t size, const char** out, std::size_t* out_size,
                        Append&& append) noexcept {
  clear_result(out, out_size);
  return call(handle, [&] {
    need_place(out != nullptr && out_size != nullptr);
    handle->text.clear();
    append(text_of(text, size), handle->text);
    *out = handle->text.c_str();
    *out_size = handle->text.size();
  });
}

/// Gives a list to the caller. An empty list is not NULL.
template <typename List, typename Item>
void give_list(List& list, const Item** items, std::size_t* count) {
  if (list.capacity() == 0) list.reserve(1);
  *items = list.data();
  *count = list.size();
}

/// The value of a string option.
inline std::string_view value_or(const char* value, std::string_view otherwise) noexcept {
  return value == nullptr ? otherwise : std::string_view(value);
}

/// Sets `option` to the value that `value_of` gives for a name; NULL leaves it as it is.
template <typename Value, typename ValueOf>
void set_named(Value& option, ValueOf&& value_of, const char* name, const char* what) {
  if (name == nullptr) return;
  const auto value = value_of(name);
  if (!value) throw Error("unknown " + std::string(what) + " '" + name + "'");
  option = *value;
}

/// What ends a line.
inline char line_end(int null_lines) noexcept { return null_lines != 0 ? '\0' : '\n'; }

}  // namespace sorani::c_interface
