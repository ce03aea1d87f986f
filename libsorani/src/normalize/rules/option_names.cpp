#include <sorani/normalizer.hpp>

#include "base/enum_names.hpp"

namespace sorani {
inline namespace v0 {
namespace {

constexpr base::EnumNames<Profile, 5> kProfiles{"none", "encoding", "standard", "orthography", "search"};
constexpr base::EnumNames<Digits, 4> kDigits{"keep", "latin", "arabic", "persian"};
constexpr base::EnumNames<Heh, 2> kHehs{"0647", "06be"};

}  // namespace

std::string_view to_string(Profile profile) noexcept { return kProfiles.name(profile); }
std::optional<Profile> profile_of(std::string_view name) noexcept { return kProfiles.value(name); }

std::string_view to_string(Digits digits) noexcept { return kDigits.name(digits); }
std::optional<Digits> digits_of(std::string_view name) noexcept { return kDigits.value(name); }

std::string_view to_string(Heh heh) noexcept { return kHehs.name(heh); }
std::optional<Heh> heh_of(std::string_view name) noexcept { return kHehs.value(name); }

}  // namespace v0
}  // namespace sorani
