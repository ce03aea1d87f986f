#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>

#include "common/pipeline/chunk.hpp"

namespace ku::norm {

/// The number of changes by each rule.
using RuleCounts = std::map<std::string_view, std::uint64_t>;

/// Writes the normalized text.
class NormalizeWorker : public Worker {
 public:
  explicit NormalizeWorker(const sorani::Normalizer& normalizer) : normalizer_(normalizer) {}
  void process(const Chunk& chunk, std::string& out, Report& report) override;

 private:
  sorani::Normalizer normalizer_;
};

/// Writes the normalized text and counts the changes.
class CountingWorker : public Worker {
 public:
  explicit CountingWorker(const sorani::Normalizer& normalizer) : normalizer_(normalizer) {}
  void process(const Chunk& chunk, std::string& out, Report& report) override;

  const RuleCounts& counts() const { return counts_; }

 private:
  sorani::Normalizer normalizer_;
  RuleCounts counts_;
};

/// Writes one row for each change: file, line, byte, rule, before, after; in records also the field.
class ExplainWorker : public Worker {
 public:
  explicit ExplainWorker(const sorani::Normalizer& normalizer) : normalizer_(normalizer) {}
  void process(const Chunk& chunk, std::string& out, Report& report) override;

 private:
  sorani::Normalizer normalizer_;
  std::string normalized_;
};

/// Writes one row for each spelling of each word: file, line, byte, word, spelling, cost; in records also the field.
class SuggestWorker : public Worker {
 public:
  SuggestWorker(const sorani::Normalizer& normalizer, std::size_t count) : normalizer_(normalizer), count_(count) {}
  void process(const Chunk& chunk, std::string& out, Report& report) override;

 private:
  sorani::Normalizer normalizer_;
  std::size_t count_;
};

/// Writes nothing. At the first chunk that normalizing changes, stops the run and sets `has_found_change`.
class CheckWorker : public Worker {
 public:
  explicit CheckWorker(const sorani::Normalizer& normalizer) : normalizer_(normalizer) {}
  void process(const Chunk& chunk, std::string& out, Report& report) override;

  bool has_found_change() const { return has_found_change_; }

 private:
  sorani::Normalizer normalizer_;
  std::string normalized_;
  bool has_found_change_ = false;
};

}  // namespace ku::norm
