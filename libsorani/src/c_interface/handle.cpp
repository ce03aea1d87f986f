#include "c_interface/handle.hpp"

#include <exception>
#include <stdexcept>

namespace sorani::c_interface {
namespace {

/// Keeps a copy of the text of an error; without memory for it, the description of the status.
void set_error(Handle& handle, sorani_status status, const char* text) noexcept {
  try {
    handle.error_copy = text;
    handle.error = handle.error_copy.c_str();
  } catch (...) {
    handle.error = sorani_status_text(status);
  }
}

}  // namespace

sorani_status status_of_exception(Handle& handle) noexcept {
  try {
    throw;
  } catch (const Error& error) {
    set_error(handle, SORANI_INVALID_ARGUMENT, error.what());
    return SORANI_INVALID_ARGUMENT;
  } catch (const std::bad_alloc&) {
    handle.error = sorani_status_text(SORANI_OUT_OF_MEMORY);
    return SORANI_OUT_OF_MEMORY;
  } catch (const std::length_error&) {
    handle.error = sorani_status_text(SORANI_OUT_OF_MEMORY);
    return SORANI_OUT_OF_MEMORY;
  } catch (const std::exception& error) {
    set_error(handle, SORANI_INTERNAL_ERROR, error.what());
    return SORANI_INTERNAL_ERROR;
  } catch (...) {
    handle.error = sorani_status_text(SORANI_INTERNAL_ERROR);
    return SORANI_INTERNAL_ERROR;
  }
}

}  // namespace sorani::c_interface

const char* sorani_status_text(sorani_status status) noexcept {
  switch (status) {
    case SORANI_OK:
      return "success";
    case SORANI_INVALID_ARGUMENT:
      return "invalid argument";
    case SORANI_OUT_OF_MEMORY:
      return "out of memory";
    case SORANI_INTERNAL_ERROR:
      return "internal error";
  }
  return "unknown status";
}
