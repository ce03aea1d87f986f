#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The one grammar of web addresses, e-mail addresses, hashtags and mentions, used by the tokenizer, the normalizer and
/// the transliterator.
namespace sorani::address {

enum class Kind : std::uint8_t {
  none,
  url,      ///< `http://` or any other scheme, `www.`, or a host name under a known top-level domain (rudaw.net)
  email,    ///< name@host.domain, in ASCII
  hashtag,  ///< # and a name with at least one letter
  mention,  ///< @ and the name of a user
};

/// A part of a text, in bytes.
struct Address {
  std::size_t begin = 0;
  std::size_t end = 0;
  Kind kind = Kind::none;
};

/// True for a byte that an address can begin with: an ASCII letter or digit, # and @.
constexpr bool may_begin(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#' || c == '@';
}

/// The address that begins at `at < text.size()`; of kind `none` if there is none. The text before `at` counts: no
/// address begins inside a word of Latin letters or digits.
Address match(std::string_view text, std::size_t at) noexcept;

/// The first address that begins at or after `from`; of kind `none` if there is none. To find all, continue at the end
/// of each; together that takes time linear in the text.
Address find(std::string_view text, std::size_t from = 0) noexcept;

}  // namespace sorani::address
