#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lid/text/corpus.hpp"
#include "lid/text/typing.hpp"

namespace lid_trainer {

/// A text to learn from or to be tested on.
struct Example {
  std::string text;
  std::size_t language;
  float weight = 1;
};

/// Sorani in Latin letters, made from lines in the Arabic script: added to the corpus as source `ckb-Latn.made`.
void add_latin_sorani(Corpus& corpus, std::size_t count, std::uint64_t seed);

/// Makes training examples from lines: the line, parts of it of one to eight words, both also as typed in a hurry or on
/// other keyboards, lines with a quotation in another language, and items of lists that letters number.
std::vector<Example> make_examples(std::span<const Line* const> lines, const Typist& typist, std::uint64_t seed);

/// Weights examples so that languages with little text count for more than their share, Sorani in the Arabic script, of
/// which users have most, `sorani_weight` times as much as the others, and those of no label half as much. In each
/// language, examples of each length then have the same share of the weight, up to a factor of 8: else the model would
/// learn that short texts are Sorani, because the training text has a list of its words, and make up for it in long
/// ones.
void weight_examples(std::vector<Example>& examples, double sorani_weight);

}  // namespace lid_trainer
