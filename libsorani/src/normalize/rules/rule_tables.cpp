#include "normalize/rules/rule_tables.hpp"

#include <algorithm>
#include <string>

#include <sorani/error.hpp>

#include "normalize/generated.hpp"

namespace sorani::normalize {

std::span<const RuleRow> rule_rows() noexcept { return {tables::kRules, tables::kRulesSize}; }
std::span<const MappingRow> mapping_rows() noexcept { return {tables::kMappings, tables::kMappingsSize}; }
std::span<const SetRow> set_rows() noexcept { return {tables::kSets, tables::kSetsSize}; }
std::span<const std::u32string_view> final_waw_stems() noexcept {
  return {tables::kFinalWawStems, tables::kFinalWawStemsSize};
}
std::span<const VowelMarkRow> vowel_mark_rows() noexcept { return {tables::kVowelMarks, tables::kVowelMarksSize}; }
std::span<const BulletRow> bullet_rows() noexcept { return {tables::kBullets, tables::kBulletsSize}; }
std::span<const EntityRow> entity_rows() noexcept { return {tables::kEntities, tables::kEntitiesSize}; }
std::span<const FontRow> font_rows() noexcept { return {tables::kFonts, tables::kFontsSize}; }
std::span<const std::string_view> font_names() noexcept { return {tables::kFontNames, tables::kFontNamesSize}; }

std::u32string_view named_set(std::string_view name) {
  const auto rows = set_rows();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const SetRow& set) { return set.name == name; });
  if (row == rows.end()) throw Error("no set is called " + std::string(name));
  return row->points;
}

}  // namespace sorani::normalize
