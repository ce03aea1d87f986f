#include <benchmark/benchmark.h>

#include <sorani/utf8.hpp>
#include <string>

#include "library/texts.hpp"

namespace {

void find_invalid(benchmark::State& state, const std::string& (*text)()) {
  const std::string& input = text();
  while (state.KeepRunning()) benchmark::DoNotOptimize(sorani::find_invalid_utf8(input));
  state.SetBytesProcessed(static_cast<std::int64_t>(input.size()) * static_cast<std::int64_t>(state.iterations()));
}

void replace_invalid(benchmark::State& state, const std::string& (*text)()) {
  // A byte that UTF-8 never uses in each kilobyte.
  constexpr std::size_t kStep = 1000;
  std::string input = text();
  for (std::size_t i = 0; i < input.size(); i += kStep) input[i] = '\xff';
  std::string out;
  while (state.KeepRunning()) {
    out.clear();
    benchmark::DoNotOptimize(sorani::replace_invalid_utf8(input, out));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(input.size()) * static_cast<std::int64_t>(state.iterations()));
}

}  // namespace

BENCHMARK_CAPTURE(find_invalid, sorani, texts::clean);
BENCHMARK_CAPTURE(find_invalid, latin, texts::latin);
BENCHMARK_CAPTURE(replace_invalid, sorani, texts::clean);
