#include "script/script.hpp"

#include "script/class_names.hpp"
#include "script/generated.hpp"

namespace sorani::script {

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
