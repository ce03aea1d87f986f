#include "normalize/restore/model/model.hpp"

namespace sorani::normalize::restore {

WordNumber Vocabulary::find(LetterView word) const noexcept {
  std::uint32_t state = kStart;
  WordNumber number = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (state == 0) return kUnknownWord;
    std::uint32_t at = state;
    while (transition(at).letter() != word[i]) {
      if (transition(at).is_last()) return kUnknownWord;
      ++at;
    }
    const Transition step = transition(at);
    number += words_before(at);
    if (i + 1 == word.size()) return step.ends_word() ? number : kUnknownWord;
    if (step.ends_word()) ++number;
    state = step.target();
  }
  return kUnknownWord;
}

}  // namespace sorani::normalize::restore
