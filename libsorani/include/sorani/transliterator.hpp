#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <sorani/export.hpp>
#include <sorani/fragment.hpp>
#include <span>
#include <string>
#include <string_view>

namespace sorani {
inline namespace v0 {

/// The case of Latin letters.
enum class LetterCase : std::uint8_t {
  lower,     ///< small letters only
  sentence,  ///< a capital at the start of each sentence
};

/// The name of a value, such as "lower"; empty for a value that is none of the enum's.
SORANI_API std::string_view to_string(LetterCase letter_case) noexcept;

/// The value of a name, or nothing.
SORANI_API std::optional<LetterCase> letter_case_of(std::string_view name) noexcept;

/// How to transliterate. The names of schemes are those of `ku-latin`.
struct TransliteratorOptions {
  /// One of `Transliterator::schemes()`.
  std::string scheme = "hawar";
  /// From Latin letters to the Arabic script.
  bool reverse = false;
  /// Put a full stop between the syllables of a word.
  bool syllables = false;
  /// Join the conjunction و to the word before it, as in speech: şew û becomes şewû, with `syllables` şe.wû; ba û
  /// becomes baw. Without it, `ala-lc` and `bgn` write that form as a word by itself.
  bool join_conjunction = false;
  /// For `LetterCase::sentence`, lines must be whole.
  LetterCase letter_case = LetterCase::lower;
  /// Do not convert digits and punctuation marks.
  bool keep_punctuation = false;
  /// What ends a line, '\n' or NUL; needed to find sentences.
  char line_end = '\n';
};

/// A way to write Sorani in Latin letters.
struct TransliterationScheme {
  std::string_view name;
  std::string_view description;  ///< one line
  bool has_capitals;             ///< sentences can begin with one
};

/// A reading of a word.
struct WordReading {
  std::string_view
      word;  ///< in Arabic script, normalized; valid during the call only, at one address for all its readings
  std::string_view text;  ///< in the scheme; valid during the call only
  double cost;            ///< negative natural logarithm of its likelihood, up to a constant for each word
};

using ReadingSink = std::function<void(const WordReading&)>;

/// Writes Sorani text in the Arabic script in Latin letters, and back.
///
/// The Arabic script does not write the short vowel i, and has one letter each for w and u, and for y and î; a model
/// that was learned from transcribed words chooses the reading. Letters that are not normalized are read as a
/// `Normalizer` with the standard profile would write them. Digits and ، ؛ ؟ ٪ become those of the other script.
///
/// All words in the Arabic script are treated as Sorani, including Arabic and Persian ones: letters and marks that
/// Sorani lacks are read as Kurdish readers say them, and unwritten vowels are guessed as in Sorani words. Likewise,
/// under `reverse`, all words in Latin letters are treated as Sorani. Words in other scripts (without `reverse`, also
/// those in Latin letters), web and e-mail addresses, user names, spaces and line ends do not change.
///
/// Initials, dotted abbreviations and abbreviations without a vowel are written letter by letter: د. is d., پ.د.ک is
/// p.d.k.
///
/// `reverse` understands common spellings too, also without diacritics, and follows the spelling of the Arabic script:
/// no ئ in the ending of a number or a quotation (2021î, «ew»î), never three و or ی in a row, ڕ at the start of words,
/// the copula joined to the word before it (dijwar e). Numbers, endings and quotations that are transliterated and
/// back are the same as before.
///
/// The scheme `strict` is reversible: transliterating any text and back restores its exact bytes.
///
/// A line of the output is a function of the same line of the input. Any bytes are accepted: ill-formed UTF-8 is copied
/// unchanged. One object can be used by one thread at a time; copies share the immutable tables and, in up to 32
/// megabytes, the results of words, so that a word that one copy has read is known to all. Each copy has a cache of 8
/// megabytes in front.
class SORANI_API Transliterator {
 public:
  /// Throws `Error` if the scheme is unknown or does not support the other options, or if a value is out of range.
  explicit Transliterator(const TransliteratorOptions& options = {});
  Transliterator(const Transliterator&);
  Transliterator(Transliterator&&) noexcept;
  Transliterator& operator=(const Transliterator&);
  Transliterator& operator=(Transliterator&&) noexcept;
  ~Transliterator();

  /// Appends the transliterated `text` to `out`. `fragment` says whether `text` is whole lines or part of a line.
  void append(std::string_view text, std::string& out, Fragment fragment = Fragment::whole);

  /// The transliterated text.
  std::string operator()(std::string_view text);

  /// Calls `sink` for the `count` best readings of each word of `text` in the Arabic script, in the order of the text,
  /// the best first. Readings that are written alike count as one. A joined conjunction is part of the word
  /// before it. Nothing is called under `reverse`.
  void readings(std::string_view text, std::size_t count, const ReadingSink& sink);

  /// All schemes.
  static std::span<const TransliterationScheme> schemes();

 private:
  struct SORANI_LOCAL Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace v0
}  // namespace sorani
