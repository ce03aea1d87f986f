#pragma once

#include <array>
#include <cstdint>

#include "normalize/restore/words/channel.hpp"
#include "normalize/restore/words/choices.hpp"

namespace sorani::normalize::restore {

/// Finds the known words that are typed in some way.
///
/// All words that may be typed so have the folded key of what is typed, so they are in one bucket of the vocabulary.
/// Each word there is aligned with what is typed, segment by segment. The bucket is left at the first word that costs
/// more by itself than a choice that is kept may; an alignment, as soon as word and segments do. No more than kMaxSteps
/// letters are aligned, so that hostile words take bounded time.
class KnownWords {
 public:
  KnownWords(const Model& model, const Channel& channel);

  /// Adds what `typed` may mean to `choices`.
  void find(TypedView typed, Keyboard keyboard, Choices& choices);

 private:
  static constexpr unsigned kMaxSteps = 20000;

  /// What the segments up to here make of a word.
  struct Place {
    std::size_t at;  // in the typed word
    float cost;
    bool left_out;  // the last letter was not typed
  };

  void align(const Letter* letters, Place place);
  void align_behind(const Letter* last, const Place& place);
  void follow(const Segment& segment, const Letter* letters, const Place& place);
  void finish(const Place& place);

  const Vocabulary& words_;
  const Channel& channel_;
  std::array<std::uint8_t, kMaxTyped> classes_{};  // by typed letter
  // The least cost of the last segment of a word: by keyboard, last typed letter, last letter.
  std::array<std::array<std::array<float, kLetterCount>, kMaxTyped>, 2> ends_;

  TypedView typed_;
  Keyboard keyboard_ = Keyboard::arabic;
  float limit_ = 0;  // what the segments of a word may cost
  float least_ = 0;  // what they cost in the cheapest way
  unsigned steps_ = 0;
  std::array<std::uint64_t, kMaxWord + 1> letters_{};  // by typed letter: those that may come next, as bits
};

}  // namespace sorani::normalize::restore
