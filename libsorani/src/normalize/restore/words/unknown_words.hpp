#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "normalize/restore/words/channel.hpp"
#include "normalize/restore/words/choices.hpp"

namespace sorani::normalize::restore {

/// Spells words that are not known: a beam search over the letters that the typed ones may stand for, scored by the
/// channel and the letter model. At each place of the typed word it keeps the kBeam best prefixes that differ in their
/// last three letters.
class UnknownWords {
 public:
  /// `cost` is what an unknown word costs besides its letters.
  UnknownWords(const Model& model, const Channel& channel, float cost)
      : letters_(model.letters), channel_(channel), cost_(cost) {}

  /// Adds what `typed` may mean to `choices`.
  void find(TypedView typed, Keyboard keyboard, Choices& choices);

 private:
  static constexpr std::size_t kBeam = 12;

  /// A prefix: the one before it and a segment.
  struct Prefix {
    float cost;
    LetterModel::Context context;
    const Segment* segment;
    std::uint32_t before;
  };

  void extend(std::uint32_t prefix, const Segment& segment, std::size_t to);
  void prune(std::vector<std::uint32_t>& place);
  Word spelling(std::uint32_t prefix) const;

  const LetterModel letters_;
  const Channel& channel_;
  float cost_;
  Keyboard keyboard_ = Keyboard::arabic;
  std::vector<Prefix> prefixes_;
  std::array<std::vector<std::uint32_t>, kMaxWord + 1> places_;  // the prefixes for so many typed letters
};

}  // namespace sorani::normalize::restore
