#pragma once

#include <stdexcept>

#include <sorani/export.hpp>

namespace sorani {
inline namespace v0 {

/// Thrown for a wrong option, an unknown name or a malformed word map; never because of the text that is processed.
class SORANI_API Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace v0
}  // namespace sorani
