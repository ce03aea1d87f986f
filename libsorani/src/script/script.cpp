#include "script/script.hpp"

#include "script/class_names.hpp"

namespace sorani::script {

std::uint32_t class_by_name(std::string_view name) noexcept {
  for (const ClassName& known : kClassNames) {
    if (known.name == name) return known.value;
  }
  return 0;
}

}  // namespace sorani::script
