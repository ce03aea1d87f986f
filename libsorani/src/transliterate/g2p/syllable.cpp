#include "transliterate/g2p/syllable.hpp"

namespace sorani::transliterate::g2p {
namespace {

class Candidates {
 public:
  Candidates(std::span<const std::uint8_t> letters, std::size_t begin,
             std::span<Syllable, kMostCandidates> out) noexcept
      : letters_(letters), begin_(begin), out_(out) {}

  std::size_t size() const noexcept { return size_; }

  /// Adds the syllables with an onset of that many letters and a vowel that is written.
  void add_written(std::size_t onset) noexcept {
    const std::size_t at = begin_ + onset;
    if (at >= letters_.size()) return;
    switch (letters_[at]) {
      case kAlef:
        return add(onset, Nucleus::a, 1);
      case kAe:
        return add(onset, Nucleus::e, 1);
      case kOe:
        return add(onset, Nucleus::o, 1);
      case kYehV:
        return add(onset, Nucleus::ee, 1);
      case kWaw:
        if (at + 1 < letters_.size() && letters_[at + 1] == kWaw) add(onset, Nucleus::uu, 2);
        return add(onset, Nucleus::u, 1);
      case kYeh:
        return add(onset, Nucleus::ii, 1);
      default:
        return;
    }
  }

  /// Adds the syllables with that onset and vowel, each with another coda.
  void add(std::size_t onset, Nucleus nucleus, std::size_t nucleus_letters) noexcept {
    const std::size_t coda_begin = begin_ + onset + nucleus_letters;
    for (std::size_t coda = 0; coda <= kLongestCoda && coda_begin + coda <= letters_.size(); ++coda) {
      const std::size_t end = coda_begin + coda;
      if (coda > 0 && is_vowel_letter(letters_[end - 1])) return;
      // The vowel behind needs the last consonant as its onset.
      const bool splits_vowel = end < letters_.size() && is_vowel_letter(letters_[end]);
      if (splits_vowel && !(coda == 0 && is_vowel_letter(letters_[end - 1]))) continue;
      out_[size_++] = {static_cast<std::uint8_t>(begin_), static_cast<std::uint8_t>(end),
                       static_cast<std::uint8_t>(onset), nucleus, static_cast<std::uint8_t>(nucleus_letters)};
    }
  }

 private:
  std::span<const std::uint8_t> letters_;
  std::size_t begin_;
  std::span<Syllable, kMostCandidates> out_;
  std::size_t size_ = 0;
};

}  // namespace

std::size_t syllables_at(std::span<const std::uint8_t> letters, std::size_t begin,
                         std::span<Syllable, kMostCandidates> out) noexcept {
  Candidates candidates(letters, begin, out);
  if (is_vowel_letter(letters[begin])) {
    candidates.add_written(0);
    return candidates.size();
  }
  if (begin == 0 && is_semivowel_letter(letters[begin])) candidates.add_written(0);
  candidates.add_written(1);
  candidates.add(1, Nucleus::i, 0);
  if (begin + 2 < letters.size() && is_semivowel_letter(letters[begin + 1])) candidates.add_written(2);
  return candidates.size();
}

}  // namespace sorani::transliterate::g2p
