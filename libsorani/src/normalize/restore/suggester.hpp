#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <sorani/normalizer.hpp>

#include "normalize/restore/line.hpp"
#include "normalize/restore/words/word_decoder.hpp"
#include "normalize/rewriter.hpp"

namespace sorani::normalize::restore {

/// Lists what words may mean, each by itself, as the rules write it.
///
/// A word that restoring would leave comes first. It costs what its letters cost, and nothing for how it is typed: it
/// was typed as it is meant. So a later spelling that costs less is likelier if the word was typed on another keyboard.
class Suggester {
 public:
  /// What a word costs that cannot be read, and the most that any spelling does.
  static constexpr float kUnreadable = 60;

  explicit Suggester(Rewriter& rewriter);

  /// See `Normalizer::suggest`.
  void run(std::string_view text, std::size_t count, const SuggestionSink& sink);

 private:
  struct Spelling {
    std::string text;
    float cost = 0;
  };

  void run_word(std::size_t token, std::size_t count);
  bool stays(std::size_t token) const;
  float cost(std::string_view word) const;
  Spelling& next_spelling(std::string_view restored);
  void keep_new_spelling();

  Rewriter& rewriter_;
  const Model& model_;
  Weights weights_;
  LineReader reader_;
  WordDecoder words_;
  Line line_;
  std::vector<Spelling> spellings_;  // of a word, with buffers to use again behind the first size_
  std::size_t size_ = 0;
  std::string restored_;
};

}  // namespace sorani::normalize::restore
