#pragma once

#include <cstddef>
#include <sorani/transliterator.hpp>
#include <string>

#include "common/pipeline/chunk.hpp"

namespace ku::latin {

/// Writes the transliterated text.
class TextWorker : public Worker {
 public:
  explicit TextWorker(const sorani::Transliterator& transliterator) : transliterator_(transliterator) {}
  void process(const Chunk& chunk, std::string& out, Report& report) override;

 private:
  sorani::Transliterator transliterator_;
};

/// Writes the best readings of each word, a row each: word, reading, cost.
class ReadingsWorker : public Worker {
 public:
  ReadingsWorker(const sorani::Transliterator& transliterator, std::size_t count)
      : transliterator_(transliterator), count_(count) {}
  void process(const Chunk& chunk, std::string& out, Report& report) override;

 private:
  sorani::Transliterator transliterator_;
  std::size_t count_;
};

}  // namespace ku::latin
