#pragma once

#include <gtest/gtest.h>

#include <string>

namespace sorani::test {

/// The text of the error that `call` throws; empty, and a failure, if it throws none.
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

}  // namespace sorani::test
