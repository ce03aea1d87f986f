#include "normalize/output_tail.hpp"

namespace sorani::normalize {

void OutputTail::begin(std::string& out, const ChangeSink* sink, std::size_t expected) {
  buffer_.attach(out);
  begin_ = out.size();
  buffer_.reserve(expected + kSlack);
  low_water_mark_ = 0;
  sink_ = sink;
  origins_.clear();
  pending_.clear();
}

void OutputTail::replace_tail(std::size_t from, std::u32string_view text, char32_t boundary, std::string_view rule) {
  const std::size_t end = end_before(boundary);
  const std::size_t origin = origin_of(from);
  report(rule, origin, written().substr(from, end - from), text);
  if (boundary != kNoBoundary) unread(boundary, origin_of(end));
  unread(text, origin);
  truncate(from);
}

void OutputTail::report(std::string_view rule, std::size_t origin, std::string_view before,
                        std::u32string_view after) const {
  if (sink_ == nullptr) return;
  std::string text;
  for (const char32_t c : after) utf8::append(c, text);
  (*sink_)({origin, rule, before, text});
}

}  // namespace sorani::normalize
