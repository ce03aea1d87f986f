#include "transliterate/g2p/model.hpp"

#include "transliterate/g2p/generated.hpp"

namespace sorani::transliterate::g2p {

const Model& built_in_model() noexcept {
  static const Model model{
      WeightTable({tables::kDisplacements, tables::kDisplacementsSize},
                  {tables::kWeightSlots, tables::kWeightSlotsSize}),
      tables::kWeightScale,
      {{tables::kLexiconNodes, tables::kLexiconNodesSize},
       {tables::kLexiconEntries, tables::kLexiconEntriesSize},
       {tables::kLexiconLetters, tables::kLexiconLettersSize}},
  };
  return model;
}

}  // namespace sorani::transliterate::g2p
