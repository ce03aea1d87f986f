#include <benchmark/benchmark.h>

#include <cstdint>
#include <sorani/transliterator.hpp>
#include <string>

#include "library/texts.hpp"

namespace {

void run(benchmark::State& state, const std::string& input, const sorani::TransliteratorOptions& options) {
  sorani::Transliterator transliterator(options);
  std::string out;
  while (state.KeepRunning()) {
    out.clear();
    transliterator.append(input, out);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(input.size()) * static_cast<std::int64_t>(state.iterations()));
}

void transliterate(benchmark::State& state, const std::string& scheme) {
  run(state, texts::clean(), {.scheme = scheme});
}
BENCHMARK_CAPTURE(transliterate, hawar, "hawar");
BENCHMARK_CAPTURE(transliterate, bgn, "bgn");
BENCHMARK_CAPTURE(transliterate, strict, "strict");

void transliterate_back(benchmark::State& state, const std::string& scheme) {
  const std::string latin = sorani::Transliterator({.scheme = scheme})(texts::clean());
  run(state, latin, {.scheme = scheme, .reverse = true});
}
BENCHMARK_CAPTURE(transliterate_back, hawar, "hawar");
BENCHMARK_CAPTURE(transliterate_back, strict, "strict");

/// Words that were not seen before: a new object for each text.
void transliterate_unseen(benchmark::State& state) {
  const std::string& input = texts::clean();
  const sorani::Transliterator fresh;
  std::string out;
  while (state.KeepRunning()) {
    sorani::Transliterator transliterator(fresh);
    out.clear();
    transliterator.append(input, out);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(input.size()) * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(transliterate_unseen);

}  // namespace
