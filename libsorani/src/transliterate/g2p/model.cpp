#include "transliterate/g2p/model.hpp"

#include "transliterate/g2p/generated.hpp"

namespace sorani::transliterate::g2p {

const Model& built_in_model() noexcept {
  static const Model model{
      ScoreTables(tables::kRowDisplacements, tables::kRowSlots, tables::kDisplacements, tables::kWeightSlots,
                  tables::kScoreCells),
      tables::kWeightScale,
      {tables::kLexiconNodes, tables::kLexiconFirstEntries, tables::kLexiconEntries, tables::kLexiconLetters},
  };
  return model;
}

}  // namespace sorani::transliterate::g2p
