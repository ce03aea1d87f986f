#pragma once

#include <cstddef>
#include <string_view>

/// The parts of a URL after its scheme (RFC 3986, with the letters of RFC 3987).
namespace sorani::address {

/// A host name.
struct Host {
  std::size_t end;       ///< of its last letter or digit; where it was looked for if there is none
  std::size_t last_dot;  ///< the one before its last label; 0 if there is none
};

enum class HostLetters : bool { ascii, any };

/// The host name at `at`. With letters of any script a label holds those of the Arabic script or others, not both (RFC
/// 5893, the bidi rule), so that a Kurdish ending is no part of it: http://rudaw.netەوە.
Host read_host(std::string_view text, std::size_t at, HostLetters letters) noexcept;

/// True if the last label is a domain that makes a web address of a name (top-level-domains.tsv), in lower case or
/// in capitals like the whole name: "end.At" is two sentences.
bool has_known_domain(std::string_view host) noexcept;

/// The end of what follows a host: port, path, query and fragment, without the punctuation that belongs to the text. A
/// closing bracket belongs to the address if it is opened there.
///
/// `has_scheme`: a user name may stand before the host (user:password@host), where the host is looked for first.
std::size_t tail_end(std::string_view text, std::size_t at, bool has_scheme) noexcept;

}  // namespace sorani::address
