#pragma once

#include <string>
#include <string_view>

#include <sorani/export.hpp>

namespace sorani {
inline namespace v0 {

/// The version of the library, as `MAJOR.MINOR.PATCH`.
SORANI_API std::string_view version() noexcept;

/// The version of Unicode whose properties the library uses, as `MAJOR.MINOR.PATCH`.
SORANI_API std::string_view unicode_version() noexcept;

/// The libraries that this one uses, with their versions: `NAME VERSION, NAME VERSION`. Without ICU, which has a
/// function for its own.
SORANI_API std::string library_versions();

}  // namespace v0
}  // namespace sorani
