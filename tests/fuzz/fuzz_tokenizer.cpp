// Tokens and gaps are the text, the fast path finds what the scanner finds, sentences lose nothing, and each line is
// treated by itself.

#include <cstddef>
#include <cstdint>
#include <sorani/detokenize.hpp>
#include <sorani/sentence_splitter.hpp>
#include <sorani/tokenizer.hpp>
#include <string>
#include <string_view>

#include "require.hpp"
#include "tokenize/scanner.hpp"

namespace {

using namespace sorani;

void check_tokens(std::string_view text, const TokenizerOptions& options) {
  std::size_t at = tokenize::skip_gap(text, 0);
  Tokenizer tokenizer(options);
  std::string spaced;
  tokenizer(text, [&](const Token& token) {
    SORANI_REQUIRE(token.offset == at);
    const tokenize::Extent extent = tokenize::scan_token(text, at, options);
    SORANI_REQUIRE(extent.end == at + token.text.size() && extent.end > at);
    SORANI_REQUIRE(extent.kind == token.kind);
    if (!spaced.empty()) spaced += ' ';
    spaced += token.text;
    at = tokenize::skip_gap(text, extent.end);
  });
  SORANI_REQUIRE(at == text.size());
  std::string out;
  // No line ends in the text: one that it does not hold is given.
  if (text.find('\x01') == std::string_view::npos) {
    tokenizer.append_spaced(text, out, '\x01');
    SORANI_REQUIRE(out == spaced);
  }
  out.clear();
  append_detokenized(spaced, out);
}

void check_sentences(std::string_view text) {
  std::size_t end = 0;
  SentenceSplitter()(text, [&](const Sentence& sentence) {
    SORANI_REQUIRE(sentence.offset >= end && !sentence.text.empty());
    SORANI_REQUIRE(tokenize::skip_gap(text.substr(0, sentence.offset), end) == sentence.offset);
    end = sentence.offset + sentence.text.size();
  });
  SORANI_REQUIRE(tokenize::skip_gap(text, end) == text.size());
}

void check_lines(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return;
  const auto sentences = [](std::string_view part) {
    std::string out;
    SentenceSplitter()(part, [&](const Sentence& sentence) { out.append(sentence.text).append("\n"); });
    return out;
  };
  const auto joined = [](std::string_view part) {
    std::string out;
    append_detokenized(part, out);
    return out;
  };
  const std::string_view first = text.substr(0, end + 1);
  const std::string_view rest = text.substr(end + 1);
  SORANI_REQUIRE(sentences(first) + sentences(rest) == sentences(text));
  SORANI_REQUIRE(joined(first) + joined(rest) == joined(text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_tokens(text, {});
  check_tokens(text, {.split_digits = true});
  check_sentences(text);
  check_lines(text);
  return 0;
}
