#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/mapped_array.hpp"
#include "count/table/vocabulary.hpp"

namespace sorani::count {

/// A token as it is copied into rows: most are here as a whole, so that a row reads one place of memory for each.
struct alignas(32) TokenText {
  static constexpr std::size_t kHead = 24;

  std::uint32_t length;
  TokenId id;
  std::array<char, kHead> head;  ///< what is behind a shorter token does not matter
};

/// What the rows of a table are made with.
struct TokenTexts {
  const Lexicon& lexicon;
  const base::MappedArray<TokenText>& by_rank;  ///< all tokens, in the order of their bytes
  bool is_spaced;                               ///< a space stands between two tokens; otherwise nothing
  /// Sequences of tokens compare as the texts that they make, which is so if no token begins another one or if what
  /// follows a token is less than all that is in one.
  bool ranks_tell_order;
  unsigned rank_bits;  ///< all ranks are below 2 to the power of this

  std::string_view text_at(std::uint32_t rank) const noexcept { return lexicon.text(by_rank[rank].id); }

  /// How many bytes `copy` may write.
  std::size_t room_for(std::uint32_t rank) const noexcept { return by_rank[rank].length + TokenText::kHead; }
  /// Writes a token; returns the end of it.
  char* copy(std::uint32_t rank, char* to) const noexcept {
    const TokenText& token = by_rank[rank];
    // In one size, which is quicker than to copy the right number of bytes.
    std::memcpy(to, token.head.data(), TokenText::kHead);
    if (token.length > TokenText::kHead) [[unlikely]] {
      std::memcpy(to, lexicon.text(token.id).data(), token.length);
    }
    return to + token.length;
  }
};

}  // namespace sorani::count
