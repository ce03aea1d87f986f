#pragma once

#include <gtest/gtest.h>

#include <string>

#include "error.hpp"

namespace sorani::test {

/// What a tablegen::Error said that was thrown by `call`, or nothing (and a failure) if none was.
template <typename Call>
std::string tablegen_error(Call call) {
  try {
    call();
  } catch (const tablegen::Error& error) {
    return error.what();
  }
  ADD_FAILURE() << "no error was thrown";
  return {};
}

}  // namespace sorani::test
