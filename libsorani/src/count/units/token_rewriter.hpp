#pragma once

#include <optional>
#include <sorani/ngram_counter.hpp>
#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace sorani::count {

/// What a token is counted as. Asked once for each different token.
class TokenRewriter {
 public:
  explicit TokenRewriter(const NgramOptions& options);

  /// The tokens that stand for `token`: none, itself or what its folded form holds. Valid until the next call, and as
  /// long as `token` is.
  const std::vector<std::string_view>& operator()(std::string_view token);
  /// True if it is of a kind that is counted.
  bool is_wanted(std::string_view token) const;

 private:
  Tokenizer tokenizer_;
  TokenKinds kinds_;
  bool must_choose_;
  std::optional<Normalizer> normalizer_;
  std::string folded_;
  std::vector<std::string_view> tokens_;
};

/// True if these options need one.
bool needs_rewriter(const NgramOptions& options);

}  // namespace sorani::count
