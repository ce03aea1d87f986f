#pragma once

#include <optional>
#include <sorani/ngram_counter.hpp>
#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace sorani::count {

/// Maps a token to the tokens that it is counted as: itself, its normalized form (which may be several tokens), or none
/// if no part of it is of a wanted kind. The counter stores the result in the vocabulary, so each distinct token is
/// mapped once.
class TokenRewriter {
 public:
  explicit TokenRewriter(const NgramOptions& options);

  /// The result is valid until the next call, and as long as `token` is.
  const std::vector<std::string_view>& operator()(std::string_view token);
  /// True if `token` contains a token of a wanted kind.
  bool is_wanted(std::string_view token) const;

 private:
  Tokenizer tokenizer_;
  TokenKinds kinds_;
  bool filters_kinds_;
  std::optional<Normalizer> normalizer_;
  std::string folded_;
  std::vector<std::string_view> tokens_;
};

/// True if these options need a `TokenRewriter`.
bool needs_rewriter(const NgramOptions& options);

}  // namespace sorani::count
