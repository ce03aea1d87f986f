#include "normalize/restore/words/unknown_words.hpp"

#include <algorithm>

namespace sorani::normalize::restore {

void UnknownWords::find(TypedView typed, Keyboard keyboard, Choices& choices) {
  keyboard_ = keyboard;
  worst_ = choices.worst();
  for (std::size_t at = 0; at <= typed.size(); ++at) places_[at].size = 0;
  prefixes_.assign(1, {nullptr, 0});
  places_[0].insert({cost_, LetterModel::kStart, 0});
  for (std::size_t at = 0; at < typed.size(); ++at) {
    if (at > 0) {
      const Place typed_prefixes = places_[at];  // no two letters are left out beside each other
      for (std::size_t i = 0; i < typed_prefixes.size; ++i) {
        extend_all(typed_prefixes.entries[i], channel_.omissions(keyboard), typed, at);
      }
    }
    const Place& here = places_[at];
    for (std::size_t i = 0; i < here.size; ++i) {
      extend_all(here.entries[i], channel_.typed_from(typed[at], keyboard), typed, at);
    }
  }
  const Place& last = places_[typed.size()];
  for (std::size_t i = 0; i < last.size; ++i) {
    Choice choice;
    choice.cost = last.entries[i].cost + letters_.cost(last.entries[i].context, kEdge);
    if (choice.cost > choices.worst()) continue;
    choice.letters = spelling(last.entries[i].prefix);
    if (choice.letters.size > 0) choices.add(choice);
  }
}

/// Adds a segment to a prefix, each of them in turn. They are in the order of their costs.
void UnknownWords::extend_all(const Place::Entry& from, std::span<const Segment> segments, TypedView typed,
                              std::size_t at) {
  const std::uint8_t* const row = letters_.row(from.context);
  for (const Segment& segment : segments) {
    const float cost = from.cost + segment.cost(keyboard_);
    if (cost >= worst_) return;
    if (segment.typed_size > 0 && !segment.fits(typed, at)) continue;
    Place& place = places_[at + segment.typed_size];
    const float limit = std::min(place.limit(), worst_);
    if (cost >= limit) {
      if (segment.typed_size == 0) return;
      continue;
    }
    Place::Entry next{cost + static_cast<float>(row[segment.letters[0]]) * kLetterStep,
                      LetterModel::next(from.context, segment.letters[0]),
                      static_cast<std::uint32_t>(prefixes_.size())};
    for (std::size_t i = 1; i < segment.letters_size && next.cost < limit; ++i) {
      next.cost += letters_.cost(next.context, segment.letters[i]);
      next.context = LetterModel::next(next.context, segment.letters[i]);
    }
    if (next.cost < limit && place.insert(next)) prefixes_.push_back({&segment, from.prefix});
  }
}

/// Keeps the entry, which costs less than the limit, unless there is a cheaper one for its context.
bool UnknownWords::Place::insert(const Entry& entry) noexcept {
  std::size_t same = 0;
  while (same < size && entries[same].context != entry.context) ++same;
  if (same < size && entries[same].cost <= entry.cost) return false;
  std::size_t at = same < size ? same : std::min(size, kBeam - 1);  // the entry that is overwritten
  if (same == size && size < kBeam) ++size;
  for (; at > 0 && entries[at - 1].cost > entry.cost; --at) entries[at] = entries[at - 1];
  entries[at] = entry;
  return true;
}

/// Empty if it is too long.
Word UnknownWords::spelling(std::uint32_t prefix) const {
  std::array<Letter, kMaxRestored> reversed;
  std::size_t size = 0;
  for (; prefixes_[prefix].segment != nullptr; prefix = prefixes_[prefix].before) {
    const Segment& segment = *prefixes_[prefix].segment;
    if (size + segment.letters_size > kMaxRestored) return {};
    for (std::size_t i = segment.letters_size; i-- > 0;) reversed[size++] = segment.letters[i];
  }
  Word word;
  while (size > 0) word.push(reversed[--size]);
  return word;
}

}  // namespace sorani::normalize::restore
