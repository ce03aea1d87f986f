#include <algorithm>
#include <array>

#include <sorani/normalizer.hpp>

namespace sorani {
inline namespace v0 {
namespace {

/// In the order of `Profile`.
constexpr std::array<std::string_view, 5> kProfileNames{"none", "encoding", "standard", "orthography", "search"};

}  // namespace

std::string_view to_string(Profile profile) noexcept {
  const auto index = static_cast<std::size_t>(profile);
  return index < kProfileNames.size() ? kProfileNames[index] : std::string_view();
}

std::optional<Profile> profile_of(std::string_view name) noexcept {
  const auto found = std::find(kProfileNames.begin(), kProfileNames.end(), name);
  if (found == kProfileNames.end()) return std::nullopt;
  return static_cast<Profile>(found - kProfileNames.begin());
}

}  // namespace v0
}  // namespace sorani
