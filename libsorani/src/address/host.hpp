#pragma once

#include <cstddef>
#include <string_view>

/// The parts of a URL after its scheme (RFC 3986, with the letters of RFC 3987).
namespace sorani::address {

/// A host name.
struct Host {
  std::size_t end;       ///< after its last letter or digit; where the search began if there is no host
  std::size_t last_dot;  ///< the full stop before its last label; 0 if there is only one label
};

enum class HostLetters : bool { ascii, any };

/// The host name at `at`. With letters of any script, a label has letters either of the Arabic script or of others (RFC
/// 5893, the bidi rule), so a Kurdish ending is not part of it: http://rudaw.netەوە.
Host read_host(std::string_view text, std::size_t at, HostLetters letters) noexcept;

/// True if the last label is listed in top-level-domains.tsv, which makes the name a web address without a scheme. The
/// label must be in lower case, or in capitals like the whole name: "end.At" is the end of a sentence and a new one.
bool has_known_domain(std::string_view host) noexcept;

/// The end of port, path, query and fragment after a host, without the punctuation of the sentence around it. A closing
/// bracket belongs to the address if it was opened there.
///
/// `has_scheme`: what was read as a host may be the user name before it (user:password@host).
std::size_t tail_end(std::string_view text, std::size_t at, bool has_scheme) noexcept;

}  // namespace sorani::address
