#include "transliterate/to_arabic/deromanizer.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/output_buffer.hpp"

namespace sorani::transliterate {

Deromanizer::Deromanizer(const Scheme& scheme, bool keep_punctuation)
    : rules_(scheme), transducer_(rules_, keep_punctuation), rule_deromanizer_(rules_, keep_punctuation) {}

void Deromanizer::append(std::string_view text, std::string& out, Fragment /*fragment*/) {
  // Only an enclitic depends on what is before a space, so that the text can be cut. The cursors of the parts run
  // interleaved: a step of the transducer depends on the one before, so that one cursor would wait for memory.
  constexpr std::size_t kParts = LatinTransducer::kParallel;
  base::OutputBuffer writer(out);
  std::array<base::OutputBuffer, kParts - 1> part_writers;
  for (std::size_t i = 0; i < part_writers.size(); ++i) {
    part_outputs_[i].clear();
    part_writers[i].attach(part_outputs_[i]);
  }
  std::size_t begin = 0;
  const auto next_part = [&](std::size_t i) {
    std::size_t end = std::max(begin, text.size() / kParts * (i + 1));
    if (i + 1 == kParts) end = text.size();
    while (end < text.size() && !is_boundary(text, end)) ++end;
    base::OutputBuffer& part_writer = i == 0 ? writer : part_writers[i - 1];
    part_writer.reserve(i == 0 ? text.size() : end - begin);
    const std::string_view part = text.substr(begin, end - begin);
    begin = end;
    return LatinTransducer::Cursor(part, part_writer);
  };
  auto cursors = [&]<std::size_t... i>(std::index_sequence<i...>) { return std::array{next_part(i)...}; }
  (std::make_index_sequence<kParts>());
  const auto is_at_end = [](const LatinTransducer::Cursor& cursor) { return cursor.is_at_end(); };
  while (std::none_of(cursors.begin(), cursors.end(), is_at_end)) {
    transducer_.run(cursors);
    for (LatinTransducer::Cursor& cursor : cursors) convert_by_rules(cursor);
  }
  for (LatinTransducer::Cursor& cursor : cursors) {
    while (!cursor.is_at_end()) {
      transducer_.run(cursor);
      convert_by_rules(cursor);
    }
  }
  for (std::size_t i = 0; i < part_writers.size(); ++i) {
    part_writers[i].finish();
    writer.put(part_outputs_[i]);
  }
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
  base::OutputBuffer& out = cursor.out();
  const std::size_t begin = cursor.at();
  std::size_t end = begin;
  while (end < text.size() && !is_space(text[end])) ++end;
  if (end < text.size() && !is_boundary(text, end)) {
    cursor.resume(rule_deromanizer_.convert(text, begin, end, out));
    return;
  }
  const std::string_view chunk = text.substr(begin, end - begin);
  const FirstLevelCache::Location location = cache_.locate(chunk, text.size() - begin);
  if (const std::string_view known = cache_.find(chunk, location); known.data() != nullptr) {
    out.put(known);
  } else {
    const std::size_t written_before = out.size();
    rule_deromanizer_.convert(text, begin, end, out);
    cache_.store(chunk, location, out.written(written_before));
  }
  cursor.resume(end);
}

}  // namespace sorani::transliterate
