#include "normalize/restore/model/model.hpp"

#include "normalize/restore/generated.hpp"

namespace sorani::normalize::restore {

const Model& built_in_model() {
  static const Model model{
      {kLetterClasses, kBuckets, kWordRecords}, WordPairs(kPairs), {kRowNumbers, kFourgrams, kTrigrams}};
  return model;
}

}  // namespace sorani::normalize::restore
