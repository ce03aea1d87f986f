#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sorani/export.hpp>
#include <sorani/fragment.hpp>

namespace sorani {
inline namespace v0 {

/// A set of rules. Each profile includes the rules of those before it.
enum class Profile : std::uint8_t {
  none,         ///< no rules
  encoding,     ///< changes that a reader cannot see: presentation forms, invisible characters, spaces
  standard,     ///< one form for each letter of the alphabet
  orthography,  ///< spelling conventions, such as ڕ at the start of words
  search,       ///< folding for retrieval: marks, digits, letter case, quotation marks
};

/// The name of a profile, such as "standard"; empty for a value that is no profile.
SORANI_API std::string_view to_string(Profile profile) noexcept;

/// The profile of a name, or nothing.
SORANI_API std::optional<Profile> profile_of(std::string_view name) noexcept;

/// The digits that all decimal digits are written with.
enum class Digits : std::uint8_t {
  keep,     ///< those of the text
  latin,    ///< 0123456789
  arabic,   ///< ٠١٢٣٤٥٦٧٨٩ (U+0660..U+0669)
  persian,  ///< ۰۱۲۳۴۵۶۷۸۹ (U+06F0..U+06F9)
};

/// The name of a value, such as "latin"; empty for a value that is none of the enum's.
SORANI_API std::string_view to_string(Digits digits) noexcept;

/// The value of a name, or nothing.
SORANI_API std::optional<Digits> digits_of(std::string_view name) noexcept;

/// The letter that the consonant h is written with.
enum class Heh : std::uint8_t {
  arabic_heh,      ///< ه U+0647
  heh_doachashmee  ///< ھ U+06BE
};

/// The name of a value, its code point: "0647" or "06be"; empty for a value that is none of the enum's.
SORANI_API std::string_view to_string(Heh heh) noexcept;

/// The value of a name, or nothing.
SORANI_API std::optional<Heh> heh_of(std::string_view name) noexcept;

/// What to normalize. The names of rules and fonts are those of `ku-norm`.
struct NormalizerOptions {
  Profile profile = Profile::standard;
  /// Rules added to the profile and removed from it: "+html,-tatweel".
  std::string rules = {};
  Digits digits = Digits::keep;
  Heh heh = Heh::arabic_heh;
  /// The legacy font that the text was typed in, one of `Normalizer::fonts()`, or empty for Unicode text. The output is
  /// Unicode: to normalize it again, leave the font out.
  std::string font = {};
  /// Restore the Kurdish letters of lines that were typed on an Arabic or Persian keyboard, before the rules are
  /// applied: دستان خوش بیت as دەستان خۆش بێت. Lines and words that have letters of their own, such as ە, are left as
  /// they are. Not together with `font`. Pass whole lines: a fragment is restored as if it were a line.
  bool restore = false;
  /// With `restore`: leave words alone whose spelling is less certain, as a probability.
  double min_confidence = 0;
  /// Text of a word map, `from<TAB>to` a line; lines that begin with `#` and empty lines are skipped.
  std::string word_map = {};
  /// What messages call the word map, usually its file name.
  std::string word_map_name = "word map";
};

/// One replacement made while normalizing.
struct Change {
  std::size_t offset;       ///< bytes from the start of the text given to the position of `before`
  std::string_view rule;    ///< name of the rule; valid as long as the program runs
  std::string_view before;  ///< what the rule found; valid during the call only
  std::string_view after;   ///< what it wrote; valid during the call only
};

/// Called for each change, in the order in which they are made.
using ChangeSink = std::function<void(const Change&)>;

/// A spelling that a word may be meant to have.
struct Suggestion {
  std::size_t offset;     ///< bytes from the start of the text given to the word
  std::string_view word;  ///< as it is typed
  std::string_view text;  ///< the spelling; valid during the call only
  double cost;            ///< negative natural logarithm of the probability of the word and of its being typed so
};

/// Called for each spelling of each word.
using SuggestionSink = std::function<void(const Suggestion&)>;

/// The most spellings of a word that are listed.
inline constexpr std::size_t kMaxSuggestions = 16;

/// A rule, for listings.
struct RuleInfo {
  std::string_view name;
  Profile profile;               ///< the first profile that includes it; `none` for an opt-in rule
  std::string_view description;  ///< one line
  std::string_view example_before;
  std::string_view example_after;
  std::string_view source;  ///< where the rule comes from
  std::string_view note;    ///< deliberate differences from other software, or empty
};

/// Rewrites Sorani text with one spelling for each letter. All text is treated as Sorani: the letters of words
/// of other languages in the Arabic script are replaced too.
///
/// A line of the output is a function of the same line of the input: '\n' and NUL end a line, nothing is carried from
/// one line to the next, and no line end is added or removed. Normalizing twice is the same as normalizing once, for
/// every set of rules (not for `font`, which reads text typed in that font). Any bytes are accepted: ill-formed UTF-8
/// passes through unchanged, as non-letters.
///
/// Rule sets other than those of the profiles are compiled when a Normalizer is made (a few milliseconds); copies share
/// the compiled form and are cheap. One object can be used by one thread at a time; give each thread a copy.
class SORANI_API Normalizer {
 public:
  /// Throws `Error` if an option has an unknown name or a value out of range, or if the word map is malformed or
  /// circular.
  explicit Normalizer(const NormalizerOptions& options = {});
  Normalizer(const Normalizer&);
  Normalizer(Normalizer&&) noexcept;
  Normalizer& operator=(const Normalizer&);
  Normalizer& operator=(Normalizer&&) noexcept;
  ~Normalizer();

  /// Appends the normalized `text` to `out`. `fragment` says whether `text` is whole lines or part of a line.
  void append(std::string_view text, std::string& out, Fragment fragment = Fragment::whole);

  /// The normalized text.
  std::string operator()(std::string_view text);

  /// As `append`, and reports each change to `sink`.
  void explain(std::string_view text, std::string& out, const ChangeSink& sink, Fragment fragment = Fragment::whole);

  /// Calls `sink` for up to `count`, at most `kMaxSuggestions`, spellings of each word of `text` in the Arabic script,
  /// in the order of the text. They are those that restoring chooses from (with or without `restore`), as the rules
  /// write them, and without those that are 3000 times less likely than the first. The cheapest is the first one, but
  /// for words that restoring leaves: such a word itself is the first one, with the cost of its letters, 60 if it
  /// cannot be read. If it is a word of a letter of its own, such as ە, it is the only one. Words are looked at by
  /// themselves, and lines must be whole. Bounded work for each word, some microseconds.
  void suggest(std::string_view text, std::size_t count, const SuggestionSink& sink);

  /// Every rule, in the order of profiles, then opt-in rules.
  static std::span<const RuleInfo> all_rules();
  /// The profiles but `none`, in their order.
  static std::span<const Profile> profiles();
  /// The names of the legacy fonts.
  static std::span<const std::string_view> fonts();

  /// The names of the rules that these options switch on, in the order of `all_rules`.
  std::vector<std::string_view> active_rules() const;

 private:
  struct SORANI_LOCAL Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace v0
}  // namespace sorani
