#pragma once

#include <stdexcept>

#include <sorani/export.hpp>

namespace sorani {

/// What the library throws: a wrong option, an unknown name, a malformed rule file. Text never makes it throw.
class SORANI_API Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace sorani
