#include "transliterate/g2p/features/feature_text.hpp"

#include <algorithm>
#include <array>

#include "transliterate/g2p/nucleus.hpp"

namespace sorani::transliterate::g2p {
namespace {

constexpr std::string_view kNumbers = "0123456789";
constexpr std::string_view kNuclei = "aeoYuUIi";
constexpr std::string_view kSonorities = "#vwylnfcs";
static_assert(kNuclei.size() == kNucleusCount && kSonorities.size() == kSonorityCount);

constexpr std::array<std::string_view, kSonorityCount> kSonorityNames = {
    "edge", "vowel", "waw", "yeh", "liquid", "nasal", "fricative", "affricate", "stop"};

/// The characters for the values of one kind of symbols.
std::string_view characters(char kind, std::string_view letters) {
  switch (kind) {
    case 'L':
      return letters;
    case 'C':
      return kSonorities;
    case 'N':
      return kNuclei;
    default:
      return kNumbers;
  }
}

}  // namespace

std::string feature_text(FeatureKey key, std::string_view letters) {
  const std::string_view kinds = kTemplates[static_cast<std::size_t>(template_of(key))].symbols;
  std::string text;
  for (std::size_t i = 0; i < kinds.size(); ++i) text += characters(kinds[i], letters).at(symbol_of(key, i));
  return text;
}

std::optional<FeatureKey> feature_from_text(Template name, std::string_view text, std::string_view letters) {
  const std::string_view kinds = kTemplates[static_cast<std::size_t>(name)].symbols;
  if (text.size() != kinds.size()) return std::nullopt;
  FeatureKey key = feature_key(name);
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const std::size_t value = characters(kinds[i], letters).find(text[i]);
    if (value == std::string_view::npos) return std::nullopt;
    key |= static_cast<FeatureKey>(value) << (8 * (i + 1));
  }
  return key;
}

std::optional<Template> template_by_name(std::string_view name) noexcept {
  const auto* const found =
      std::find_if(kTemplates.begin(), kTemplates.end(), [&](const TemplateInfo& info) { return info.name == name; });
  if (found == kTemplates.end()) return std::nullopt;
  return static_cast<Template>(found - kTemplates.begin());
}

std::optional<Sonority> sonority_by_name(std::string_view name) noexcept {
  const auto* const found = std::find(kSonorityNames.begin(), kSonorityNames.end(), name);
  if (found == kSonorityNames.end()) return std::nullopt;
  return static_cast<Sonority>(found - kSonorityNames.begin());
}

}  // namespace sorani::transliterate::g2p
