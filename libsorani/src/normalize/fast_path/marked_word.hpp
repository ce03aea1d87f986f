#pragma once

#include <optional>
#include <string_view>

#include "normalize/fast_path/local_rewrite.hpp"

namespace sorani::normalize {

/// As `rewrite_locally`, at a mark: does to the word around it, and to the character that ends the word, what the hooks
/// for marks do (hooks/canonical.hpp, hooks/word_marks.hpp). Nothing if `in` begins with another character, if the word
/// is long or reaches beyond `out` or `in`, if marks compose with letters, or if a pattern matches on the way.
std::optional<Patch> rewrite_marked_word(const ScanTables& tables, std::string_view out, std::string_view in) noexcept;

}  // namespace sorani::normalize
