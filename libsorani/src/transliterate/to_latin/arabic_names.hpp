#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sorani::transliterate {

/// If the word is a name in Arabic spelling (libsorani/data/arabic-names.tsv), with or without a suffix of the lexicon
/// after it, replaces `letters` by those of the Sorani spelling. `letters` are those that `map_letters` finds in the
/// word.
void respell_arabic_name(std::string_view word, std::vector<std::uint8_t>& letters);

}  // namespace sorani::transliterate
