#include "transliterate/to_arabic/deromanizer.hpp"

#include "base/output_buffer.hpp"

namespace sorani::transliterate {

Deromanizer::Deromanizer(const Scheme& scheme, bool keep_punctuation)
    : rules_(scheme), transducer_(rules_, keep_punctuation), others_(rules_, keep_punctuation) {}

void Deromanizer::append(std::string_view text, std::string& out, Fragment /*fragment*/) {
  // Nothing reaches over a space but an enclitic, so the two halves can be written at once.
  std::size_t middle = text.size() / 2;
  while (middle < text.size() && !ends_part(text, middle)) ++middle;
  base::OutputBuffer writer(out);
  writer.reserve(text.size());
  half_.clear();
  base::OutputBuffer half_writer(half_);
  half_writer.reserve(text.size() / 2);
  LatinTransducer::Strand first(text.substr(0, middle), writer), second(text.substr(middle), half_writer);
  while (!first.is_at_end() && !second.is_at_end()) {
    transducer_.run(first, second);
    convert_others(first);
    convert_others(second);
  }
  for (LatinTransducer::Strand* const strand : {&first, &second}) {
    while (!strand->is_at_end()) {
      transducer_.run(*strand);
      convert_others(*strand);
    }
  }
  half_writer.finish();
  writer.put(half_);
  writer.finish();
}

/// True if a space stands at `at` that nothing reaches over.
bool Deromanizer::ends_part(std::string_view text, std::size_t at) const {
  if (!is_space(text[at])) return false;
  return text[at] != ' ' || at + 1 == text.size() || !rules_.may_begin_enclitic(text, at + 1);
}

/// Writes what the transducer leaves alone, if there is something.
void Deromanizer::convert_others(LatinTransducer::Strand& strand) {
  if (!strand.is_left_alone()) return;
  const std::string_view text = strand.text();
  std::size_t end = strand.at();
  while (end < text.size() && !is_space(text[end])) ++end;
  strand.go_on(others_.convert(text, strand.at(), end, strand.out()));
}

}  // namespace sorani::transliterate
