#include "restore/model_files.hpp"

#include <string>

#include "transliterate/g2p/generated.hpp"

namespace trainer::restore {
namespace {

constexpr std::string_view kWordsHeader =
    R"(# Words that restoring knows, and how frequent they are. Written by libsorani/trainer: see CONTRIBUTING.md.
#
# Columns
#   start  the first two letters of the words, or the only one, as symbols of g2p-letters.tsv
#   words  the rest of each word and a number n, separated by spaces: it counts 0.1 * e^(n/4)
# Sorted by letters, in the order of the alphabet.
#
# Learned from the texts and lists of words that docs/restore.md names, of which nothing else is here, and from lexicon.tsv.
# Used by: src/normalize/restore, through `tablegen restore`
start	words
)";

constexpr std::string_view kPairsHeader =
    R"(# Words that stand behind others more often than by themselves, or less. Written by libsorani/trainer: see CONTRIBUTING.md.
#
# Columns
#   word       the first word, as symbols of g2p-letters.tsv; `.` where no word stands before or behind: punctuation, a
#              number, the begin or the end of the line
#   others     how much rarer words that are not listed are behind it, in steps of 1/4 natural logarithm
#   followers  the words behind it and how much likelier they are there, in the same steps, separated by spaces
# Sorted by letters, in the order of the alphabet.
#
# Learned from the texts that docs/restore.md names, of which nothing else is here.
# Used by: src/normalize/restore, through `tablegen restore`
word	others	followers
)";

std::string symbols_of(const LetterString& letters) {
  std::string symbols;
  if (sorani::normalize::restore::is_boundary(letters)) return ".";
  for (const auto letter : letters) symbols += sorani::transliterate::g2p::tables::kLetterInfos[letter].symbol;
  return symbols;
}

}  // namespace

void write_words(const std::vector<CountedWord>& words, std::ostream& out) {
  out << kWordsHeader;
  LetterString start;
  for (const CountedWord& word : words) {
    LetterString own_start = word.letters.substr(0, 2);
    const bool is_first = own_start != start;
    if (is_first) {
      if (!start.empty()) out << '\n';
      start = std::move(own_start);
      out << symbols_of(start) << '\t';
    } else {
      out << ' ';
    }
    out << symbols_of(word.letters.substr(start.size())) << int{word.steps};
  }
  out << '\n';
}

void write_pairs(const std::vector<Followers>& pairs, std::ostream& out) {
  out << kPairsHeader;
  for (const Followers& row : pairs) {
    out << symbols_of(row.letters) << '\t' << int{row.backoff} << '\t';
    for (const Followers::Follower& follower : row.followers) {
      if (&follower != &row.followers.front()) out << ' ';
      out << symbols_of(follower.letters) << follower.gain;
    }
    out << '\n';
  }
}

}  // namespace trainer::restore
