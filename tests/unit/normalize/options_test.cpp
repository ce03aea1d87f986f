#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sorani/error.hpp>
#include <sorani/normalizer.hpp>

#include "support/error_message.hpp"

namespace sorani {
namespace {

TEST(Profile, HasANameThatIsReadBack) {
  EXPECT_EQ(to_string(Profile::none), "none");
  EXPECT_EQ(profile_of("none"), Profile::none);
  for (const Profile profile : Normalizer::profiles()) EXPECT_EQ(profile_of(to_string(profile)), profile);
  EXPECT_EQ(to_string(Profile::search), "search");
  EXPECT_EQ(profile_of("Standard"), std::nullopt);
  EXPECT_EQ(profile_of(""), std::nullopt);
  EXPECT_EQ(to_string(static_cast<Profile>(5)), "");
}

/// The names of the values of an enum, numbered from 0, each of which `value_of` must read back.
template <typename Enum, typename ValueOf>
std::vector<std::string_view> names_of(ValueOf&& value_of) {
  std::vector<std::string_view> names;
  for (int number = 0; !to_string(static_cast<Enum>(number)).empty(); ++number) {
    names.push_back(to_string(static_cast<Enum>(number)));
    EXPECT_EQ(value_of(names.back()), static_cast<Enum>(number));
  }
  return names;
}

TEST(NormalizerOptions, NamesOfDigitsAndHehAreReadBack) {
  EXPECT_EQ(names_of<Digits>(digits_of), (std::vector<std::string_view>{"keep", "latin", "arabic", "persian"}));
  EXPECT_EQ(digits_of("Latin"), std::nullopt);
  EXPECT_EQ(to_string(static_cast<Digits>(255)), "");
  EXPECT_EQ(names_of<Heh>(heh_of), (std::vector<std::string_view>{"0647", "06be"}));
  EXPECT_EQ(to_string(Heh::heh_doachashmee), "06be");
  EXPECT_EQ(heh_of(""), std::nullopt);
}

TEST(Profile, IncludesTheRulesOfThoseBeforeIt) {
  for (const Profile profile : {Profile::none, Profile::encoding, Profile::standard, Profile::orthography}) {
    std::size_t rules = 0;
    for (const RuleInfo& rule : Normalizer::all_rules()) {
      if (rule.profile != Profile::none && rule.profile <= profile) ++rules;
    }
    EXPECT_EQ(Normalizer({.profile = profile}).active_rules().size(), rules) << to_string(profile);
  }
}

TEST(NormalizerOptions, Digits) {
  const auto written = [](Digits digits) { return Normalizer({.digits = digits})("2 ٢ ۲"); };
  EXPECT_EQ(written(Digits::keep), "2 ٢ ۲");
  EXPECT_EQ(written(Digits::latin), "2 2 2");
  EXPECT_EQ(written(Digits::arabic), "٢ ٢ ٢");
  EXPECT_EQ(written(Digits::persian), "۲ ۲ ۲");
}

TEST(NormalizerOptions, ValuesOutOfRange) {
  const auto message = [](const NormalizerOptions& options) {
    return test::error_message<Error>([&] { Normalizer{options}; });
  };
  EXPECT_EQ(message({.profile = static_cast<Profile>(5)}), "no value of Profile: 5");
  EXPECT_EQ(message({.digits = static_cast<Digits>(4)}), "no value of Digits: 4");
  EXPECT_EQ(message({.heh = static_cast<Heh>(255)}), "no value of Heh: 255");
}

}  // namespace
}  // namespace sorani
