#include "transliterate/deromanizer.hpp"

#include "transliterate/text_writer.hpp"

namespace sorani::transliterate {

Deromanizer::Deromanizer(const Scheme& scheme, bool keep_punctuation)
    : rules_(scheme), transducer_(rules_, keep_punctuation), others_(rules_, keep_punctuation) {}

void Deromanizer::append(std::string_view text, std::string& out, Fragment /*fragment*/) {
  TextWriter writer(out);
  writer.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    at = transducer_.convert(text, at, writer);
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    others_.convert(text, at, end, writer);
    at = end;
  }
  writer.finish();
}

}  // namespace sorani::transliterate
