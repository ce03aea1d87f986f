#include "normalize/restore/model/model.hpp"

namespace sorani::normalize::restore {

WordNumber Vocabulary::find(LetterView word) const noexcept {
  if (word.empty()) return kUnknownWord;
  FoldedKey key;
  for (const Letter letter : word) key.push(class_of(letter));
  const Bucket found = bucket(key);
  for (WordNumber at = found.begin; at != found.end; at = next(at)) {
    const Letter* const record = letters(at);
    const auto is_same = [&](std::size_t i) { return record[i] == word[i]; };
    std::size_t i = 0;
    while (i + 1 < word.size() && is_same(i)) ++i;
    if (i + 1 == word.size() && record[i] == (word[i] | kLastLetter) && !is_copy(at)) return at;
  }
  return kUnknownWord;
}

std::size_t Vocabulary::size() const noexcept {
  std::size_t words = 0;
  const auto end = static_cast<WordNumber>(records_.size() - kPadding);
  for (WordNumber word = 0; word != end; word = next(word)) words += is_copy(word) ? 0 : 1;
  return words;
}

}  // namespace sorani::normalize::restore
