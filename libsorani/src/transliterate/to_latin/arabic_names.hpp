#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sorani::transliterate {

/// Respells a word that is a name in Arabic spelling (libsorani/data/arabic-names.tsv), with or without a suffix of the
/// lexicon behind it, as Sorani spells the name. `letters` are those of the word, as `map_letters` finds them; other
/// words stay as they are.
void respell_arabic_name(std::string_view word, std::vector<std::uint8_t>& letters);

}  // namespace sorani::transliterate
