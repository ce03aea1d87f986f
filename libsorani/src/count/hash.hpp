#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

/// Hashing of short keys by folded multiplication, after Wang Yi's wyhash. Values depend on the byte order of the
/// machine; none is ever stored in a file.
namespace sorani::count {

inline constexpr std::array<std::uint64_t, 4> kHashSeeds{0xa0761d6478bd642f, 0xe7037ed1a0b428db, 0x8ebc6af09c88c6e3,
                                                         0x589965cc75374cc3};

/// Both halves of the product, folded into one.
inline std::uint64_t fold_product(std::uint64_t a, std::uint64_t b) noexcept {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

inline std::uint64_t load64(const char* from) noexcept {
  std::uint64_t value = 0;
  std::memcpy(&value, from, sizeof value);
  return value;
}

/// The first 16 bytes of a key, zeros behind a shorter one.
struct Head {
  std::uint64_t low;
  std::uint64_t high;
};

inline constexpr std::size_t kHeadSize = 16;

/// `readable` bytes can be read from `data`, though the key may be shorter.
inline Head load_head(const char* data, std::size_t length, std::size_t readable) noexcept {
  if (readable >= kHeadSize) {
    Head head{load64(data), load64(data + 8)};
    if (length >= kHeadSize) return head;
    const unsigned bits = static_cast<unsigned>(length & 7) * 8;
    const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
    // In little-endian order the bytes that are too many are the highest.
    static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);
    if (length < 8) return {head.low & mask, 0};
    return {head.low, head.high & mask};
  }
  std::array<char, kHeadSize> bytes{};
  std::memcpy(bytes.data(), data, length < kHeadSize ? length : kHeadSize);
  return {load64(bytes.data()), load64(bytes.data() + 8)};
}

/// The part for keys longer than the head.
inline std::uint64_t hash_long(const char* data, std::size_t length) noexcept {
  std::uint64_t hash = kHashSeeds[0];
  std::size_t at = 0;
  for (; at + kHeadSize < length; at += kHeadSize) {
    hash = fold_product(load64(data + at) ^ kHashSeeds[1] ^ hash, load64(data + at + 8) ^ kHashSeeds[2]);
  }
  const char* const last = data + length - kHeadSize;
  return fold_product(load64(last) ^ kHashSeeds[1] ^ hash, load64(last + 8) ^ kHashSeeds[2] ^ length);
}

/// Never 0.
inline std::uint32_t hash_key(const Head& head, const char* data, std::size_t length) noexcept {
  const std::uint64_t hash = length <= kHeadSize
                                 ? fold_product(head.low ^ kHashSeeds[0], head.high ^ kHashSeeds[1] ^ length)
                                 : hash_long(data, length);
  // 0 stands for no key in the buckets of a lexicon.
  const auto part = static_cast<std::uint32_t>(hash >> 16);
  return part + (part == 0 ? 1 : 0);
}

/// A hash of `size` numbers.
template <std::size_t size>
std::uint32_t hash_numbers(const std::uint32_t* numbers) noexcept {
  std::uint64_t hash = kHashSeeds[3];
  std::size_t i = 0;
  for (; i + 4 <= size; i += 4) {
    const auto at = [&](std::size_t k) { return std::uint64_t{numbers[i + k]}; };
    hash = fold_product((at(0) | at(1) << 32) ^ kHashSeeds[0] ^ hash, (at(2) | at(3) << 32) ^ kHashSeeds[1]);
  }
  if constexpr (size % 4 != 0) {
    std::uint64_t a = numbers[i];
    std::uint64_t b = 0;
    if constexpr (size % 4 > 1) a |= std::uint64_t{numbers[i + 1]} << 32;
    if constexpr (size % 4 > 2) b = numbers[i + 2];
    hash = fold_product(a ^ kHashSeeds[0] ^ hash, b ^ kHashSeeds[1]);
  }
  return static_cast<std::uint32_t>(hash >> 16);
}

/// Where a hash belongs among `size` places: spread evenly, and in the order of the hashes.
inline std::size_t place_of(std::uint32_t hash, std::size_t size) noexcept {
  return static_cast<std::size_t>(std::uint64_t{hash} * size >> 32);
}

}  // namespace sorani::count
