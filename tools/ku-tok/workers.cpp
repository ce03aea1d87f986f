#include "ku-tok/workers.hpp"

#include <algorithm>
#include <array>
#include <sorani/detokenize.hpp>
#include <utility>

namespace ku::tok {
namespace {

std::string_view slice(std::string_view text, std::size_t begin, std::size_t end) {
  return text.substr(begin, end - begin);
}

}  // namespace

void SpacedWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  tokenizer_.append_spaced(chunk.text, out, chunk.terminator, chunk.fragment);
}

void SentenceWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  std::size_t end = 0;
  splitter_(chunk.text, [&](const sorani::Sentence& sentence) {
    if (end > 0) out += chunk.terminator;
    out += sentence.text;
    end = sentence.offset + sentence.text.size();
  });
  // The last sentence is terminated if its line is.
  if (end > 0 && chunk.text.find(chunk.terminator, end) != std::string_view::npos) out += chunk.terminator;
}

void DetokenizeWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  sorani::append_detokenized(chunk.text, out, chunk.terminator);
}

TokenWorker::TokenWorker(const Options& options, std::unique_ptr<Formatter> formatter)
    : tokenizer_(options.tokenizer),
      splitter_(options.common.line_end()),
      kinds_(options.kinds),
      sentences_(options.sentences),
      formatter_(std::move(formatter)) {}

void TokenWorker::process(const Chunk& chunk, std::string& out, Report& /*report*/) {
  const std::string_view text = chunk.text;
  find_sentences(chunk);
  auto sentence = sentence_ends_.begin();
  const auto line_at = [&](std::size_t begin, std::uint64_t number, std::uint64_t bytes_before) {
    const std::size_t end = text.find(chunk.terminator, begin);
    const bool is_terminated = end != std::string_view::npos;
    return Line{begin, is_terminated ? end : text.size(), is_terminated, number, bytes_before};
  };
  if (text.empty()) return;
  Line line = line_at(0, chunk.first_line, chunk.first_byte);
  tokens_.clear();
  units_end_ = 0;
  const auto end_line = [&] {
    write_unit(chunk, line, line.end, out);
    formatter_->end_line(line.is_terminated, out);
    if (!line.is_terminated) return;
    line = line_at(line.end + 1, line.number + 1, 0);
    units_end_ = line.begin;
  };
  tokenizer_(text, [&](const sorani::Token& token) {
    while (token.offset >= line.end) end_line();
    while (sentence != sentence_ends_.end() && *sentence <= token.offset) {
      write_unit(chunk, line, token.offset, out);
      ++sentence;
    }
    tokens_.push_back(token);
  });
  while (line.begin < text.size()) {
    const bool was_last = !line.is_terminated;
    end_line();
    if (was_last) break;
  }
}

void TokenWorker::find_sentences(const Chunk& chunk) {
  sentence_ends_.clear();
  if (!sentences_) return;
  splitter_(chunk.text, [&](const sorani::Sentence& sentence) {
    sentence_ends_.push_back(sentence.offset + sentence.text.size());
  });
}

void TokenWorker::write_unit(const Chunk& chunk, const Line& line, std::size_t next, std::string& out) {
  if (tokens_.empty()) return;
  const std::size_t begin = tokens_.front().offset;
  const std::size_t end = tokens_.back().offset + tokens_.back().text.size();
  Unit unit;
  unit.text = slice(chunk.text, begin, end);
  unit.line = line.number;
  unit.start = line.bytes_before + begin - line.begin;
  unit.ends_line = next == line.end;
  unit.is_terminated = line.is_terminated;
  unit.before = units_end_ == line.begin ? slice(chunk.text, line.begin, begin) : std::string_view();
  unit.after = slice(chunk.text, end, unit.ends_line && line.is_terminated ? next + 1 : next);
  units_end_ = next;
  if (kinds_ == sorani::TokenKinds::all()) {
    formatter_->write(unit, tokens_, out);
  } else {
    chosen_.clear();
    std::copy_if(tokens_.begin(), tokens_.end(), std::back_inserter(chosen_),
                 [&](const sorani::Token& token) { return kinds_.contains(token.kind); });
    formatter_->write(unit, chosen_, out);
  }
  tokens_.clear();
}

}  // namespace ku::tok
