#include <sorani/version.hpp>

namespace sorani {

std::string_view version() noexcept { return SORANI_VERSION; }

}  // namespace sorani
