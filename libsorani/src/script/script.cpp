#include "script/script.hpp"

#include "script/class_names.hpp"
#include "script/tables.hpp"

namespace sorani::script {

std::uint32_t classes(char32_t c) noexcept {
  // The last code point, a noncharacter, has no class; neither has any value past it.
  constexpr char32_t kLast = 0x10FFFF;
  const std::size_t at = c < kLast ? c : kLast;
  return tables::kClasses[tables::kClassesIndex[tables::kClassesBlock[at >> 8] * std::size_t{256} + (at & 0xFF)]];
}

std::span<const std::uint32_t> class_combinations() noexcept { return {tables::kClasses, tables::kClassesSize}; }

std::uint32_t class_by_name(std::string_view name) noexcept {
  for (const ClassName& known : kClassNames) {
    if (known.name == name) return known.value;
  }
  return 0;
}

std::span<const Letter> alphabet() noexcept { return {tables::kAlphabet, tables::kAlphabetSize}; }

std::span<const LookAlike> look_alikes() noexcept { return {tables::kLookAlikes, tables::kLookAlikesSize}; }

}  // namespace sorani::script
