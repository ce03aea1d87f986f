#pragma once

#include <cstddef>
#include <cstdint>

namespace sorani::transliterate::g2p {

/// Sonority class, as finely as Sorani phonotactics needs: the two glides can be vowels and have a class each.
enum class Sonority : std::uint8_t { edge, vowel, waw, yeh, liquid, nasal, fricative, affricate, stop };

inline constexpr std::size_t kSonorityCount = 9;

}  // namespace sorani::transliterate::g2p
