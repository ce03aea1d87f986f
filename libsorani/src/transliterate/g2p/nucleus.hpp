#pragma once

#include <cstddef>
#include <cstdint>

namespace sorani::transliterate::g2p {

/// The vowel of a syllable.
enum class Nucleus : std::uint8_t { a, e, o, ee, u, uu, ii, i };

inline constexpr std::size_t kNucleusCount = 8;

}  // namespace sorani::transliterate::g2p
