#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "base/memory.hpp"
#include "transliterate/g2p/features/feature_key.hpp"
#include "transliterate/g2p/generated.hpp"
#include "transliterate/g2p/letters.hpp"
#include "transliterate/g2p/lexicon/morphs.hpp"

namespace sorani::transliterate::g2p {

/// A word to be read: its letters and their sonority classes, padded with edges on both sides, and its morphs.
class Word {
 public:
  static constexpr std::size_t kMaxLetters = Morphs::kMaxLetters;

  void assign(std::span<const std::uint8_t> letters, const Lexicon& lexicon) noexcept {
    size_ = static_cast<int>(std::min(letters.size(), kMaxLetters));
    letters = letters.first(static_cast<std::size_t>(size_));
    std::copy(letters.begin(), letters.end(), letters_.begin() + kBefore);
    std::fill_n(letters_.begin() + kBefore + size_, kBehind, kEdge);
    for (std::size_t i = 0; i < kBefore + letters.size() + kBehind; ++i) {
      sonorities_[i] = static_cast<std::uint8_t>(tables::kLetterInfos[letters_[i]].sonority);
    }
    morphs_.assign(letters, lexicon);
  }

  int size() const noexcept { return size_; }
  std::span<const std::uint8_t> letters() const noexcept {
    return {letters_.data() + kBefore, static_cast<std::size_t>(size_)};
  }
  /// Letter `at`, from 0; kEdge for the four positions before and after the word.
  std::uint8_t letter(int at) const noexcept { return letters_[static_cast<unsigned>(at + kBefore)]; }
  /// `kCount` letters from `at` on.
  template <unsigned kCount>
  Symbols<kCount> letters(int at) const noexcept {
    return window<kCount>(letters_, at);
  }
  /// The sonority classes of `kCount` letters from `at` on.
  template <unsigned kCount>
  Symbols<kCount> sonorities(int at) const noexcept {
    return window<kCount>(sonorities_, at);
  }
  const Morphs& morphs() const noexcept { return morphs_; }

 private:
  static constexpr int kBefore = 4, kBehind = 4;
  /// With room for the eight bytes that `window` loads at the last position.
  using Padded = std::array<std::uint8_t, kBefore + kMaxLetters + kBehind + 8>;

  template <unsigned kCount>
  static Symbols<kCount> window(const Padded& padded, int at) noexcept {
    static_assert(kCount <= kMaxSymbols);
    std::uint64_t bits = 0;
    std::memcpy(&bits, padded.data() + (at + kBefore), sizeof bits);
    return {base::to_little_endian(bits) & ((std::uint64_t{1} << 8 * kCount) - 1)};
  }

  static constexpr Padded edges() noexcept {
    Padded filled{};
    filled.fill(kEdge);
    return filled;
  }

  int size_ = 0;
  Padded letters_ = edges();
  Padded sonorities_ = {};
  Morphs morphs_;
};

}  // namespace sorani::transliterate::g2p
