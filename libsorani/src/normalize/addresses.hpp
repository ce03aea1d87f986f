#pragma once

#include <cstddef>
#include <string_view>

namespace sorani::normalize {

/// Part of a token, in bytes.
struct Span {
  std::size_t start;
  std::size_t length;  ///< 0 if nothing was found
};

/// The first web address in a token (a text without white space), without the punctuation after it: what begins with
/// `http://`, `https://`, `ftp://` or `www.`.
Span find_url(std::string_view token) noexcept;

/// The first e-mail address in a token: `name@host.domain`, in ASCII.
Span find_email(std::string_view token) noexcept;

}  // namespace sorani::normalize
