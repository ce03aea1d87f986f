#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <sorani/language_identifier.hpp>
#include <string>
#include <string_view>

#include "library/texts.hpp"

namespace {

using Text = const std::string& (*)();

/// Line by line, as ku-lid does.
void identify(benchmark::State& state, Text text) {
  const std::string_view input = text();
  sorani::LanguageIdentifier identifier;
  while (state.KeepRunning()) {
    for (std::size_t begin = 0; begin < input.size();) {
      const std::size_t end = std::min(input.find('\n', begin), input.size());
      benchmark::DoNotOptimize(identifier.best(input.substr(begin, end - begin)));
      begin = end + 1;
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(input.size()) * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK_CAPTURE(identify, clean, texts::clean);
BENCHMARK_CAPTURE(identify, dirty, texts::dirty);
BENCHMARK_CAPTURE(identify, latin, texts::latin);

}  // namespace
