// What must hold for every text holds for the fuzzer's, under options that the first byte chooses.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>

#include "normalize/properties.hpp"
#include "normalize/random_options.hpp"
#include "support/escaped.hpp"

namespace {

using namespace sorani;

struct Subject {
  explicit Subject(std::uint8_t number) : options(choose(number)), normalizer(test::make_normalizer(options)) {}

  /// Each profile as it is, then each font, then anything.
  static NormalizerOptions choose(std::size_t number) {
    NormalizerOptions chosen;
    if (number < Normalizer::profiles().size()) {
      chosen.profile = Normalizer::profiles()[number];
    } else if (number - Normalizer::profiles().size() < Normalizer::fonts().size()) {
      chosen.font = Normalizer::fonts()[number - Normalizer::profiles().size()];
    } else {
      chosen = test::random_options(number);
    }
    return chosen;
  }

  NormalizerOptions options;
  Normalizer normalizer;
};

/// Made when first asked for, and kept.
Subject& subject(std::uint8_t number) {
  static std::unique_ptr<Subject> made[256];
  if (!made[number]) made[number] = std::make_unique<Subject>(number);
  return *made[number];
}

void require(Subject& subject, std::string_view text, test::Property property) {
  const test::Failure failure = property(subject.normalizer, text);
  if (!failure) return;
  std::fprintf(stderr, "%s\n  text %s\n  %s\n", test::described(subject.options).c_str(), test::escaped(text).c_str(),
               failure->c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  Subject& chosen = subject(data[0]);
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (chosen.options.font.empty()) require(chosen, text, test::idempotent);
  require(chosen, text, test::keeps_line_ends);
  require(chosen, text, test::explains_what_it_does);
  require(chosen, text, test::lines_are_apart);
  require(chosen, text, test::suggests_spellings_of_words);
  if (chosen.options.word_map.empty() && !chosen.options.restore) require(chosen, text, test::pieces_make_the_whole);
  return 0;
}
