#include <benchmark/benchmark.h>

#include <cstdint>
#include <sorani/ngram_counter.hpp>
#include <sorani/tokenizer.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "library/texts.hpp"

namespace {

using sorani::NgramOrder;
using sorani::NgramUnit;

/// Counts a text, and reads all rows.
void run(benchmark::State& state, const std::string& input, const sorani::NgramOptions& options,
         const sorani::NgramStorage& storage = {}, NgramOrder order = NgramOrder::count) {
  while (state.KeepRunning()) {
    sorani::NgramCounter counter(options, storage);
    counter.add(input);
    sorani::NgramRows rows = counter.rows({order});
    std::uint64_t sum = 0;
    while (rows.next()) sum += rows.count() * rows.ngram().size();
    benchmark::DoNotOptimize(sum);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(input.size()) * static_cast<std::int64_t>(state.iterations()));
}

void count_words(benchmark::State& state, unsigned max_n) { run(state, texts::clean(), {.max_n = max_n}); }
BENCHMARK_CAPTURE(count_words, n1, 1);
BENCHMARK_CAPTURE(count_words, n3, 3);
BENCHMARK_CAPTURE(count_words, n5, 5);

void count_pretokenized(benchmark::State& state, unsigned max_n) {
  std::string input;
  sorani::Tokenizer().append_spaced(texts::clean(), input);
  run(state, input, {.max_n = max_n, .is_pretokenized = true, .kinds = sorani::TokenKinds::all()});
}
BENCHMARK_CAPTURE(count_pretokenized, n1, 1);
BENCHMARK_CAPTURE(count_pretokenized, n3, 3);

void count_folded(benchmark::State& state) { run(state, texts::dirty(), {.fold = sorani::Profile::search}); }
BENCHMARK(count_folded);

void count_units(benchmark::State& state, NgramUnit unit, unsigned n) {
  run(state, texts::clean(), {.unit = unit, .min_n = n, .max_n = n});
}
BENCHMARK_CAPTURE(count_units, characters_n3, NgramUnit::character, 3);
BENCHMARK_CAPTURE(count_units, graphemes_n3, NgramUnit::grapheme, 3);
BENCHMARK_CAPTURE(count_units, lines, NgramUnit::line, 1);

void count_by(benchmark::State& state, NgramOrder order) { run(state, texts::clean(), {}, {}, order); }
BENCHMARK_CAPTURE(count_by, key, NgramOrder::key);
BENCHMARK_CAPTURE(count_by, alphabet, NgramOrder::alphabet);

/// So little memory that most counts go through temporary files.
void count_spilling(benchmark::State& state) { run(state, texts::clean(), {.max_n = 3}, {.memory = 4'000'000}); }
BENCHMARK(count_spilling);

/// A hash map of strings over the same tokens, to compare with: unigrams, not sorted.
void std_unordered_map(benchmark::State& state) {
  const std::string& input = texts::clean();
  const sorani::Tokenizer tokenizer;
  const sorani::TokenKinds kinds = sorani::kinds_of_words();
  while (state.KeepRunning()) {
    std::unordered_map<std::string, std::uint64_t> counts;
    tokenizer(input, [&](const sorani::Token& token) {
      if (kinds.contains(token.kind)) ++counts[std::string(token.text)];
    });
    benchmark::DoNotOptimize(counts.size());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(input.size()) * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(std_unordered_map);

}  // namespace
