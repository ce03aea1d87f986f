#pragma once

#include <string_view>

#include "identify/model.hpp"

namespace sorani::test {

/// The reference for TokenScorer: byte by byte, without a cache.
identify::Scores naive_scores(std::string_view text, const identify::Model& model);

}  // namespace sorani::test
