#include "normalize/restore/words/known_words.hpp"

#include <algorithm>

namespace sorani::normalize::restore {
namespace {

bool is_last(Letter letter) noexcept { return (letter & Vocabulary::kLastLetter) != 0; }

/// The letters of a record.
Word letters_of_record(const Letter* letters) noexcept {
  Word word;
  do {
    word.push(*letters & Vocabulary::kLetterMask);
  } while (!is_last(*letters++));
  return word;
}

}  // namespace

KnownWords::KnownWords(const Model& model, const Channel& channel) : words_(model.words), channel_(channel) {
  for (const Keyboard keyboard : {Keyboard::arabic, Keyboard::persian}) {
    auto& ends = ends_[static_cast<std::size_t>(keyboard)];
    for (auto& costs : ends) {
      for (Letter letter = 0; letter < kLetterCount; ++letter) {
        costs[letter] = channel.left_out(letter, keyboard) + kLastLetterLeftOut;
      }
    }
    for (std::size_t typed = 0; typed < kMaxTyped; ++typed) {
      for (const Segment& segment : channel.typed_from(static_cast<Typed>(typed), keyboard)) {
        if (segment.typed_size == 1 && segment.letters_size == 1) {
          classes_[typed] = std::max(classes_[typed], words_.class_of(segment.letters[0]));
        }
        float& end = ends[segment.typed[segment.typed_size - 1u]][segment.letters[segment.letters_size - 1u]];
        end = std::min(end, segment.cost(keyboard));
      }
    }
  }
}

void KnownWords::find(TypedView typed, Keyboard keyboard, Choices& choices) {
  if (typed.empty()) return;
  typed_ = typed;
  keyboard_ = keyboard;
  steps_ = 0;
  FoldedKey key;
  for (std::size_t at = 0; at < typed.size(); ++at) {
    key.push(classes_[typed[at]]);
    letters_[at] = channel_.letters_for(typed[at]) | (at == 0 ? 0 : channel_.omitted_letters());
  }
  letters_[typed.size()] = channel_.omitted_letters();
  const auto& ends = ends_[static_cast<std::size_t>(keyboard)][typed.back()];
  const Vocabulary::Bucket bucket = words_.bucket(key);
  WordNumber next = bucket.begin;
  for (WordNumber word = bucket.begin; word != bucket.end; word = next) {
    next = words_.next(word);
    const float cost = words_.cost(word);
    limit_ = choices.worst() - cost;
    if (limit_ < 0) return;
    if (ends[words_.last_letter(next)] > limit_) continue;
    least_ = kImpossible;
    align(words_.letters(word), {0, 0, false});
    if (least_ == kImpossible) continue;
    const Word letters = letters_of_record(words_.letters(word));
    choices.add({cost + least_, words_.is_copy(word) ? words_.find(letters.view()) : word, letters});
  }
}

/// Aligns the rest of a word with what is typed from a place on, in all ways.
void KnownWords::align(const Letter* letters, Place place) {
  for (;; ++letters) {
    if (++steps_ > kMaxSteps) return;
    const Letter letter = *letters & Vocabulary::kLetterMask;
    if ((letters_[place.at] >> letter & 1) == 0) return;
    if (place.at > 0 && !place.left_out) {
      const float cost = place.cost + channel_.left_out(letter, keyboard_);
      if (cost <= limit_) align_behind(letters, {place.at, cost, true});
    }
    if (place.at == typed_.size()) return;
    for (const Segment& segment : channel_.longer(letter)) {
      if (segment.fits(typed_, place.at)) follow(segment, letters, place);
    }
    place = {place.at + 1, place.cost + channel_.one(typed_[place.at], letter, keyboard_), false};
    if (!(place.cost <= limit_)) return;
    if (is_last(*letters)) return finish(place);
  }
}

void KnownWords::align_behind(const Letter* last, const Place& place) {
  if (is_last(*last)) return finish(place);
  align(last + 1, place);
}

/// Takes a segment of several letters, or of one that is typed as several.
void KnownWords::follow(const Segment& segment, const Letter* letters, const Place& place) {
  const Place next{place.at + segment.typed_size, place.cost + segment.cost(keyboard_), false};
  if (!(next.cost <= limit_)) return;
  for (std::size_t i = 1; i < segment.letters_size; ++i) {
    if (is_last(*letters)) return;
    ++letters;
    if ((*letters & Vocabulary::kLetterMask) != segment.letters[i]) return;
  }
  align_behind(letters, next);
}

/// The end of the word.
void KnownWords::finish(const Place& place) {
  if (place.at != typed_.size()) return;
  const float cost = place.cost + (place.left_out ? kLastLetterLeftOut : 0);
  if (cost >= least_) return;
  least_ = cost;
  limit_ = std::min(limit_, cost);
}

}  // namespace sorani::normalize::restore
