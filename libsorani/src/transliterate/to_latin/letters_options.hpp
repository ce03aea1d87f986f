#pragma once

#include <sorani/normalizer.hpp>

namespace sorani::transliterate {

/// The rules of the profile `standard` that concern letters; spaces and line ends are kept. This rule set is compiled
/// at build time.
inline NormalizerOptions letters_options() {
  return {.profile = Profile::standard,
          .rules = "-spaces,-hyphens,-bullets,-crlf,-space-runs,-line-ends,-noncharacters"};
}

}  // namespace sorani::transliterate
