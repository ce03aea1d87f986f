#pragma once

#include <array>
#include <sorani/language_identifier.hpp>
#include <string>
#include <string_view>

#include "common/pipeline/chunk.hpp"
#include "ku-lid/options.hpp"

namespace ku::lid {

/// Writes the language of each line.
class LabelWorker : public Worker {
 public:
  explicit LabelWorker(const Options& options) : options_(options) {}
  void process(const Chunk& chunk, std::string& out, Report& report) override;

 private:
  void write_label(std::string_view line, std::string& out);
  void write_tsv(std::string_view line, std::string& out);
  void write_json(std::string_view line, std::string& out);
  /// Fills `scores_` with the languages to write.
  std::size_t identify(std::string_view line);

  const Options& options_;
  sorani::LanguageIdentifier identifier_;
  std::array<sorani::LanguageScore, sorani::kLanguageCount> scores_;
};

/// Writes the lines in some languages, or all others.
class KeepWorker : public Worker {
 public:
  explicit KeepWorker(const Options& options);
  void process(const Chunk& chunk, std::string& out, Report& report) override;

  bool has_kept() const { return has_kept_; }

 private:
  bool keeps(std::string_view line);

  double min_score_;
  bool invert_;
  std::array<bool, sorani::kLanguageCount> is_kept_{};
  sorani::LanguageIdentifier identifier_;
  bool has_kept_ = false;
};

}  // namespace ku::lid
