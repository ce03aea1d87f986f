// The rule sets compiled at build time are what the rules compile to.

#include <gtest/gtest.h>

#include <algorithm>
#include <concepts>
#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/built_in.hpp"
#include "normalize/compile/compile.hpp"
#include "normalize/program.hpp"
#include "transliterate/to_latin/letters_options.hpp"

namespace sorani {
namespace {

using normalize::Program;

/// Options of the sets that are built in.
std::vector<NormalizerOptions> built_in_options() {
  std::vector<NormalizerOptions> all;
  for (const Profile profile : Normalizer::profiles()) all.push_back({.profile = profile});
  all.push_back(transliterate::letters_options());
  return all;
}

bool is_built_in(const NormalizerOptions& options) { return Program(options).compiled.active_rules.empty(); }

TEST(BuiltInPrograms, AreUsed) {
  for (const NormalizerOptions& options : built_in_options()) EXPECT_TRUE(is_built_in(options)) << options.rules;
  EXPECT_EQ(normalize::built_in_count(), built_in_options().size());
}

TEST(BuiltInPrograms, AreChosenByTheActiveRules) {
  EXPECT_TRUE(is_built_in({.rules = "+html,-html,-tatweel,+tatweel"}));
  EXPECT_TRUE(is_built_in({.word_map = "a\tb\n"}));
  EXPECT_TRUE(is_built_in({.font = std::string(Normalizer::fonts().front())}));
  EXPECT_FALSE(is_built_in({.rules = "+html"}));
  EXPECT_FALSE(is_built_in({.rules = "-tatweel"}));
  EXPECT_FALSE(is_built_in({.digits = Digits::latin}));
  EXPECT_FALSE(is_built_in({.heh = Heh::heh_doachashmee}));
  EXPECT_FALSE(is_built_in({.profile = Profile::none, .rules = "+kaf"}));
}

TEST(BuiltInPrograms, AreWhatTheirRulesCompileTo) {
  for (const NormalizerOptions& options : built_in_options()) {
    SCOPED_TRACE(std::string(to_string(options.profile)) + " " + options.rules);
    const Program program(options);
    const auto compiled = normalize::compile(program.rules);
    normalize::for_each_table(
        []<typename Table>(std::string_view name, const auto& built_in, const Table& expected) {
          if constexpr (std::integral<Table>) {
            EXPECT_EQ(built_in, expected) << name;
          } else {
            EXPECT_TRUE(std::equal(built_in.begin(), built_in.end(), expected.begin(), expected.end())) << name;
          }
        },
        program.tables, compiled);
  }
}

}  // namespace
}  // namespace sorani
