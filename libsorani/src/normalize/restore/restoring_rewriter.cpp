#include "normalize/restore/restoring_rewriter.hpp"

#include <algorithm>

namespace sorani::normalize::restore {
namespace {

std::string_view without_terminator(std::string_view line) {
  if (!line.empty() && (line.back() == '\n' || line.back() == '\0')) line.remove_suffix(1);
  return line;
}

/// The fragment that a part of a text is, which begins at a line's start unless it is the first part, and ends
/// likewise.
Fragment part_of(Fragment whole, bool is_first, bool is_last) {
  const bool starts = !is_first || starts_line(whole);
  const bool ends = !is_last || ends_line(whole);
  if (starts) return ends ? Fragment::whole : Fragment::first;
  return ends ? Fragment::last : Fragment::middle;
}

}  // namespace

RestoringRewriter::RestoringRewriter(Rewriter& rewriter, double min_probability)
    : rewriter_(rewriter), restorer_(built_in_model(), Channel::built_in(), {}, min_probability) {}

void RestoringRewriter::run(std::string_view text, std::string& out, Fragment fragment, const ChangeSink* sink) {
  std::size_t done = 0;  // lines up to here are in the output
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = line_end(text, begin);
    const std::string_view line = text.substr(begin, end - begin);
    if (!LineReader::is_kurdish(without_terminator(line))) {
      if (done < begin) rewrite_lines(text, done, begin, out, part_of(fragment, done == 0, false), sink);
      run_line(line, begin, out, part_of(fragment, begin == 0, end == text.size()), sink);
      done = end;
    }
    begin = end;
  }
  if (done < text.size() || text.empty()) {
    rewrite_lines(text, done, text.size(), out, part_of(fragment, done == 0, true), sink);
  }
}

/// Lines in Kurdish letters.
void RestoringRewriter::rewrite_lines(std::string_view text, std::size_t begin, std::size_t end, std::string& out,
                                      Fragment fragment, const ChangeSink* sink) {
  const std::string_view lines = text.substr(begin, end - begin);
  if (sink == nullptr) return rewriter_.run(lines, out, fragment, nullptr);
  const ChangeSink from_begin = [&](const Change& change) {
    (*sink)({begin + change.offset, change.rule, change.before, change.after});
  };
  rewriter_.run(lines, out, fragment, &from_begin);
}

void RestoringRewriter::run_line(std::string_view line, std::size_t offset, std::string& out, Fragment fragment,
                                 const ChangeSink* sink) {
  const Way way = find_way(line, fragment, result_);
  out += result_;
  if (sink == nullptr) return;
  const OffsetMap from_line = [=](std::size_t at) { return offset + at; };
  if (way == Way::restored) return explain(line, fragment, from_line, *sink);
  const ChangeSink from_text = [&](const Change& change) {
    (*sink)({from_line(change.offset), change.rule, change.before, change.after});
  };
  rewritten_.clear();
  rewriter_.run(line, rewritten_, fragment, &from_text);
  if (way == Way::rewritten) return;
  const std::vector<std::size_t> origins = rewriter_.origins();
  const auto from_rewritten = [&](std::size_t at) {
    return from_line(at < origins.size() ? origins[at] : line.size());
  };
  explain(rewritten_, fragment, from_rewritten, *sink);
}

/// Sets `result` to what the line becomes.
RestoringRewriter::Way RestoringRewriter::find_way(std::string_view line, Fragment fragment, std::string& result) {
  restore_and_rewrite(line, fragment, result);
  if (result == line || is_fixed_point(result, fragment)) return Way::restored;
  rewritten_.clear();
  rewriter_.run(line, rewritten_, fragment, nullptr);
  if (!is_fixed_point(rewritten_, fragment)) {
    restore_and_rewrite(rewritten_, fragment, result);
    if (is_fixed_point(result, fragment)) return Way::rewritten_then_restored;
  }
  result = rewritten_;
  return Way::rewritten;
}

/// Of a line to which the rules have been applied.
bool RestoringRewriter::is_fixed_point(std::string_view line, Fragment fragment) {
  if (LineReader::is_kurdish(without_terminator(line))) return true;
  restore_and_rewrite(line, fragment, again_);
  return again_ == line;
}

void RestoringRewriter::restore_and_rewrite(std::string_view line, Fragment fragment, std::string& out) {
  const std::string_view content = without_terminator(line);
  restored_.clear();
  restorer_.restore(content, restored_, nullptr);
  restored_ += line.substr(content.size());
  out.clear();
  rewriter_.run(restored_, out, fragment, nullptr);
}

/// Reports what `restore_and_rewrite` does.
void RestoringRewriter::explain(std::string_view line, Fragment fragment, const OffsetMap& origin,
                                const ChangeSink& sink) {
  const std::string_view content = without_terminator(line);
  restored_.clear();
  restorer_.restore(content, restored_, &replacements_);
  restored_ += line.substr(content.size());
  for (const Replacement& word : replacements_) {
    sink({origin(word.begin), Program::kRestoreRule, line.substr(word.begin, word.end - word.begin),
          std::string_view(restored_).substr(word.written_begin, word.written_end - word.written_begin)});
  }
  const ChangeSink from_restored = [&](const Change& change) {
    const auto behind =
        std::upper_bound(replacements_.begin(), replacements_.end(), change.offset,
                         [](std::size_t at, const Replacement& word) { return at < word.written_begin; });
    std::size_t at = change.offset;
    if (behind != replacements_.begin()) {
      const Replacement& word = behind[-1];
      at = at < word.written_end ? word.begin : word.end + (at - word.written_end);
    }
    sink({origin(at), change.rule, change.before, change.after});
  };
  again_.clear();
  rewriter_.run(restored_, again_, fragment, &from_restored);
}

}  // namespace sorani::normalize::restore
