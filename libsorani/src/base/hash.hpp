#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "base/memory.hpp"

/// Hashing of short keys by folded multiplication, after Wang Yi's wyhash. Hashes depend on the byte order of the
/// machine and are never stored in a file.
namespace sorani::base {

using HashSeeds = std::array<std::uint64_t, 4>;

/// Fixed seeds, for keys that do not come from the input.
inline constexpr HashSeeds kHashSeeds{0xa0761d6478bd642f, 0xe7037ed1a0b428db, 0x8ebc6af09c88c6e3, 0x589965cc75374cc3};

/// Seeds from one number, by SplitMix64 (Steele, Lea and Flood 2014).
constexpr HashSeeds make_hash_seeds(std::uint64_t number) noexcept {
  HashSeeds seeds{};
  for (std::uint64_t& seed : seeds) {
    number += 0x9E3779B97F4A7C15;
    seed = (number ^ number >> 30) * 0xBF58476D1CE4E5B9;
    seed = (seed ^ seed >> 27) * 0x94D049BB133111EB;
    seed ^= seed >> 31;
  }
  return seeds;
}

/// Both halves of the product, folded into one.
inline std::uint64_t fold_product(std::uint64_t a, std::uint64_t b) noexcept {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

/// 16 bytes of a key.
struct Block {
  std::uint64_t low;
  std::uint64_t high;
};

inline constexpr std::size_t kBlockSize = 16;

/// The first and the last 16 bytes of a key, padded with zeros: the whole of a key of up to 32 bytes. Nothing here
/// branches on the length of ordinary words, since the length of the next word is unpredictable.
struct KeyEdges {
  Block head;
  Block tail;
};

/// Where the last 16 bytes of a key begin.
inline std::size_t tail_offset(std::size_t length) noexcept { return length > kBlockSize ? length - kBlockSize : 0; }

inline Block load_block(const char* from) noexcept { return {load64(from), load64(from + 8)}; }

/// For each length up to 16, the mask of the bytes that belong to the key.
constexpr std::array<Block, kBlockSize + 1> block_masks() noexcept {
  // In little-endian order the bytes past the end of the key are the highest.
  static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);
  constexpr std::uint64_t kAll = ~std::uint64_t{0};
  std::array<Block, kBlockSize + 1> masks{};
  for (std::size_t length = 0; length <= kBlockSize; ++length) {
    const auto bits = [](std::size_t bytes) { return bytes >= 8 ? kAll : (std::uint64_t{1} << 8 * bytes) - 1; };
    masks[length] = {bits(length), length > 8 ? bits(length - 8) : 0};
  }
  return masks;
}

inline constexpr std::array<Block, kBlockSize + 1> kBlockMasks = block_masks();

/// `readable`: how many bytes can be read from `data`, even if the key is shorter.
inline KeyEdges load_key_edges(const char* data, std::size_t length, std::size_t readable) noexcept {
  std::array<char, kBlockSize> copy{};
  if (readable < kBlockSize) {
    std::memcpy(copy.data(), data, length < kBlockSize ? length : kBlockSize);
    data = copy.data();
  }
  const Block mask = kBlockMasks[length < kBlockSize ? length : kBlockSize];
  const Block head = load_block(data);
  const Block tail = load_block(data + tail_offset(length));
  return {{head.low & mask.low, head.high & mask.high}, {tail.low & mask.low, tail.high & mask.high}};
}

/// A hash of the bytes between the edges of a key, in blocks of 16.
inline std::uint64_t hash_middle(const char* data, std::size_t length, const HashSeeds& seeds) noexcept {
  std::uint64_t hash = seeds[0];
  for (std::size_t at = kBlockSize; at < length - kBlockSize; at += kBlockSize) {
    const Block block = load_block(data + at);
    hash = fold_product(block.low ^ seeds[1] ^ hash, block.high ^ seeds[2]);
  }
  return hash;
}

/// Never 0.
inline std::uint32_t hash_key(const KeyEdges& edges, const char* data, std::size_t length,
                              const HashSeeds& seeds) noexcept {
  std::uint64_t hash = fold_product(edges.head.low ^ seeds[0], edges.head.high ^ seeds[1] ^ length) ^
                       fold_product(edges.tail.low ^ seeds[2], edges.tail.high ^ seeds[3]);
  if (length > 2 * kBlockSize) [[unlikely]]
    hash = fold_product(hash ^ seeds[2], hash_middle(data, length, seeds));
  // 0 marks an empty slot of a hash table.
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

/// The slot of a hash in a table of `size` slots: evenly spread, in the order of the hashes (Lemire's multiply-shift
/// reduction).
inline std::size_t slot_of(std::uint32_t hash, std::size_t size) noexcept {
  return static_cast<std::size_t>(std::uint64_t{hash} * size >> 32);
}

}  // namespace sorani::base
