#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace sorani::base {

/// The names of the values of an enum, which are numbered from 0 without gaps.
template <typename Enum, std::size_t kSize>
class EnumNames {
 public:
  template <typename... Names>
  explicit constexpr EnumNames(Names... names) noexcept : names_{names...} {
    static_assert(sizeof...(Names) == kSize);
  }

  /// Empty for a value that is none of the enum's.
  constexpr std::string_view name(Enum value) const noexcept {
    const auto index = static_cast<std::size_t>(value);
    return index < kSize ? names_[index] : std::string_view();
  }

  constexpr std::optional<Enum> value(std::string_view name) const noexcept {
    const auto found = std::find(names_.begin(), names_.end(), name);
    if (found == names_.end()) return std::nullopt;
    return static_cast<Enum>(found - names_.begin());
  }

 private:
  std::array<std::string_view, kSize> names_;
};

}  // namespace sorani::base
