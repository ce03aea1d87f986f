#include "normalize/restore/words/unknown_words.hpp"

#include <algorithm>

namespace sorani::normalize::restore {

void UnknownWords::find(TypedView typed, Keyboard keyboard, Choices& choices) {
  keyboard_ = keyboard;
  for (std::size_t at = 0; at <= typed.size(); ++at) places_[at].clear();
  prefixes_.assign(1, {cost_, LetterModel::kStart, nullptr, 0});
  places_[0].push_back(0);
  for (std::size_t at = 0; at < typed.size(); ++at) {
    std::vector<std::uint32_t>& here = places_[at];
    prune(here);
    const std::size_t typed_prefixes = here.size();
    for (std::size_t i = 0; at > 0 && i < typed_prefixes; ++i) {
      for (const Segment& omission : channel_.omissions()) extend(here[i], omission, at);
    }
    if (here.size() > typed_prefixes) prune(here);
    for (const std::uint32_t prefix : here) {
      for (const Segment& segment : channel_.typed_from(typed[at])) {
        if (segment.fits(typed, at)) extend(prefix, segment, at + segment.typed_size);
      }
    }
  }
  for (const std::uint32_t prefix : places_[typed.size()]) {
    Choice choice;
    choice.cost = prefixes_[prefix].cost + letters_.cost(prefixes_[prefix].context, kEdge);
    if (choice.cost > choices.worst()) continue;
    choice.letters = spelling(prefix);
    if (choice.letters.size > 0) choices.add(choice);
  }
}

void UnknownWords::extend(std::uint32_t prefix, const Segment& segment, std::size_t to) {
  Prefix next{prefixes_[prefix].cost + segment.cost(keyboard_), prefixes_[prefix].context, &segment, prefix};
  for (std::size_t i = 0; i < segment.letters_size; ++i) {
    next.cost += letters_.cost(next.context, segment.letters[i]);
    next.context = LetterModel::next(next.context, segment.letters[i]);
  }
  places_[to].push_back(static_cast<std::uint32_t>(prefixes_.size()));
  prefixes_.push_back(next);
}

void UnknownWords::prune(std::vector<std::uint32_t>& place) {
  const auto cheaper = [this](std::uint32_t a, std::uint32_t b) {
    return prefixes_[a].cost != prefixes_[b].cost ? prefixes_[a].cost < prefixes_[b].cost : a < b;
  };
  std::sort(place.begin(), place.end(), cheaper);
  std::size_t kept = 0;
  for (const std::uint32_t prefix : place) {
    const auto same = [&](std::uint32_t other) { return prefixes_[other].context == prefixes_[prefix].context; };
    const auto end = place.begin() + static_cast<std::ptrdiff_t>(kept);
    if (std::any_of(place.begin(), end, same)) continue;
    place[kept++] = prefix;
    if (kept == kBeam) break;
  }
  place.resize(kept);
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
