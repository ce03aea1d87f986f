#pragma once

#include <cstddef>
#include <string_view>

#include "count/units/token_source.hpp"

namespace sorani::count {

/// Base of the token sources: the text and the position in it.
class TextSource : public TokenSource {
 public:
  void begin(std::string_view text, bool starts_line) override {
    text_ = text;
    at_ = 0;
    is_first_ = is_first_ || starts_line;
  }

 protected:
  /// How many bytes of the text may be read from `from`.
  std::size_t readable(const char* from) const { return static_cast<std::size_t>(text_.data() + text_.size() - from); }

  std::string_view text_;
  std::size_t at_ = 0;
  bool is_first_ = true;  // the next unit starts a line
};

}  // namespace sorani::count
