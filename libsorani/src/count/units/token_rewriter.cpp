#include "count/units/token_rewriter.hpp"

#include <array>
#include <span>

#include "count/units/token_source.hpp"

namespace sorani::count {

bool needs_rewriter(const NgramOptions& options) {
  return options.unit == NgramUnit::word &&
         (options.fold || (options.is_pretokenized && options.kinds != TokenKinds::all()));
}

TokenRewriter::TokenRewriter(const NgramOptions& options)
    : kinds_(options.kinds), filters_kinds_(options.is_pretokenized && options.kinds != TokenKinds::all()) {
  if (!options.fold) return;
  NormalizerOptions normalizer;
  normalizer.profile = *options.fold;
  normalizer_.emplace(normalizer);
}

bool TokenRewriter::is_wanted(std::string_view token) const {
  if (!filters_kinds_) return true;
  std::array<Token, 8> parts;
  std::size_t at = 0;
  while (const std::size_t count = tokenizer_.read(token, at, parts)) {
    for (const Token& part : std::span(parts).first(count)) {
      if (kinds_.contains(part.kind)) return true;
    }
  }
  return false;
}

const std::vector<std::string_view>& TokenRewriter::operator()(std::string_view token) {
  tokens_.clear();
  if (!is_wanted(token)) return tokens_;
  if (!normalizer_) {
    tokens_.push_back(token);
    return tokens_;
  }
  folded_.clear();
  normalizer_->append(token, folded_);
  const std::string_view text = folded_;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && !is_separator(text[at])) ++at;
    if (at > begin) tokens_.push_back(text.substr(begin, at - begin));
    while (at < text.size() && is_separator(text[at])) ++at;
  }
  return tokens_;
}

}  // namespace sorani::count
