#include "transliterate/to_arabic/arabic_speller.hpp"

#include "script/characters.hpp"

namespace sorani::transliterate {
namespace {

constexpr std::string_view kHamza = script::character::kYehWithHamzaAbove.utf8,
                           kYeh = script::character::kFarsiYeh.utf8, kWaw = script::character::kWaw.utf8;

/// Equivalence classes of the previous sound.
enum class Before { edge, consonant, h, front, rounded, vowel };

bool is_vowel_number(Context sound) noexcept { return is_vowel(static_cast<Phoneme>(sound)); }

Before kind_of(Context sound) noexcept {
  if (sound == kEdge) return Before::edge;
  if (sound == context_of(Phoneme::h)) return Before::h;
  if (!is_vowel_number(sound)) return Before::consonant;
  if (sound == context_of(Phoneme::i) || sound == context_of(Phoneme::ii)) return Before::front;
  if (sound == context_of(Phoneme::u) || sound == context_of(Phoneme::uu)) return Before::rounded;
  return Before::vowel;
}

}  // namespace

void ArabicSpeller::put(Context sound, std::string& out, Hiatus hiatus) {
  const Before before = kind_of(state_.before);
  if (is_vowel_number(sound)) {
    const bool follows_vowel = before == Before::front || before == Before::rounded || before == Before::vowel;
    if (before == Before::front) {
      // The glide between i or î and a vowel is y. That between u or û and a vowel is w, which their own letter shows.
      put_letters(kYeh, out);
    } else if (follows_vowel && sound == context_of(Phoneme::i)) {
      put_letters(kYeh, out);
    } else if (before == Before::vowel) {
      put_letters(hiatus == Hiatus::glide ? kYeh : kHamza, out);
    } else if (before == Before::edge) {
      put_letters(kHamza, out);
    }
  }
  put_letters(tables::kPhonemes[sound].letters, out);
  state_.before = sound;
}

/// Appends letters, which have two bytes each; skips a third و or ی in a row.
void ArabicSpeller::put_letters(std::string_view letters, std::string& out) {
  constexpr std::uint8_t kMaxInARow = 2;
  for (std::size_t at = 0; at < letters.size(); at += 2) {
    const char first = letters[at], second = letters[at + 1];
    const auto is = [&](std::string_view letter) { return letter[0] == first && letter[1] == second; };
    if (!is(kWaw) && !is(kYeh)) {
      state_.letter = 0;
      state_.count = 0;
    } else if (state_.letter != second) {
      state_.letter = second;
      state_.count = 1;
    } else if (state_.count == kMaxInARow) {
      continue;
    } else {
      ++state_.count;
    }
    out.append({first, second});
  }
}

void ArabicSpeller::end(std::string& out) {
  if (kind_of(state_.before) == Before::h) out += script::character::kArabicTatweel.utf8;
  state_ = State();
}

bool ArabicSpeller::are_equivalent(Context a, Context b) noexcept { return kind_of(a) == kind_of(b); }

}  // namespace sorani::transliterate
