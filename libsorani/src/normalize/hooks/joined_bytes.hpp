#pragma once

#include "normalize/output_tail.hpp"

namespace sorani::normalize {

/// Handles a byte of ill-formed UTF-8 at the end of the output. If it encodes a character together with bytes before
/// it, which a rule made adjacent, makes that character pending instead. Returns true if so.
bool join_bytes(OutputTail& tail);

}  // namespace sorani::normalize
