#pragma once

#include <array>
#include <cstddef>
#include <sorani/language_identifier.hpp>
#include <string>
#include <string_view>

#include "common/pipeline/chunk.hpp"
#include "ku-lid/options.hpp"

namespace ku::lid {

/// Writes the language of each record.
class LabelWorker : public Worker {
 public:
  explicit LabelWorker(const Options& options) : options_(options) {}
  void process(const Chunk& chunk, std::string& out, Report& report) override;

 private:
  void write_label(std::string_view text, std::string& out);
  void write_tsv(std::string_view text, std::string_view line, std::string& out);
  void write_json(std::string_view text, std::string_view line, std::string& out);
  void write_object(const Chunk& chunk, std::string& out);
  /// Fills `scores_` with the languages to write, and returns how many there are.
  std::size_t identify(std::string_view text);
  /// Fills `member_values_`.
  void set_members(std::string_view text);

  const Options& options_;
  sorani::LanguageIdentifier identifier_;
  std::array<sorani::LanguageScore, sorani::kLanguageCount> scores_;
  std::array<std::string, 2> member_values_;  // JSON, for the names of `Options::members`
};

/// Writes the records in some languages, or all others.
class KeepWorker : public Worker {
 public:
  explicit KeepWorker(const Options& options);
  void process(const Chunk& chunk, std::string& out, Report& report) override;

  bool has_kept() const { return has_kept_; }

 private:
  bool keeps(std::string_view text);

  double min_score_;
  bool invert_;
  std::array<bool, sorani::kLanguageCount> is_kept_{};
  sorani::LanguageIdentifier identifier_;
  bool has_kept_ = false;
};

}  // namespace ku::lid
