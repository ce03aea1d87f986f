#include "transliterate/arabic_speller.hpp"

#include <string_view>

namespace sorani::transliterate {
namespace {

/// What matters of the sound before another one.
enum class Before { edge, consonant, h, front, rounded, vowel };

constexpr Context number(Phoneme phoneme) noexcept { return static_cast<Context>(phoneme); }

bool is_vowel_number(Context sound) noexcept { return is_vowel(static_cast<Phoneme>(sound)); }

Before kind_of(Context sound) noexcept {
  if (sound == kEdge) return Before::edge;
  if (sound == number(Phoneme::h)) return Before::h;
  if (!is_vowel_number(sound)) return Before::consonant;
  if (sound == number(Phoneme::i) || sound == number(Phoneme::ii)) return Before::front;
  if (sound == number(Phoneme::u) || sound == number(Phoneme::uu)) return Before::rounded;
  return Before::vowel;
}

}  // namespace

void ArabicSpeller::put(Context sound, std::string& out) {
  constexpr std::string_view kHamza = "ئ", kYeh = "ی";
  const Before before = kind_of(before_);
  if (is_vowel_number(sound)) {
    const bool follows_vowel = before == Before::front || before == Before::rounded || before == Before::vowel;
    if (before == Before::front) {
      // What is said between these and a vowel is y; and w, which u and û are written with already.
      out += kYeh;
    } else if (follows_vowel && sound == number(Phoneme::i)) {
      out += kYeh;
    } else if (before == Before::edge || before == Before::vowel) {
      out += kHamza;
    }
  }
  out += tables::kPhonemes[sound].letters;
  before_ = sound;
}

void ArabicSpeller::end(std::string& out) {
  constexpr std::string_view kTatweel = "ـ";
  if (kind_of(before_) == Before::h) out += kTatweel;
  before_ = kEdge;
}

bool ArabicSpeller::are_alike(Context a, Context b) noexcept { return kind_of(a) == kind_of(b); }

}  // namespace sorani::transliterate
