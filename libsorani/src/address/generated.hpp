#pragma once

#include <cstddef>
#include <string_view>

/// The list of top-level-domains.tsv, sorted by bytes, written by `tablegen address`.
namespace sorani::address::tables {

extern const std::string_view kTopLevelDomains[];
extern const std::size_t kTopLevelDomainsSize;

}  // namespace sorani::address::tables
