#pragma once

#include <memory>
#include <sorani/sentence_splitter.hpp>
#include <sorani/tokenizer.hpp>
#include <string>
#include <vector>

#include "common/pipeline/chunk.hpp"
#include "ku-tok/formatters.hpp"
#include "ku-tok/options.hpp"

namespace ku::tok {

/// Writes tokens separated by spaces.
class SpacedWorker : public Worker {
 public:
  explicit SpacedWorker(sorani::Tokenizer tokenizer) : tokenizer_(tokenizer) {}
  void process(const Chunk& chunk, std::string& out, Report& report) override;

 private:
  sorani::Tokenizer tokenizer_;
};

/// Writes sentences unchanged, one per line.
class SentenceWorker : public Worker {
 public:
  explicit SentenceWorker(char terminator) : splitter_(terminator) {}
  void process(const Chunk& chunk, std::string& out, Report& report) override;

 private:
  sorani::SentenceSplitter splitter_;
};

/// Joins tokens into text.
class DetokenizeWorker : public Worker {
 public:
  void process(const Chunk& chunk, std::string& out, Report& report) override;
};

/// Writes the tokens of lines or sentences through a formatter.
class TokenWorker : public Worker {
 public:
  TokenWorker(const Options& options, std::unique_ptr<Formatter> formatter);
  void process(const Chunk& chunk, std::string& out, Report& report) override;

 private:
  /// The current line.
  struct Line {
    std::size_t begin;  ///< offset in the chunk
    std::size_t end;    ///< offset of the terminator, or of the end of the chunk
    bool is_terminated;
    std::uint64_t number;
    std::uint64_t bytes_before;  ///< bytes of the line in earlier chunks
  };

  void find_sentences(const Chunk& chunk);
  void write_unit(const Chunk& chunk, const Line& line, std::size_t next, std::string& out);

  const sorani::Tokenizer tokenizer_;
  const sorani::SentenceSplitter splitter_;
  const sorani::TokenKinds kinds_;
  const bool sentences_;
  const std::unique_ptr<Formatter> formatter_;

  std::vector<std::size_t> sentence_ends_;  // offsets in the chunk
  std::vector<sorani::Token> tokens_;       // of the current unit
  std::vector<sorani::Token> chosen_;       // those of the kinds to write
  std::size_t units_end_ = 0;               // end of the text already written as units; the start of the line if none
};

}  // namespace ku::tok
