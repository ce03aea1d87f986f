#pragma once

#include <cstdint>

#include "normalize/restore/words/channel.hpp"
#include "normalize/restore/words/choices.hpp"

namespace sorani::normalize::restore {

/// Finds the known words that are typed in some way: a depth-first search of the automaton of the vocabulary along the
/// segments of the channel.
///
/// A path is left as soon as its letters cost more than a choice that is kept may, even if its word were the most
/// frequent one behind here. No more than kMaxSteps transitions are looked at, so that hostile words take bounded time.
class KnownWords {
 public:
  KnownWords(const Model& model, const Channel& channel) : model_(model), channel_(channel) {}

  /// Adds what `typed` may mean to `choices`.
  void find(TypedView typed, Keyboard keyboard, Choices& choices);

 private:
  static constexpr unsigned kMaxSteps = 20000;

  /// Where a path has come to.
  struct Place {
    std::size_t at;     // in the typed word
    float cost;         // of the segments up to here
    WordNumber number;  // of words before those behind here
    bool left_out;      // the last letter was not typed
  };

  void search(std::uint32_t state, const Place& place);
  void take(std::uint32_t transition, const Place& place, bool may_be_left_out);
  void step(std::uint32_t transition, Place place);
  void follow(const Segment& segment, std::uint32_t transition, Place place);

  const Model& model_;
  const Channel& channel_;

  TypedView typed_;
  Keyboard keyboard_ = Keyboard::arabic;
  Choices* choices_ = nullptr;
  Choice path_;
  unsigned steps_ = 0;
};

}  // namespace sorani::normalize::restore
