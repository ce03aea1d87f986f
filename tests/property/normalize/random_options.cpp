#include "normalize/random_options.hpp"

#include <fmt/core.h>

#include <array>
#include <string_view>

#include <sorani/error.hpp>

#include "normalize/random_text.hpp"
#include "support/escaped.hpp"

namespace sorani::test {
namespace {

/// In the order of `Digits`.
constexpr std::array<std::string_view, 4> kDigits{"keep", "latin", "arabic", "persian"};

}  // namespace

NormalizerOptions random_options(std::uint64_t seed) {
  RandomText random(seed);
  NormalizerOptions options;
  options.profile = static_cast<Profile>(random.below(Normalizer::profiles().size() + 1));
  if (random.below(3) == 0) options.digits = static_cast<Digits>(random.below(kDigits.size()));
  if (random.below(4) == 0) options.heh = Heh::heh_doachashmee;
  const std::size_t share_of_rules = std::array<std::size_t, 4>{0, 1, 4, 10}[random.below(4)];
  for (const RuleInfo& rule : Normalizer::all_rules()) {
    if (random.below(20) >= share_of_rules) continue;
    if (!options.rules.empty()) options.rules += ',';
    options.rules += random.below(3) == 0 ? '-' : '+';
    options.rules += rule.name;
  }
  if (random.below(4) == 0) {
    const std::size_t rows = 1 + random.below(5);
    for (std::size_t i = 0; i < rows; ++i) {
      const std::string from = random.mapped_words(false);
      options.word_map += from + "\t" + random.mapped_words(true) + "\n";
    }
  }
  options.restore = random.below(4) == 0;
  if (options.restore && random.below(2) == 0) options.min_confidence = static_cast<double>(random.below(11)) / 10;
  return options;
}

Normalizer make_normalizer(NormalizerOptions& options) {
  try {
    return Normalizer(options);
  } catch (const Error&) {
    if (options.word_map.empty()) throw;
    options.word_map.clear();
    return Normalizer(options);
  }
}

std::string described(const NormalizerOptions& options) {
  std::string text = fmt::format(
      "-p {} -r {} --digits {} --heh {}", to_string(options.profile), options.rules.empty() ? "(none)" : options.rules,
      kDigits[static_cast<std::size_t>(options.digits)], options.heh == Heh::arabic_heh ? "0647" : "06be");
  if (options.restore) text += fmt::format(" --restore --min-confidence {}", options.min_confidence);
  if (!options.font.empty()) text += " --from " + options.font;
  if (!options.word_map.empty()) text += " --map " + escaped(options.word_map);
  return text;
}

}  // namespace sorani::test
