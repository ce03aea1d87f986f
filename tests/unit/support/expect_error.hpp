#pragma once

#include <gtest/gtest.h>

#include <string>

#include "error.hpp"

namespace sorani::test {

/// What an error said that was thrown by `call`, or nothing (and a failure) if none was.
template <typename Error, typename Call>
std::string error_message(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.what();
  }
  ADD_FAILURE() << "no error was thrown";
  return {};
}

/// `error_message` for tablegen::Error.
template <typename Call>
std::string tablegen_error(Call call) {
  return error_message<tablegen::Error>(call);
}

}  // namespace sorani::test
