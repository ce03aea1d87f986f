#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>

#include <cstdint>
#include <memory>
#include <sorani/detokenize.hpp>
#include <sorani/sentence_splitter.hpp>
#include <sorani/tokenizer.hpp>
#include <string>

#include "library/texts.hpp"

namespace {

using Text = const std::string& (*)();

void count_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * static_cast<std::int64_t>(state.iterations()));
}

void tokenize(benchmark::State& state, Text text) {
  const std::string& input = text();
  const sorani::Tokenizer tokenizer;
  while (state.KeepRunning()) {
    std::size_t bytes = 0;
    tokenizer(input, [&](const sorani::Token& token) { bytes += token.text.size(); });
    benchmark::DoNotOptimize(bytes);
  }
  count_bytes(state, input);
}
BENCHMARK_CAPTURE(tokenize, clean, texts::clean);
BENCHMARK_CAPTURE(tokenize, dirty, texts::dirty);
BENCHMARK_CAPTURE(tokenize, latin, texts::latin);

void tokenize_spaced(benchmark::State& state, Text text) {
  const std::string& input = text();
  const sorani::Tokenizer tokenizer;
  std::string out;
  while (state.KeepRunning()) {
    out.clear();
    tokenizer.append_spaced(input, out);
    benchmark::DoNotOptimize(out.data());
  }
  count_bytes(state, input);
}
BENCHMARK_CAPTURE(tokenize_spaced, clean, texts::clean);
BENCHMARK_CAPTURE(tokenize_spaced, dirty, texts::dirty);
BENCHMARK_CAPTURE(tokenize_spaced, latin, texts::latin);

void detokenize(benchmark::State& state) {
  std::string input;
  sorani::Tokenizer().append_spaced(texts::clean(), input);
  std::string out;
  while (state.KeepRunning()) {
    out.clear();
    sorani::append_detokenized(input, out);
    benchmark::DoNotOptimize(out.data());
  }
  count_bytes(state, input);
}
BENCHMARK(detokenize);

void split_sentences(benchmark::State& state) {
  const std::string& input = texts::clean();
  const sorani::SentenceSplitter splitter;
  while (state.KeepRunning()) {
    std::size_t bytes = 0;
    splitter(input, [&](const sorani::Sentence& sentence) { bytes += sentence.text.size(); });
    benchmark::DoNotOptimize(bytes);
  }
  count_bytes(state, input);
}
BENCHMARK(split_sentences);

/// ICU's break iterators over the same text, to compare with.
void icu_boundaries(benchmark::State& state, bool words) {
  const std::string& input = texts::clean();
  UErrorCode error = U_ZERO_ERROR;
  const icu::Locale& root = icu::Locale::getRoot();
  const std::unique_ptr<icu::BreakIterator> iterator(words ? icu::BreakIterator::createWordInstance(root, error)
                                                           : icu::BreakIterator::createSentenceInstance(root, error));
  UText* const text = utext_openUTF8(nullptr, input.data(), static_cast<std::int64_t>(input.size()), &error);
  while (state.KeepRunning() && U_SUCCESS(error)) {
    iterator->setText(text, error);
    std::int64_t count = 0;
    for (iterator->first(); iterator->next() != icu::BreakIterator::DONE;) ++count;
    benchmark::DoNotOptimize(count);
  }
  utext_close(text);
  count_bytes(state, input);
}
BENCHMARK_CAPTURE(icu_boundaries, words, true);
BENCHMARK_CAPTURE(icu_boundaries, sentences, false);

}  // namespace
