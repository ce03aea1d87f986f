#include "count/lexicon.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace sorani::count {
namespace {

constexpr std::size_t kFirstSlots = 256;
/// What `sort_tokens` needs for each token.
constexpr std::size_t kSortingMemory = 32;

}  // namespace

Key make_key(std::string_view token, std::size_t readable) {
  if (token.size() >= std::numeric_limits<std::uint32_t>::max()) throw std::length_error("a token of 4 GiB or more");
  const Head head = load_head(token.data(), token.size(), readable);
  return {head, token.data(), static_cast<std::uint32_t>(token.size()), hash_key(head, token.data(), token.size())};
}

bool Lexicon::reserve(std::size_t tokens, std::size_t bytes) {
  const std::size_t needed = std::max(bytes_.size(), kFirst) + bytes + tokens * (sizeof(Entry) + kUnit) + kSlack;
  if (needed > kMaxBytes) return false;
  if (needed > bytes_.capacity()) {
    const std::size_t left = budget_.left() + bytes_.memory();
    std::size_t size = Pages::rounded(std::max(needed, bytes_.capacity() + bytes_.capacity() / 2));
    if (size > left) size = Pages::rounded(needed + bytes_.capacity() / 16);
    if (size > left) return false;
    bytes_.reserve(size);
    update_budget();
  }
  if (is_crowded(size_ + tokens) || slots_.empty()) {
    // The old slots and the new are there together for a moment.
    const std::size_t least = (size_ + tokens) * 4 / 3 + 1;
    const std::size_t left = budget_.left() / sizeof(Slot);
    std::size_t size = std::max({2 * slots_.size(), least + least / 2, kFirstSlots});
    if (size > left) size = left;
    if (size < least + least / 8) return false;
    rehash(size);
  }
  return tokens * kSortingMemory <= budget_.left();
}

bool Lexicon::is_token(TokenId id, const Key& key) const noexcept {
  const Entry& found = entry(id);
  if (found.length != key.length) return false;
  const char* const text = bytes_.data() + id * kUnit + sizeof(Entry);
  if (load64(text) != key.head.low || load64(text + 8) != key.head.high) return false;
  return key.length <= kHeadSize || std::memcmp(text + kHeadSize, key.data + kHeadSize, key.length - kHeadSize) == 0;
}

TokenId Lexicon::find_or_add(const Key& key) {
  if (slots_.empty()) rehash(kFirstSlots);
  const std::size_t slots = slots_.size();
  for (std::size_t at = place_of(key.hash, slots);;) {
    const Slot& slot = slots_[at];
    if (slot.id == kNoToken) return add(key, at);
    if (slot.hash == key.hash && is_token(slot.id, key)) return slot.id;
    if (++at == slots) at = 0;
  }
}

// Two places of memory for each key, all on their way before the first is looked at.
void Lexicon::prefetch(std::span<const Key> keys) const noexcept {
  const std::size_t slots = slots_.size();
  for (const Key& key : keys) __builtin_prefetch(&slots_[place_of(key.hash, slots)]);
  for (const Key& key : keys) __builtin_prefetch(bytes_.data() + slots_[place_of(key.hash, slots)].id * kUnit);
}

void Lexicon::find_or_add(std::span<const Key> keys, TokenId* ids) {
  if (slots_.empty()) rehash(kFirstSlots);
  prefetch(keys);
  for (const Key& key : keys) *ids++ = find_or_add(key);
}

void Lexicon::count(std::span<const Key> keys) {
  if (slots_.empty()) rehash(kFirstSlots);
  prefetch(keys);
  for (const Key& key : keys) ++entry(find_or_add(key)).count;
}

TokenId Lexicon::add(const Key& key, std::size_t slot) {
  const std::size_t at = std::max(bytes_.size(), kFirst);
  const std::size_t size = entry_size(key.length);
  if (at + size > kMaxBytes) throw std::length_error("too many tokens to hold");
  if (at + size + kSlack > bytes_.capacity()) bytes_.reserve(at + size + kSlack + bytes_.capacity() / 2);
  bytes_.resize(at + size);
  const auto id = static_cast<TokenId>(at / kUnit);
  entry(id) = {0, kNoToken, key.length};
  char* const text = bytes_.data() + at + sizeof(Entry);
  // The zeros of the head are those behind the token.
  std::memcpy(text, &key.head, kHeadSize);
  if (key.length > kHeadSize) std::memcpy(text + kHeadSize, key.data + kHeadSize, key.length - kHeadSize);
  slots_[slot] = {key.hash, id};
  ++size_;
  if (is_crowded(size_)) rehash(2 * slots_.size());
  update_budget();
  return id;
}

void Lexicon::rehash(std::size_t size) {
  PagedArray<Slot> slots;
  slots.resize(size);
  for (const Slot& old : slots_) {
    if (old.id == kNoToken) continue;
    std::size_t at = place_of(old.hash, size);
    while (slots[at].id != kNoToken) at = at + 1 == size ? 0 : at + 1;
    slots[at] = old;
  }
  std::swap(slots_, slots);
  update_budget();
}

void Lexicon::update_budget() noexcept {
  budget_.remove(in_budget_);
  in_budget_ = slots_.memory() + bytes_.memory() + size_ * kSortingMemory;
  budget_.add(in_budget_);
}

void Lexicon::release() noexcept {
  slots_.release();
  bytes_.release();
  size_ = 0;
  update_budget();
}

void Lexicon::release_slots() noexcept {
  slots_.release();
  update_budget();
}

}  // namespace sorani::count
