#include "transliterate/g2p/model.hpp"

#include "transliterate/g2p/generated.hpp"

namespace sorani::transliterate::g2p {

const Model& built_in_model() noexcept {
  static const Model model{
      WeightTable(tables::kDisplacements, tables::kWeightSlots),
      tables::kWeightScale,
      {tables::kLexiconNodes, tables::kLexiconEntries, tables::kLexiconLetters},
  };
  return model;
}

}  // namespace sorani::transliterate::g2p
