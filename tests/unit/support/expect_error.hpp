#pragma once

#include <string>

#include "error.hpp"
#include "support/error_message.hpp"

namespace sorani::test {

/// `error_message` for tablegen::Error.
template <typename Call>
std::string tablegen_error(Call call) {
  return error_message<tablegen::Error>(call);
}

}  // namespace sorani::test
