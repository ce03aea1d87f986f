#pragma once

#include <cstddef>

#include "normalize/rules/rule_tables.hpp"

/// The tables behind rule_tables.hpp, written by `tablegen normalize`.
namespace sorani::normalize::tables {

extern const RuleRow kRules[];
extern const std::size_t kRulesSize;
extern const MappingRow kMappings[];
extern const std::size_t kMappingsSize;
extern const SetRow kSets[];
extern const std::size_t kSetsSize;
extern const std::u32string_view kFinalWawStems[];
extern const std::size_t kFinalWawStemsSize;
extern const VowelMarkRow kVowelMarks[];
extern const std::size_t kVowelMarksSize;
extern const BulletRow kBullets[];
extern const std::size_t kBulletsSize;
extern const EntityRow kEntities[];
extern const std::size_t kEntitiesSize;
extern const FontRow kFonts[];
extern const std::size_t kFontsSize;
extern const std::string_view kFontNames[];
extern const std::size_t kFontNamesSize;

}  // namespace sorani::normalize::tables
