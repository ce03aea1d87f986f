#include <sorani/version.hpp>
#include <string>

#include <utf8proc.h>

namespace sorani {
inline namespace v0 {

std::string_view version() noexcept { return SORANI_VERSION; }

std::string_view unicode_version() noexcept { return utf8proc_unicode_version(); }

std::string library_versions() {
  return std::string("utf8proc ") + utf8proc_version() +
         ", Highway " SORANI_HIGHWAY_VERSION ", xxHash " SORANI_XXHASH_VERSION;
}

}  // namespace v0
}  // namespace sorani
