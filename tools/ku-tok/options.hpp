#pragma once

#include <sorani/tokenizer.hpp>

#include "common/cli/command_line.hpp"
#include "common/cli/options.hpp"

namespace ku::tok {

inline constexpr const char* kSummary = "Cut Sorani (Central Kurdish) text into words and sentences.";

/// How tokens are written.
enum class Format {
  line,    ///< separated by spaces
  column,  ///< one per line, an empty line after each sentence
  tsv,     ///< line, start, end, kind, token
  jsonl,   ///< an object per line or sentence
  conllu,  ///< CoNLL-U
};

struct Options {
  CommonOptions common;
  sorani::TokenizerOptions tokenizer;
  Format format = Format::line;
  sorani::TokenKinds kinds = sorani::TokenKinds::all();  ///< the kinds of tokens to write
  bool sentences = false;
  bool sentence_text = false;  ///< write the text of sentences, not their tokens
  bool detokenize = false;
};

void define_options(CommandLine& line, Options& options);

/// Derives what the option table cannot express. Throws `UsageError` for options that exclude each other.
void resolve_options(const CommandLine& line, Options& options);

}  // namespace ku::tok
