#pragma once

#include <span>
#include <string_view>

/// What `tablegen address` defines, from libsorani/data.
namespace sorani::address {

/// The list of top-level-domains.tsv, in lower case, sorted by bytes.
std::span<const std::string_view> top_level_domains() noexcept;

}  // namespace sorani::address
