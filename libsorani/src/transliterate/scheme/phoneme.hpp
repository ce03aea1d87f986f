#pragma once

#include <cstddef>
#include <cstdint>

namespace sorani::transliterate {

/// The sounds of Sorani, named as in Hawar where ASCII allows: the rows of libsorani/data/phonemes.tsv in this order.
enum class Phoneme : std::uint8_t {
  glottal_stop,  ///< ʔ ئ
  a,             ///< ا
  b,
  p,
  t,
  c,   ///< d͡ʒ ج
  ch,  ///< t͡ʃ چ
  hh,  ///< ħ ح
  x,
  d,
  r,   ///< tapped ر
  rr,  ///< trilled ڕ
  z,
  zh,  ///< ʒ ژ
  s,
  sh,   ///< ʃ ش
  ain,  ///< ʕ ع
  gh,   ///< ɣ غ
  f,
  v,
  q,
  k,
  g,
  l,
  ll,  ///< velar ڵ
  m,
  n,
  w,   ///< و as a consonant
  u,   ///< و as a vowel
  uu,  ///< û وو
  o,   ///< ۆ
  h,   ///< ه
  e,   ///< ە
  y,   ///< ی as a consonant
  ii,  ///< î ی as a vowel
  ee,  ///< ê ێ
  i,   ///< the short vowel that the Arabic script does not write
};

inline constexpr std::size_t kPhonemeCount = 37;

/// True for the sounds that can be the nucleus of a syllable.
constexpr bool is_vowel(Phoneme phoneme) noexcept {
  switch (phoneme) {
    case Phoneme::a:
    case Phoneme::u:
    case Phoneme::uu:
    case Phoneme::o:
    case Phoneme::e:
    case Phoneme::ii:
    case Phoneme::ee:
    case Phoneme::i:
      return true;
    default:
      return false;
  }
}

}  // namespace sorani::transliterate
