#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What a web address, an e-mail address, a hashtag and a mention is, for the tokenizer, the normalizer and the
/// transliterator alike.
namespace sorani::address {

enum class Kind : std::uint8_t {
  none,
  url,      ///< `http://` or any other scheme, `www.`, or a host name under a known top-level domain (rudaw.net)
  email,    ///< name@host.domain, in ASCII
  hashtag,  ///< # and a name that holds a letter
  mention,  ///< @ and the name of a user
};

/// Part of a text, in bytes.
struct Address {
  std::size_t begin = 0;
  std::size_t end = 0;
  Kind kind = Kind::none;
};

/// True for a byte that an address can begin with: an ASCII letter or digit, # and @.
constexpr bool may_begin(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#' || c == '@';
}

/// The address that begins at `at`, which is less than the size of the text; of kind `none` if there is none. What
/// stands before `at` is looked at: no address begins inside a word of Latin letters or of digits.
Address match(std::string_view text, std::size_t at) noexcept;

/// The first address that begins at `from` or after it; of kind `none` if there is none. Calls that each go on at the
/// end of the address before find every address; together they take time linear in the text.
Address find(std::string_view text, std::size_t from = 0) noexcept;

}  // namespace sorani::address
