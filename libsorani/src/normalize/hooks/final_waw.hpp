#pragma once

#include <string>
#include <string_view>

#include "normalize/rules/pattern.hpp"

namespace sorani::normalize {

/// What a pattern writes behind the text `before`: its `to`; without the spaces if it would set off the conjunction و
/// behind what is no word without that و (final-waw.tsv).
std::u32string_view replacement_after(const Pattern& pattern, std::string_view before) noexcept;

/// The longest of those words takes fewer bytes; of `before`, no more than these are looked at.
inline constexpr std::size_t kFinalWawLookbehind = 64;

}  // namespace sorani::normalize
