#pragma once

#include <string>

#include "corpus/random.hpp"

namespace corpus {

/// Appends what stands between the words of real text and is not a Sorani word. With `arabic`, digits are
/// Arabic-Indic.
void append_number(Random& random, bool arabic, std::string& out);
void append_date(Random& random, bool arabic, std::string& out);
void append_decimal(Random& random, bool arabic, std::string& out);
void append_latin_word(Random& random, std::string& out);
void append_url(Random& random, std::string& out);
void append_email(Random& random, std::string& out);

}  // namespace corpus
