#include <benchmark/benchmark.h>
#include <fmt/core.h>

#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>

#include "library/texts.hpp"

namespace {

using Text = const std::string& (*)();

sorani::NormalizerOptions options(sorani::Profile profile) {
  sorani::NormalizerOptions result;
  result.profile = profile;
  return result;
}

void normalize(benchmark::State& state, sorani::Profile profile, Text text) {
  const std::string& input = text();
  sorani::Normalizer normalizer(options(profile));
  std::string out;
  while (state.KeepRunning()) {
    out.clear();
    normalizer.append(input, out);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(input.size()) * static_cast<std::int64_t>(state.iterations()));
}

/// A short text: what a call costs.
void normalize_line(benchmark::State& state) {
  const std::string line = texts::dirty().substr(0, texts::dirty().find('\n') + 1);
  sorani::Normalizer normalizer;
  std::string out;
  while (state.KeepRunning()) {
    out.clear();
    normalizer.append(line, out);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(line.size()) * static_cast<std::int64_t>(state.iterations()));
}

void construct(benchmark::State& state, sorani::Profile profile) {
  while (state.KeepRunning()) {
    sorani::Normalizer normalizer(options(profile));
    benchmark::DoNotOptimize(&normalizer);
  }
}

void copy(benchmark::State& state) {
  const sorani::Normalizer normalizer;
  while (state.KeepRunning()) {
    sorani::Normalizer other(normalizer);
    benchmark::DoNotOptimize(&other);
  }
}

/// Every profile on every kind of text.
[[maybe_unused]] const bool kRegistered = [] {
  const std::pair<std::string, Text> kinds[] = {
      {"clean", texts::clean}, {"dirty", texts::dirty}, {"tatweel", texts::tatweel}, {"latin", texts::latin}};
  for (const auto profile : sorani::Normalizer::profiles()) {
    const std::string_view name = sorani::to_string(profile);
    for (const auto& [kind, text] : kinds) {
      benchmark::RegisterBenchmark(fmt::format("normalize/{}/{}", name, kind).c_str(), normalize, profile, text);
    }
    benchmark::RegisterBenchmark(fmt::format("construct/{}", name).c_str(), construct, profile);
  }
  return true;
}();

}  // namespace

BENCHMARK(normalize_line);
BENCHMARK(copy);
