#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sorani/export.hpp>
#include <sorani/fragment.hpp>

namespace sorani {

/// What to normalize. The names of profiles, rules, digits and fonts are those of `ku-norm`.
struct NormalizerOptions {
  /// `encoding`, `standard`, `orthography`, `search` (each holds the one before it) or `none`.
  std::string profile = "standard";
  /// Rules added to and taken from the profile: "+html,-tatweel".
  std::string rules = {};
  /// `keep`, `latin`, `arabic` or `persian`: the digits to write all decimal digits with.
  std::string digits = "keep";
  /// The code point that the consonant h is written with: `0647` (ه) or `06be` (ھ).
  std::string heh = "0647";
  /// A legacy font whose letters the text is typed in, or empty: see `Normalizer::fonts()`. What comes out is Unicode;
  /// normalize it again without the font only.
  std::string font = {};
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

/// A profile, rule or font by name, for listings.
struct RuleInfo {
  std::string_view name;
  std::string_view profile;      ///< the first profile that holds it, or empty for an opt-in rule
  std::string_view description;  ///< one line
  std::string_view example_before;
  std::string_view example_after;
  std::string_view source;  ///< where the rule comes from
  std::string_view note;    ///< deliberate differences from other software, or empty
};

/// Rewrites Sorani text with one spelling for each letter. Every text is taken for Sorani: words of other languages in
/// the Arabic script have their letters unified too.
///
/// A line of the output is a function of the same line of the input: '\n' and NUL end a line, nothing is carried from
/// one line to the next, and no line end is added or removed. Normalizing twice is the same as normalizing once, for
/// every set of rules (not for `font`, which reads text typed in that font). Any bytes are accepted: ill-formed UTF-8
/// passes through unchanged, as non-letters.
///
/// The rules are compiled when a Normalizer is made (a few milliseconds); copies share the compiled form and are
/// cheap. One object can be used by one thread at a time; give each thread a copy.
class SORANI_API Normalizer {
 public:
  /// Throws `Error` when an option names something unknown or the word map is malformed or circular.
  explicit Normalizer(const NormalizerOptions& options = {});
  Normalizer(const Normalizer&);
  Normalizer(Normalizer&&) noexcept;
  Normalizer& operator=(const Normalizer&);
  Normalizer& operator=(Normalizer&&) noexcept;
  ~Normalizer();

  /// Appends the normalized `text` to `out`. `fragment` says whether `text` begins and ends at line ends; see there.
  void append(std::string_view text, std::string& out, Fragment fragment = Fragment::whole);

  /// The normalized text.
  std::string operator()(std::string_view text);

  /// As `append`, and reports each change to `sink`.
  void explain(std::string_view text, std::string& out, const ChangeSink& sink, Fragment fragment = Fragment::whole);

  /// Every rule, in the order of profiles, then opt-in rules.
  static std::span<const RuleInfo> all_rules();
  /// The names of the profiles, from the least to the most.
  static std::span<const std::string_view> profiles();
  /// The names of the legacy fonts.
  static std::span<const std::string_view> fonts();

  /// The names of the rules that these options switch on, in the order of `all_rules`.
  std::vector<std::string_view> active_rules() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sorani
