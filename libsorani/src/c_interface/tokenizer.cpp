#include <sorani/tokenizer.hpp>

#include <sorani/detokenize.hpp>
#include <string>
#include <vector>

#include "c_interface/handle.hpp"

namespace ci = sorani::c_interface;

struct sorani_tokenizer : ci::Handle {
  sorani::Tokenizer tokenizer;
  char line_end = '\n';
  std::vector<sorani_token> tokens;
};

static_assert(SORANI_WORD == static_cast<int>(sorani::TokenKind::word));
static_assert(SORANI_NUMBER == static_cast<int>(sorani::TokenKind::number));
static_assert(SORANI_PUNCTUATION == static_cast<int>(sorani::TokenKind::punctuation));
static_assert(SORANI_SYMBOL == static_cast<int>(sorani::TokenKind::symbol));
static_assert(SORANI_URL == static_cast<int>(sorani::TokenKind::url));
static_assert(SORANI_EMAIL == static_cast<int>(sorani::TokenKind::email));
static_assert(SORANI_HASHTAG == static_cast<int>(sorani::TokenKind::hashtag));
static_assert(SORANI_MENTION == static_cast<int>(sorani::TokenKind::mention));
static_assert(SORANI_EMOJI == static_cast<int>(sorani::TokenKind::emoji));
static_assert(SORANI_EMOJI + 1 == sorani::kTokenKindCount);

const char* sorani_token_kind_name(sorani_token_kind kind) noexcept {
  const unsigned number = static_cast<unsigned>(kind);
  // The names are literals.
  return number < sorani::kTokenKindCount ? to_string(static_cast<sorani::TokenKind>(number)).data() : "";
}

sorani_status sorani_tokenizer_new(const sorani_tokenizer_options* options, sorani_tokenizer** tokenizer) noexcept {
  return ci::make(options, tokenizer, [](sorani_tokenizer& handle, const sorani_tokenizer_options& given) {
    handle.tokenizer = sorani::Tokenizer({.split_digits = given.split_digits != 0});
    handle.line_end = ci::line_end(given.null_lines);
  });
}

void sorani_tokenizer_free(sorani_tokenizer* tokenizer) noexcept { delete tokenizer; }

const char* sorani_tokenizer_error(const sorani_tokenizer* tokenizer) noexcept { return ci::error_text(tokenizer); }

sorani_status sorani_tokenize(sorani_tokenizer* tokenizer, const char* text, size_t size, const sorani_token** tokens,
                              size_t* count) noexcept {
  ci::clear_result(tokens, count);
  return ci::call(tokenizer, [&] {
    ci::need_place(tokens != nullptr && count != nullptr);
    tokenizer->tokens.clear();
    tokenizer->tokenizer(ci::text_of(text, size), [&](const sorani::Token& token) {
      tokenizer->tokens.push_back({token.offset, token.text.size(), static_cast<sorani_token_kind>(token.kind)});
    });
    ci::give_list(tokenizer->tokens, tokens, count);
  });
}

sorani_status sorani_space_tokens(sorani_tokenizer* tokenizer, const char* text, size_t size, const char** out,
                                  size_t* out_size) noexcept {
  return ci::give_text(tokenizer, text, size, out, out_size, [&](std::string_view from, std::string& to) {
    tokenizer->tokenizer.append_spaced(from, to, tokenizer->line_end);
  });
}

sorani_status sorani_join_tokens(sorani_tokenizer* tokenizer, const char* text, size_t size, const char** out,
                                 size_t* out_size) noexcept {
  return ci::give_text(tokenizer, text, size, out, out_size, [&](std::string_view from, std::string& to) {
    sorani::append_detokenized(from, to, tokenizer->line_end);
  });
}
