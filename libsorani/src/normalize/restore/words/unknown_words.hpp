#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "normalize/restore/words/channel.hpp"
#include "normalize/restore/words/choices.hpp"

namespace sorani::normalize::restore {

/// Spells words that are not known: a beam search over the letters that the typed ones may stand for, scored by the
/// channel and the letter model. At each place of the typed word it keeps the kBeam best prefixes that differ in their
/// last three letters, and none that costs kMargin more than the best one there.
class UnknownWords {
 public:
  /// `cost` is what an unknown word costs besides its letters.
  UnknownWords(const Model& model, const Channel& channel, float cost)
      : letters_(model.letters), channel_(channel), cost_(cost) {}

  /// Adds what `typed` may mean to `choices`.
  void find(TypedView typed, Keyboard keyboard, Choices& choices);

 private:
  static constexpr std::size_t kBeam = 8;
  static constexpr float kMargin = 5;

  /// A prefix: the one before it and a segment.
  struct Prefix {
    const Segment* segment;
    std::uint32_t before;
  };

  /// The best prefixes for so many typed letters, cheapest first; of those that cost the same, in the order of coming.
  struct Place {
    struct Entry {
      float cost;
      LetterModel::Context context;
      std::uint32_t prefix;
    };

    std::array<Entry, kBeam> entries;
    std::size_t size = 0;

    /// A prefix that costs as much is not kept.
    float limit() const noexcept {
      if (size == 0) return kImpossible;
      const float limit = entries[0].cost + kMargin;
      return size == kBeam ? std::min(limit, entries[kBeam - 1].cost) : limit;
    }
    bool insert(const Entry& entry) noexcept;
  };

  void extend_all(const Place::Entry& from, std::span<const Segment> segments, TypedView typed, std::size_t at);
  Word spelling(std::uint32_t prefix) const;

  const LetterModel letters_;
  const Channel& channel_;
  float cost_;
  Keyboard keyboard_ = Keyboard::arabic;
  float worst_ = 0;  // of the choices
  std::vector<Prefix> prefixes_;
  std::array<Place, kMaxWord + 1> places_;  // by the number of typed letters
};

}  // namespace sorani::normalize::restore
