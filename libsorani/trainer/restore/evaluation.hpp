#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "normalize/restore/restorer.hpp"

namespace trainer::restore {

/// Words restored, and the wrong ones with how often they occurred: meant, restored.
struct WordScore {
  std::size_t words = 0;
  std::size_t right = 0;
  std::map<std::pair<std::string, std::string>, std::size_t> errors;

  double percent_right() const {
    return words == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(words);
  }
};

/// Restores clean lines that are spoiled first, each word by itself.
void score_spoiled(const std::vector<std::string>& lines, sorani::normalize::restore::Restorer& restorer,
                   sorani::normalize::restore::Keyboard keyboard, WordScore& score);

/// Restores clean lines as they are: every change is an error.
void score_clean(const std::vector<std::string>& lines, sorani::normalize::restore::Restorer& restorer,
                 WordScore& score);

/// Characters wrong in restored lines: `typed<TAB>meant`.
struct CharacterScore {
  std::size_t characters = 0;
  std::size_t wrong = 0;
  std::size_t words = 0;
  std::size_t words_right = 0;
};
CharacterScore score_pairs(const std::vector<std::string>& lines, sorani::normalize::restore::Restorer& restorer);

}  // namespace trainer::restore
