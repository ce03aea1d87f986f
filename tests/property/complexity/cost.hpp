#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace sorani::test {

/// Something done to a text: what the library does for a tool in one of its modes.
struct Operation {
  std::string name;
  /// Makes what does it, without anything left from an earlier text. Called outside of the time that is measured.
  std::function<std::function<void(std::string_view)>()> make;
  /// Bytes of the shorter text; the longer one has sixteen times as many.
  std::size_t size = std::size_t{4} << 10;
};

/// A text of about so many bytes.
using MakeText = std::function<std::string(std::size_t)>;

/// Empty if the operation takes time linear in the text, else what was measured.
///
/// Time is that of the processor, for this process. A text is compared with one sixteen times as long: linear is 16, n
/// log n about 21, quadratic 256; over 36 fails. A machine that is busy with other work disturbs less than that, and
/// what seems to fail is measured again. What is done with the longer text sooner than anything could look through the
/// rest of it from each byte, by the widest instructions there are, passes at once.
std::string cost_failure(const Operation& operation, const MakeText& make_text);

}  // namespace sorani::test
