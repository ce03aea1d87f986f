#pragma once

#include <cstdint>

#include "normalize/output_tail.hpp"

namespace sorani::normalize {

/// The rule nfc: Unicode normalization form C of the end of the output, whose last character is `mark`. Returns true if
/// that changes it.
bool order_marks(OutputTail& tail, char32_t mark, std::uint16_t rule);

}  // namespace sorani::normalize
