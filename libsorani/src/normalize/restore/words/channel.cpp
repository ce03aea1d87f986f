#include "normalize/restore/words/channel.hpp"

#include <algorithm>

#include "normalize/restore/generated.hpp"

namespace sorani::normalize::restore {
namespace {

Segment segment_of(const Confusion& row) {
  Segment segment;
  for (const char32_t c : row.typed) segment.typed[segment.typed_size++] = character_info(c).typed;
  for (const char32_t c : row.letters) segment.letters[segment.letters_size++] = letter_of(c);
  segment.costs = {row.arabic, row.persian};
  return segment;
}

}  // namespace

Channel::Channel() {
  for (auto& letters : one_) {
    for (auto& costs : letters) costs.fill(kImpossible);
  }
  for (auto& costs : left_out_) costs.fill(kImpossible);
  for (const Confusion& row : confusions()) {
    const Segment segment = segment_of(row);
    add(segment);
    if (row.typed.size() == 2 && character_info(row.typed.back()).kind == CharacterInfo::mark) {
      marked_[segment.typed[0]][segment.typed[1]] = true;
    }
  }
  for (const Keyboard keyboard : {Keyboard::arabic, Keyboard::persian}) {
    const auto cheaper = [keyboard](const Segment& a, const Segment& b) { return a.cost(keyboard) < b.cost(keyboard); };
    const auto k = static_cast<std::size_t>(keyboard);
    for (auto& segments : typed_from_[k]) std::stable_sort(segments.begin(), segments.end(), cheaper);
    std::stable_sort(omissions_[k].begin(), omissions_[k].end(), cheaper);
  }
}

const Channel& Channel::built_in() {
  static const Channel channel;
  return channel;
}

bool Channel::is_foreign(Typed typed) const noexcept {
  constexpr float kRare = 3;
  const auto is_rare = [](const Segment& segment) { return segment.cost(Keyboard::arabic) > kRare; };
  const auto segments = typed_from(typed, Keyboard::arabic);
  return std::all_of(segments.begin(), segments.end(), is_rare);
}

void Channel::add(const Segment& segment) {
  const Letter first = segment.letters[0];
  if (segment.typed_size == 0) {
    omitted_letters_ |= std::uint64_t{1} << first;
    for (std::size_t k = 0; k < 2; ++k) {
      omissions_[k].push_back(segment);
      left_out_[k][first] = segment.costs[k];
    }
    return;
  }
  letters_for_[segment.typed[0]] |= std::uint64_t{1} << first;
  for (auto& typed_from : typed_from_) typed_from[segment.typed[0]].push_back(segment);
  if (segment.typed_size == 1 && segment.letters_size == 1) {
    for (std::size_t k = 0; k < 2; ++k) one_[k][first][segment.typed[0]] = segment.costs[k];
  } else {
    longer_[first].push_back(segment);
  }
}

}  // namespace sorani::normalize::restore
