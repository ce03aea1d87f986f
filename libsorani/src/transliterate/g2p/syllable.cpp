#include "transliterate/g2p/syllable.hpp"

namespace sorani::transliterate::g2p {
namespace {

/// False for a glide and the vowel that it resembles most: after a consonant Sorani has no wu, wû, wo, yu or yî.
constexpr bool glide_fits(std::uint8_t glide, Nucleus nucleus) noexcept {
  if (glide == kWaw) return nucleus != Nucleus::u && nucleus != Nucleus::uu && nucleus != Nucleus::o;
  return nucleus != Nucleus::u && nucleus != Nucleus::ii;
}

/// True if the letter can be consonant number `nth` of a coda, from 1. A glide is next to the vowel only, and iw, iy,
/// uw and ûw do not occur.
constexpr bool coda_fits(Nucleus nucleus, std::uint8_t letter, std::size_t nth) noexcept {
  if (nth > 1) return !is_semivowel_letter(letter);
  if (letter == kWaw) return nucleus != Nucleus::i && nucleus != Nucleus::u && nucleus != Nucleus::uu;
  return letter != kFarsiYeh || nucleus != Nucleus::i;
}

/// True if ها precedes letter `at`, as in the prefix هاو.
bool follows_ha(std::span<const std::uint8_t> letters, std::size_t at) noexcept {
  return at > 1 && letters[at - 1] == kAlef && letters[at - 2] == kHeh;
}

/// True for وو after a vowel letter and before a consonant or the end of the word: wu, or the û that links the parts of
/// a compound. After ها only at the end of the word, since هاو is a prefix.
bool is_linking_waw(std::span<const std::uint8_t> letters, std::size_t at) noexcept {
  if (at == 0 || at + 1 >= letters.size() || letters[at] != kWaw || letters[at + 1] != kWaw) return false;
  if (!is_vowel_letter(letters[at - 1])) return false;
  const std::size_t behind = at + 2;
  if (behind == letters.size()) return true;
  return !is_vowel_letter(letters[behind]) && !is_semivowel_letter(letters[behind]) && !follows_ha(letters, at);
}

/// Collects the syllables that begin at one letter.
class Candidates {
 public:
  Candidates(std::span<const std::uint8_t> letters, std::size_t begin, Phonotactics rules,
             std::span<Syllable, kMaxSyllablesPerLetter> out) noexcept
      : letters_(letters), begin_(begin), is_strict_(rules == Phonotactics::sorani), out_(out) {}

  std::size_t size() const noexcept { return size_; }

  /// Adds the syllables with an onset of that many letters and a nucleus that has letters.
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
      case kYehWithSmallV:
        return add(onset, Nucleus::ee, 1);
      case kWaw:
        if (at + 1 < letters_.size() && letters_[at + 1] == kWaw) add(onset, Nucleus::uu, 2);
        return add(onset, Nucleus::u, 1);
      case kFarsiYeh:
        return add(onset, Nucleus::ii, 1);
      default:
        return;
    }
  }

  /// Adds the syllables with this onset and nucleus, one for each possible coda.
  void add(std::size_t onset, Nucleus nucleus, std::size_t nucleus_letters) noexcept {
    if (is_strict_ && !onset_fits(onset, nucleus)) return;
    const std::size_t coda_begin = begin_ + onset + nucleus_letters;
    for (std::size_t coda = 0; coda <= kMaxCoda && coda_begin + coda <= letters_.size(); ++coda) {
      const std::size_t end = coda_begin + coda;
      if (coda > 0 && is_vowel_letter(letters_[end - 1])) return;
      if (is_strict_ && coda > 0 && !coda_fits(nucleus, letters_[end - 1], coda)) return;
      // A vowel letter after the coda needs the last consonant as its onset.
      const bool splits_vowel = end < letters_.size() && is_vowel_letter(letters_[end]);
      if (splits_vowel && !(coda == 0 && is_vowel_letter(letters_[end - 1]))) continue;
      if (is_strict_ && !end_fits(end, nucleus, coda)) continue;
      out_[size_++] = {static_cast<std::uint8_t>(begin_), static_cast<std::uint8_t>(end),
                       static_cast<std::uint8_t>(onset), nucleus, static_cast<std::uint8_t>(nucleus_letters)};
    }
  }

 private:
  bool onset_fits(std::size_t onset, Nucleus nucleus) const noexcept {
    if (onset == 2) return glide_fits(letters_[begin_ + 1], nucleus);
    if (onset == 1 && is_linking_waw(letters_, begin_)) return nucleus == Nucleus::u;
    if (onset == 1 && begin_ > 0 && is_linking_waw(letters_, begin_ - 1)) return false;
    // Some write an initial w twice: ووڵات.
    return onset == 0 || begin_ == 0 || letters_[begin_] != kWaw || nucleus == Nucleus::i ||
           glide_fits(kWaw, nucleus) || nucleus == Nucleus::o;
  }
  /// No word ends in i except those of one letter, and only the last syllable has a coda of three.
  bool end_fits(std::size_t end, Nucleus nucleus, std::size_t coda) const noexcept {
    if (end == letters_.size()) return coda > 0 || nucleus != Nucleus::i || letters_.size() == 1;
    // A single consonant that is left over would need a final i.
    if (end + 1 == letters_.size() && !is_vowel_letter(letters_[end])) return false;
    return coda < kMaxCoda;
  }

  std::span<const std::uint8_t> letters_;
  std::size_t begin_;
  bool is_strict_;
  std::span<Syllable, kMaxSyllablesPerLetter> out_;
  std::size_t size_ = 0;
};

}  // namespace

std::size_t syllables_at(std::span<const std::uint8_t> letters, std::size_t begin, Phonotactics rules,
                         std::span<Syllable, kMaxSyllablesPerLetter> out) noexcept {
  Candidates candidates(letters, begin, rules, out);
  if (is_vowel_letter(letters[begin])) {
    candidates.add_written(0);
    return candidates.size();
  }
  if (begin == 0 && is_semivowel_letter(letters[begin])) candidates.add_written(0);
  // The conjunction û between the parts of a compound whose first one ends in a vowel: پلەووپایە.
  if (begin + 2 < letters.size() && is_linking_waw(letters, begin)) candidates.add(0, Nucleus::uu, 2);
  candidates.add_written(1);
  candidates.add(1, Nucleus::i, 0);
  if (begin + 2 < letters.size() && is_semivowel_letter(letters[begin + 1])) candidates.add_written(2);
  return candidates.size();
}

}  // namespace sorani::transliterate::g2p
