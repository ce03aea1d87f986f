#pragma once

#include <cstdint>

#include "normalize/output_tail.hpp"

namespace sorani::normalize {

/// The rule html: decodes the character reference that ends with the last character of the output, a semicolon. Returns
/// true if there is one.
bool decode_reference(OutputTail& tail, std::uint16_t rule);

}  // namespace sorani::normalize
