#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <sorani/export.hpp>

namespace sorani {
inline namespace v0 {

/// A language and the script it is written in.
enum class Language : std::uint8_t {
  ckb_arab,  ///< Central Kurdish (Sorani), Arabic script
  ckb_latn,  ///< Central Kurdish (Sorani), Latin script
  kmr_arab,  ///< Northern Kurdish (Kurmanji), Arabic script
  kmr_latn,  ///< Northern Kurdish (Kurmanji), Latin script
  sdh_arab,  ///< Southern Kurdish
  hac_arab,  ///< Gorani (Hawrami)
  zza_latn,  ///< Zazaki
  arb_arab,  ///< Standard Arabic
  fas_arab,  ///< Persian
  urd_arab,  ///< Urdu
  glk_arab,  ///< Gilaki
  kas_arab,  ///< Kashmiri, Arabic script
  bal_arab,  ///< Baluchi
  tur_latn,  ///< Turkish
  eng_latn,  ///< English
  und,       ///< undetermined: no letters, or a language or script that is none of these
};

inline constexpr std::size_t kLanguageCount = 16;

/// The label of a language: ISO 639-3, a hyphen and ISO 15924, such as "ckb-Arab"; or "und".
SORANI_API std::string_view to_string(Language language) noexcept;

/// What a language is called in English, with its script: "Central Kurdish (Sorani), Arabic script".
SORANI_API std::string_view english_name(Language language) noexcept;

/// The language of a label, or nothing.
SORANI_API std::optional<Language> language_of(std::string_view label) noexcept;

/// The languages of a label, or of its part before the hyphen: "ckb" means ckb-Arab and ckb-Latn. Empty for anything
/// else.
SORANI_API std::vector<Language> languages_of(std::string_view label);

/// A language, and the probability that the text is in it.
struct LanguageScore {
  Language language = Language::und;
  double probability = 1;
};

/// Tells which language a text is in.
///
/// A linear model over the character n-grams of each word, whose probabilities are calibrated on text that it was not
/// trained on. It knows Sorani as it is typed: with letters of Arabic and Persian keyboards, with ه and a zero-width
/// non-joiner for ە, without diacritics, and in Latin letters with or without diacritics. A text in two languages gets
/// the label of the larger part. Text without letters is `und`; so is text of which most letters are neither Arabic nor
/// Latin.
///
/// The result depends on the words of the text alone, not on their order or on earlier texts. Any bytes are accepted:
/// ill-formed UTF-8 separates words. Time is linear in the length of the text, and nothing is allocated but in the
/// constructor: a cache of the scores of words, four megabytes. One object can be used by one thread at a time; give
/// each thread a copy.
class SORANI_API LanguageIdentifier {
 public:
  LanguageIdentifier();
  /// A copy begins with an empty cache.
  LanguageIdentifier(const LanguageIdentifier&);
  LanguageIdentifier(LanguageIdentifier&&) noexcept;
  LanguageIdentifier& operator=(const LanguageIdentifier&);
  LanguageIdentifier& operator=(LanguageIdentifier&&) noexcept;
  ~LanguageIdentifier();

  /// The likeliest language of `text`.
  Language operator()(std::string_view text);

  /// The likeliest language of `text` and its probability.
  LanguageScore best(std::string_view text);

  /// Fills `scores` with the likeliest languages, the likeliest first; of equal ones, that which `Language` lists
  /// first. Returns how many were written: at most `kLanguageCount`.
  std::size_t best(std::string_view text, std::span<LanguageScore> scores);

  /// The probability of each language, in the order of `Language`; their sum is 1.
  std::array<double, kLanguageCount> probabilities(std::string_view text);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace v0
}  // namespace sorani
