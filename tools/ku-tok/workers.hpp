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

/// Tokens with spaces between, line by line.
class SpacedWorker : public Worker {
 public:
  explicit SpacedWorker(sorani::Tokenizer tokenizer) : tokenizer_(tokenizer) {}
  void process(const Chunk& chunk, std::string& out, Report& report) override;

 private:
  sorani::Tokenizer tokenizer_;
};

/// Sentences as they are, one per line.
class SentenceWorker : public Worker {
 public:
  explicit SentenceWorker(char terminator) : splitter_(terminator) {}
  void process(const Chunk& chunk, std::string& out, Report& report) override;

 private:
  sorani::SentenceSplitter splitter_;
};

/// Tokens joined into text.
class DetokenizeWorker : public Worker {
 public:
  void process(const Chunk& chunk, std::string& out, Report& report) override;
};

/// Lines or sentences with their tokens, in the format that a formatter writes.
class TokenWorker : public Worker {
 public:
  TokenWorker(const Options& options, std::unique_ptr<Formatter> formatter);
  void process(const Chunk& chunk, std::string& out, Report& report) override;

 private:
  /// The line that is being read.
  struct Line {
    std::size_t begin;  ///< bytes from the start of the chunk
    std::size_t end;    ///< without the terminator
    bool is_terminated;
    std::uint64_t number;
    std::uint64_t bytes_before;  ///< of the line in earlier chunks
  };

  void find_sentences(const Chunk& chunk);
  void write_unit(const Chunk& chunk, const Line& line, std::size_t next, std::string& out);

  const sorani::Tokenizer tokenizer_;
  const sorani::SentenceSplitter splitter_;
  const Kinds kinds_;
  const bool sentences_;
  const std::unique_ptr<Formatter> formatter_;

  std::vector<std::size_t> sentence_ends_;  // of the chunk
  std::vector<sorani::Token> tokens_;       // of the unit
  std::vector<sorani::Token> chosen_;       // those of the kinds to write
  std::size_t unit_before_ = 0;             // where the last unit ends, or its line begins
};

}  // namespace ku::tok
