#pragma once

#include <string_view>

#include <sorani/export.hpp>

namespace sorani {

/// The version of the library, as `MAJOR.MINOR.PATCH`.
SORANI_API std::string_view version() noexcept;

}  // namespace sorani
