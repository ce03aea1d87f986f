#include "normalize/restore/restorer.hpp"

namespace sorani::normalize::restore {

void Restorer::restore(std::string_view text, std::string& out, std::vector<Replacement>* replacements) {
  if (replacements != nullptr) replacements->clear();
  reader_.read(text, line_);
  if (line_.is_kurdish()) {
    out += text;
    return;
  }
  const std::size_t start = out.size();
  std::size_t copied = 0;
  for (const Restored& word : decoder_.decode(line_)) {
    if (is_as_typed(word)) continue;
    const std::size_t begin = line_.tokens[word.first_token].begin;
    const std::size_t end = line_.tokens[word.end_token - 1].end;
    out += text.substr(copied, begin - copied);
    const std::size_t written = out.size();
    append_letters(decoder_.letters(word), out);
    copied = end;
    if (replacements != nullptr) replacements->push_back({begin, end, written - start, out.size() - start});
  }
  out += text.substr(copied);
}

/// True if the word is to stay as it is typed.
bool Restorer::is_as_typed(const Restored& word) const {
  if (word.letters_size == 0 || word.probability < min_probability_) return true;
  if (word.end_token != word.first_token + 1) return false;
  const TypedView typed = line_.tokens[word.first_token].typed.view();
  const LetterView letters = decoder_.letters(word);
  if (typed.size() != letters.size()) return false;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (letter_typed(typed[i]) != letters[i]) return false;
  }
  return true;
}

}  // namespace sorani::normalize::restore
