#pragma once

#include <future>
#include <vector>

#include "lid/softmax.hpp"
#include "lid/text/corpus.hpp"
#include "lid/text/typing.hpp"

namespace lid_trainer {

/// The fold of a line in cross-validation, from a hash of its text: equal texts are in the same fold.
unsigned fold_of(const Line& line, unsigned folds);

/// The learned model of all lines but those of one fold.
Learned learn_without(const Corpus& corpus, unsigned fold, unsigned folds, const Typist& typist,
                      const TrainingOptions& options);

/// The same for each of the folds, each in a thread of its own.
std::vector<std::future<Learned>> learn_folds(const Corpus& corpus, unsigned folds, const Typist& typist,
                                              const TrainingOptions& options);

/// Drops lines with a wrong label: a model that was trained on the other fold is sure that they are in another
/// language. Returns the lines dropped.
std::vector<Line> drop_wrong_labels(Corpus& corpus, const Typist& typist, const TrainingOptions& options);

}  // namespace lid_trainer
