#include "transliterate/g2p/features/feature_text.hpp"

#include <gtest/gtest.h>

#include <string>

#include "transliterate/g2p/letters.hpp"

namespace sorani::transliterate::g2p {
namespace {

std::string symbols_for_test() {
  std::string symbols;
  for (std::size_t i = 0; i < kLetterSymbolCount; ++i) symbols += static_cast<char>('A' + i);
  return symbols;
}

TEST(FeatureText, ComesBackAsTheSameKey) {
  const std::string letters = symbols_for_test();
  for (std::size_t i = 0; i < kTemplateCount; ++i) {
    const auto name = static_cast<Template>(i);
    FeatureKey key = feature_key(name);
    for (std::size_t s = 0; s < kTemplates[i].symbols.size(); ++s) {
      key |= static_cast<FeatureKey>((s + i) % 8) << (8 * (s + 1));
    }
    const std::string text = feature_text(key, letters);
    EXPECT_EQ(text.size(), kTemplates[i].symbols.size());
    EXPECT_EQ(feature_from_text(name, text, letters), key) << kTemplates[i].name << ' ' << text;
  }
}

TEST(FeatureText, RefusesWhatDoesNotFitTheTemplate) {
  const std::string letters = symbols_for_test();
  EXPECT_TRUE(feature_from_text(Template::onset_before, "AAA", letters));
  EXPECT_FALSE(feature_from_text(Template::onset_before, "A", letters));
  EXPECT_FALSE(feature_from_text(Template::onset_before, "AAAA", letters));
  EXPECT_FALSE(feature_from_text(Template::onset_before, "AA~", letters));
  EXPECT_FALSE(feature_from_text(Template::shape, "AAAA", letters));
  EXPECT_TRUE(feature_from_text(Template::shape, "1a21", letters));
}

TEST(FeatureText, NamesTemplatesAndClasses) {
  EXPECT_EQ(template_by_name("pair-shape"), Template::pair_shape);
  EXPECT_EQ(template_by_name("pair"), std::nullopt);
  EXPECT_EQ(sonority_by_name("liquid"), Sonority::liquid);
  EXPECT_EQ(sonority_by_name("liquids"), std::nullopt);
}

}  // namespace
}  // namespace sorani::transliterate::g2p
