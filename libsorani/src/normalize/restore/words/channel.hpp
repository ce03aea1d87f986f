#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "normalize/restore/letters.hpp"

namespace sorani::normalize::restore {

inline constexpr float kImpossible = std::numeric_limits<float>::infinity();

/// What it costs more to leave out the last letter of a word: people leave out vowels between consonants.
inline constexpr float kLastLetterLeftOut = 3;

/// A row of keyboard-confusions.tsv: some letters, typed in some way.
struct Segment {
  std::uint8_t typed_size = 0;
  std::uint8_t letters_size = 0;
  std::array<Typed, 2> typed{};
  std::array<Letter, 3> letters{};
  std::array<float, 2> costs{};  // by keyboard

  float cost(Keyboard keyboard) const noexcept { return costs[static_cast<std::size_t>(keyboard)]; }
  /// For a segment that is typed.
  bool fits(TypedView word, std::size_t at) const noexcept {
    return at + typed_size <= word.size() && word[at] == typed[0] && (typed_size == 1 || word[at + 1] == typed[1]);
  }
};

/// The channel of the noisy-channel model: what a word of Kurdish letters is typed as on a keyboard that lacks some of
/// them, and how likely. A word is typed segment by segment. Costs are negative natural logarithms of probabilities.
class Channel {
 public:
  /// Reads `confusions()`.
  Channel();

  static const Channel& built_in();

  /// One letter typed as one.
  float one(Typed typed, Letter letter, Keyboard keyboard) const noexcept {
    return one_[static_cast<std::size_t>(keyboard)][letter][typed];
  }
  /// A letter that is not typed, within a word.
  float left_out(Letter letter, Keyboard keyboard) const noexcept {
    return left_out_[static_cast<std::size_t>(keyboard)][letter];
  }
  /// Letters that segments with this typed letter begin with: bits by letter.
  std::uint64_t letters_for(Typed typed) const noexcept { return letters_for_[typed]; }
  /// Letters that may be left out, likewise.
  std::uint64_t omitted_letters() const noexcept { return omitted_letters_; }
  /// The other segments whose letters begin with this one.
  std::span<const Segment> longer(Letter first) const noexcept { return longer_[first]; }
  /// All segments that are typed, by the first letter typed, those that cost less first.
  std::span<const Segment> typed_from(Typed first, Keyboard keyboard) const noexcept {
    return typed_from_[static_cast<std::size_t>(keyboard)][first];
  }
  /// All segments that are not typed, those that cost less first; their letters are one.
  std::span<const Segment> omissions(Keyboard keyboard) const noexcept {
    return omissions_[static_cast<std::size_t>(keyboard)];
  }
  /// A letter that Kurdish words are hardly ever typed with: ص, ط.
  bool is_foreign(Typed typed) const noexcept;
  /// Two letters that are typed for one, the second a mark.
  bool is_marked(Typed letter, Typed mark) const noexcept { return marked_[letter][mark]; }

 private:
  void add(const Segment& segment);

  std::array<std::array<std::array<float, kMaxTyped>, kLetterCount>, 2> one_;
  std::array<std::array<float, kLetterCount>, 2> left_out_;
  std::array<std::vector<Segment>, kLetterCount> longer_;
  std::array<std::uint64_t, kMaxTyped> letters_for_{};
  std::uint64_t omitted_letters_ = 0;
  std::array<std::array<std::vector<Segment>, kMaxTyped>, 2> typed_from_;  // by keyboard
  std::array<std::vector<Segment>, 2> omissions_;                          // by keyboard
  std::array<std::array<bool, kMaxTyped>, kMaxTyped> marked_{};
};

}  // namespace sorani::normalize::restore
