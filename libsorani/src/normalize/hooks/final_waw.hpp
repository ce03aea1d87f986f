#pragma once

#include <string>
#include <string_view>

#include "normalize/rules/pattern.hpp"

namespace sorani::normalize {

/// What a pattern writes after the text `before`: its `to`. A pattern of the rule conjunction separates a و from the
/// word before it by a space; not if the و belongs to the word (final-waw.tsv).
std::u32string_view replacement_after(const Pattern& pattern, std::string_view before) noexcept;

/// At most so many bytes of `before` are used, more than the longest word of final-waw.tsv has.
inline constexpr std::size_t kFinalWawLookbehind = 64;

}  // namespace sorani::normalize
