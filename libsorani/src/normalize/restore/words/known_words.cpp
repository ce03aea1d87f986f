#include "normalize/restore/words/known_words.hpp"

namespace sorani::normalize::restore {

void KnownWords::find(TypedView typed, Keyboard keyboard, Choices& choices) {
  typed_ = typed;
  keyboard_ = keyboard;
  choices_ = &choices;
  path_.letters.size = 0;
  steps_ = 0;
  search(Vocabulary::kStart, {0, 0, 0, false});
}

void KnownWords::search(std::uint32_t state, const Place& place) {
  const bool may_be_left_out = place.at > 0 && !place.left_out;
  const std::uint64_t letters = (place.at < typed_.size() ? channel_.letters_for(typed_[place.at]) : 0) |
                                (may_be_left_out ? channel_.omitted_letters() : 0);
  for (std::uint32_t at = state;; ++at) {
    if (++steps_ > kMaxSteps) return;
    const Vocabulary::Transition transition = model_.words.transition(at);
    if ((letters >> transition.letter() & 1) != 0) take(at, place, may_be_left_out);
    if (transition.is_last()) return;
  }
}

/// Takes a transition in all ways in which its letter may be typed.
void KnownWords::take(std::uint32_t at, const Place& place, bool may_be_left_out) {
  const Vocabulary::Transition transition = model_.words.transition(at);
  if (place.cost + transition.least_cost() > choices_->worst()) return;
  const Letter letter = transition.letter();
  const WordNumber number = place.number + model_.words.words_before(at);
  if (place.at < typed_.size()) {
    const float cost = channel_.one(typed_[place.at], letter, keyboard_);
    if (cost != kImpossible) step(at, {place.at + 1, place.cost + cost, number, false});
    for (const Segment& segment : channel_.longer(letter)) {
      if (segment.fits(typed_, place.at)) follow(segment, at, {place.at, place.cost, number, false});
    }
  }
  if (may_be_left_out) {
    const float cost = channel_.left_out(letter, keyboard_);
    if (cost != kImpossible) step(at, {place.at, place.cost + cost, number, true});
  }
}

/// Takes a transition; `place` is the one behind it, but for the words that end there.
void KnownWords::step(std::uint32_t at, Place place) {
  const Vocabulary::Transition transition = model_.words.transition(at);
  if (place.cost + transition.least_cost() > choices_->worst() || path_.letters.full()) return;
  path_.letters.push(transition.letter());
  if (transition.ends_word()) {
    if (place.at == typed_.size()) {
      path_.word = place.number;
      path_.cost = model_.words.cost(place.number) + place.cost + (place.left_out ? kLastLetterLeftOut : 0);
      choices_->add(path_);
    }
    ++place.number;
  }
  if (transition.target() != 0) search(transition.target(), place);
  path_.letters.pop();
}

/// Takes the transitions of a segment of several letters, or of one that is typed as several.
void KnownWords::follow(const Segment& segment, std::uint32_t at, Place place) {
  std::size_t pushed = 0;
  for (; pushed + 1 < segment.letters_size; ++pushed) {
    const Vocabulary::Transition transition = model_.words.transition(at);
    if (transition.target() == 0 || path_.letters.full()) break;
    path_.letters.push(transition.letter());
    if (transition.ends_word()) ++place.number;
    at = transition.target();
    while (model_.words.transition(at).letter() != segment.letters[pushed + 1]) {
      if (model_.words.transition(at).is_last()) {
        path_.letters.size = static_cast<std::uint8_t>(path_.letters.size - pushed - 1);
        return;
      }
      ++at;
    }
    place.number += model_.words.words_before(at);
  }
  if (pushed + 1 == segment.letters_size) {
    place.at += segment.typed_size;
    place.cost += segment.cost(keyboard_);
    step(at, place);
  }
  path_.letters.size = static_cast<std::uint8_t>(path_.letters.size - pushed);
}

}  // namespace sorani::normalize::restore
