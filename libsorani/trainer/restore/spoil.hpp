#pragma once

#include <random>
#include <string>

#include "normalize/restore/generated.hpp"
#include "normalize/restore/words/channel.hpp"
#include "restore/counts.hpp"

namespace trainer::restore {

/// Types words as somebody would on another keyboard: each letter, or letters that are typed together, as a row of
/// keyboard-confusions.tsv says, drawn by its share.
class Spoiler {
 public:
  explicit Spoiler(unsigned seed) : random_(seed) {}

  /// UTF-8 of the spoiled word, never empty.
  std::string spoil(const LetterString& word, sorani::normalize::restore::Keyboard keyboard);

 private:
  double draw() { return static_cast<double>(random_()) / 4294967296.0; }
  const sorani::normalize::restore::Confusion& row(std::u32string_view rest,
                                                   sorani::normalize::restore::Keyboard keyboard, bool may_be_left_out);

  std::mt19937 random_;
};

}  // namespace trainer::restore
