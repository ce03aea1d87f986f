#pragma once

#include <span>
#include <string>

namespace tablegen {

/// The arguments after the name of the command.
using Arguments = std::span<const std::string>;

/// `utf8 OUT.cpp`: the properties in src/utf8/generated.hpp, from utf8proc.
void utf8_command(Arguments arguments);

/// `characters DATA_DIR OUT.hpp`: the header script/characters.hpp, the letters and other characters by name, from
/// alphabet.tsv and characters.tsv.
void characters_command(Arguments arguments);

/// `script DATA_DIR OUT.cpp`: the tables in src/script/generated.hpp, from alphabet.tsv, characters.tsv,
/// look-alikes.tsv, line-cuts.tsv and the Unicode properties.
void script_command(Arguments arguments);

/// `normalize DATA_DIR OUT.cpp`: the tables in src/normalize/generated.hpp, from normalize-rules.tsv,
/// normalize-mappings.tsv, look-alikes.tsv, final-waw.tsv, vowel-marks.tsv, symbol-bullets.tsv, html-entities.tsv,
/// legacy-fonts.tsv and the Unicode properties.
void normalize_command(Arguments arguments);

/// `restore DATA_DIR OUT.cpp`: the tables in src/normalize/restore/generated.hpp, from alphabet.tsv,
/// keyboard-confusions.tsv and restore-letters.tsv.
void restore_command(Arguments arguments);

/// `address DATA_DIR OUT.cpp`: the list in src/address/generated.hpp, from top-level-domains.tsv.
void address_command(Arguments arguments);

/// `tokenize DATA_DIR OUT.cpp`: the tables in src/tokenize/generated.hpp, from token-characters.tsv, abbreviations.tsv,
/// sentence-words.tsv and the Unicode properties. Texts are checked against alphabet.tsv and characters.tsv, as are
/// those of `normalize`.
void tokenize_command(Arguments arguments);

/// `phonemes DATA_DIR OUT.hpp`: the header transliterate/scheme/phoneme_list.hpp, from phonemes.tsv.
void phonemes_command(Arguments arguments);

/// `g2p DATA_DIR OUT.cpp`: the tables in src/transliterate/g2p/generated.hpp, from alphabet.tsv, g2p-letters.tsv,
/// g2p-weights.tsv, lexicon.tsv and phonemes.tsv.
void g2p_command(Arguments arguments);

/// `identify DATA_DIR OUT.cpp`: the tables in src/identify/generated.hpp, from identify-letters.tsv and
/// identify-weights.tsv.
void identify_command(Arguments arguments);

/// `transliterate DATA_DIR OUT.cpp`: the tables in src/transliterate/scheme/generated.hpp, from alphabet.tsv,
/// phonemes.tsv, schemes.tsv, schemes/, latin-spellings.tsv, transliterate-signs.tsv, attached-signs.tsv,
/// foreign-letters.tsv and arabic-names.tsv.
void transliterate_command(Arguments arguments);

}  // namespace tablegen
