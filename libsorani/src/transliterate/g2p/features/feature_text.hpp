#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "transliterate/g2p/features/feature_key.hpp"
#include "transliterate/g2p/sonority.hpp"

/// Features as text, as in libsorani/data/g2p-weights.tsv. Used by the trainer and by tablegen.
namespace sorani::transliterate::g2p {

/// The symbols of a key, one character each, in the order of the template. `letters` has the character for each letter,
/// kEdge and kNone.
std::string feature_text(FeatureKey key, std::string_view letters);

/// The key of a template and symbols, or nothing if the text does not fit the template.
std::optional<FeatureKey> feature_from_text(Template name, std::string_view text, std::string_view letters);

/// The template of a name, or nothing.
std::optional<Template> template_by_name(std::string_view name) noexcept;

/// The sonority class of a name such as "liquid", or nothing.
std::optional<Sonority> sonority_by_name(std::string_view name) noexcept;

}  // namespace sorani::transliterate::g2p
