#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/mapped_array.hpp"
#include "count/table/vocabulary.hpp"

namespace sorani::count {

/// A token as it is copied into rows. Short tokens are stored inline, so that copying one reads one cache line.
struct alignas(32) TokenText {
  static constexpr std::size_t kInlineBytes = 24;

  std::uint32_t length;
  TokenId id;
  std::array<char, kInlineBytes> inline_bytes;  ///< the start of the token; bytes behind its end are unspecified
};

/// What is needed to turn sequences of ranks into texts.
struct TokenTexts {
  const Vocabulary& vocabulary;
  const base::MappedArray<TokenText>& by_rank;  ///< all tokens, sorted by their bytes: index is rank
  bool is_spaced;                               ///< tokens are separated by a space, else by nothing
  /// Sequences of ranks compare as the texts that they spell. This holds if no token is a prefix of another, or if
  /// tokens are separated by a byte below all bytes of tokens. Otherwise texts have to be compared: of the graphemes
  /// e and é (e, U+0301), e ranks lower, but the bigram e+ز (65 D8 B2) sorts after é+a (65 CC 81 61).
  bool is_order_preserving;
  unsigned rank_bits;  ///< all ranks are below 2^rank_bits

  std::string_view text_at(std::uint32_t rank) const noexcept { return vocabulary.text(by_rank[rank].id); }

  /// The most bytes that `copy` writes.
  std::size_t copy_bound(std::uint32_t rank) const noexcept { return by_rank[rank].length + TokenText::kInlineBytes; }
  /// Writes a token; returns its end. Bytes behind it may be overwritten, within `copy_bound`.
  char* copy(std::uint32_t rank, char* to) const noexcept {
    const TokenText& token = by_rank[rank];
    // A copy of fixed size is two or three moves; one of the token's length would be a call of memcpy.
    std::memcpy(to, token.inline_bytes.data(), TokenText::kInlineBytes);
    if (token.length > TokenText::kInlineBytes) [[unlikely]] {
      std::memcpy(to, vocabulary.text(token.id).data(), token.length);
    }
    return to + token.length;
  }
};

}  // namespace sorani::count
