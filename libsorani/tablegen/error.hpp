#pragma once

#include <stdexcept>

namespace tablegen {

/// What stops the program: wrong arguments, or a data file that is malformed (`file:line: message`).
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace tablegen
