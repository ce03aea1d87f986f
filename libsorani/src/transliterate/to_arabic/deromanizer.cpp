#include "transliterate/to_arabic/deromanizer.hpp"

#include "base/output_buffer.hpp"

namespace sorani::transliterate {

Deromanizer::Deromanizer(const Scheme& scheme, bool keep_punctuation)
    : rules_(scheme), transducer_(rules_, keep_punctuation), rule_deromanizer_(rules_, keep_punctuation) {}

void Deromanizer::append(std::string_view text, std::string& out, Fragment /*fragment*/) {
  // Only an enclitic depends on what is before a space, so that the text can be cut into two halves. Their cursors run
  // interleaved: a step of the transducer depends on the one before, so that one cursor would wait for memory.
  std::size_t middle = text.size() / 2;
  while (middle < text.size() && !is_boundary(text, middle)) ++middle;
  base::OutputBuffer writer(out);
  writer.reserve(text.size());
  second_half_.clear();
  base::OutputBuffer second_writer(second_half_);
  second_writer.reserve(text.size() / 2);
  LatinTransducer::Cursor first(text.substr(0, middle), writer), second(text.substr(middle), second_writer);
  while (!first.is_at_end() && !second.is_at_end()) {
    transducer_.run(first, second);
    convert_by_rules(first);
    convert_by_rules(second);
  }
  for (LatinTransducer::Cursor* const cursor : {&first, &second}) {
    while (!cursor->is_at_end()) {
      transducer_.run(*cursor);
      convert_by_rules(*cursor);
    }
  }
  second_writer.finish();
  writer.put(second_half_);
  writer.finish();
}

/// True for white space at `at` across which no rule sees.
bool Deromanizer::is_boundary(std::string_view text, std::size_t at) const {
  if (!is_space(text[at])) return false;
  return text[at] != ' ' || at + 1 == text.size() || !rules_.may_begin_enclitic(text, at + 1);
}

/// If the transducer has quit, converts the text up to the next space by the rules, and resumes there.
void Deromanizer::convert_by_rules(LatinTransducer::Cursor& cursor) {
  if (!cursor.has_quit()) return;
  const std::string_view text = cursor.text();
  std::size_t end = cursor.at();
  while (end < text.size() && !is_space(text[end])) ++end;
  cursor.resume(rule_deromanizer_.convert(text, cursor.at(), end, cursor.out()));
}

}  // namespace sorani::transliterate
