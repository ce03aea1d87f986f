#include "normalize/restore/model/model.hpp"

#include "normalize/restore/generated.hpp"

namespace sorani::normalize::restore {

const Model& built_in_model() {
  static const Model model{
      {kTransitions, kWordsBefore, kWordCosts}, {kPairBackoffs, kPairs}, {kTrigrams, kTrigramBackoffs, kFourgrams}};
  return model;
}

}  // namespace sorani::normalize::restore
