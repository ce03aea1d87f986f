#include "ku-lid/workers.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "common/text/escapes/json.hpp"

namespace ku::lid {
namespace {

using sorani::Language;
using sorani::LanguageScore;

/// Calls `visit(std::string_view line, std::size_t next)` for each line, without its terminator; `next` is where the
/// next one begins.
template <typename Visit>
void visit_lines(std::string_view text, char terminator, Visit&& visit) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(terminator, begin), text.size());
    const std::size_t next = std::min(end + 1, text.size());
    visit(text.substr(begin, end - begin), next);
    begin = next;
  }
}

void append_score(double probability, std::string& out) {
  fmt::format_to(std::back_inserter(out), "{:.4f}", probability);
}

/// The language of a result, or `und` if it is less likely than that.
Language label(const LanguageScore& score, double min_score) {
  return score.probability < min_score ? Language::und : score.language;
}

}  // namespace

void LabelWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  visit_lines(chunk.text, chunk.terminator, [&](std::string_view line, std::size_t next) {
    switch (options_.format) {
      case Format::label:
        write_label(line, out);
        break;
      case Format::tsv:
        write_tsv(line, out);
        break;
      case Format::jsonl:
        write_json(line, out);
        out += '\n';
        return;
    }
    // The last line of a file may have no terminator.
    if (chunk.text[next - 1] == chunk.terminator) out += chunk.terminator;
  });
}

std::size_t LabelWorker::identify(std::string_view line) {
  if (options_.shows_best) return identifier_.best(line, std::span(scores_).first(options_.best));
  if (options_.format == Format::label && options_.min_score == 0) {  // no probability is needed
    scores_[0].language = identifier_(line);
    return 1;
  }
  scores_[0] = identifier_.best(line);
  scores_[0].language = label(scores_[0], options_.min_score);
  return 1;
}

void LabelWorker::write_label(std::string_view line, std::string& out) {
  const std::size_t count = identify(line);
  if (!options_.shows_best) {
    out += to_string(scores_[0].language);
    return;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += '\t';
    out += to_string(scores_[i].language);
    out += '\t';
    append_score(scores_[i].probability, out);
  }
}

void LabelWorker::write_tsv(std::string_view line, std::string& out) {
  const std::size_t count = identify(line);
  for (std::size_t i = 0; i < count; ++i) {
    out += to_string(scores_[i].language);
    out += '\t';
    append_score(scores_[i].probability, out);
    out += '\t';
  }
  out += line;
}

void LabelWorker::write_json(std::string_view line, std::string& out) {
  const std::size_t count = identify(line);
  const auto append = [&](const LanguageScore& score) {
    fmt::format_to(std::back_inserter(out), R"("lang":"{}","lang_score":)", to_string(score.language));
    append_score(score.probability, out);
  };
  out += '{';
  if (options_.shows_best) {
    out += R"("langs":[)";
    for (std::size_t i = 0; i < count; ++i) {
      out += i == 0 ? "{" : ",{";
      append(scores_[i]);
      out += '}';
    }
    out += ']';
  } else {
    append(scores_[0]);
  }
  out += R"(,"text":)";
  append_json_string(line, out);
  out += '}';
}

KeepWorker::KeepWorker(const Options& options) : min_score_(options.min_score), invert_(options.invert) {
  for (const Language language : options.keep) is_kept_[static_cast<std::size_t>(language)] = true;
}

bool KeepWorker::keeps(std::string_view line) {
  const Language language = min_score_ == 0 ? identifier_(line) : label(identifier_.best(line), min_score_);
  return is_kept_[static_cast<std::size_t>(language)] != invert_;
}

void KeepWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  // Lines kept one after the other are copied at once.
  std::size_t begin = 0;
  std::size_t end = 0;
  visit_lines(chunk.text, chunk.terminator, [&](std::string_view line, std::size_t next) {
    const auto at = static_cast<std::size_t>(line.data() - chunk.text.data());
    if (!keeps(line)) return;
    if (at != end) {
      out += chunk.text.substr(begin, end - begin);
      begin = at;
    }
    end = next;
  });
  out += chunk.text.substr(begin, end - begin);
  if (end > begin) has_kept_ = true;
}

}  // namespace ku::lid
