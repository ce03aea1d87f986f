#pragma once

#include <array>
#include <memory>
#include <optional>
#include <sorani/normalizer.hpp>
#include <sorani/transliterator.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "transliterate/to_arabic/deromanizer.hpp"
#include "transliterate/to_arabic/latin_rules.hpp"
#include "transliterate/to_arabic/rule_deromanizer.hpp"
#include "transliterate/to_latin/reader.hpp"

/// What must hold for every text. Each function says what is wrong, or nothing. Tests and the fuzz target share them.
namespace sorani::test {

using Failure = std::optional<std::string>;

/// The way back from a scheme, quick and slow.
struct WayBack {
  explicit WayBack(const transliterate::Scheme& scheme);

  std::string slowly(std::string_view text);
  std::string quickly(std::string_view text);

  std::string_view name;
  transliterate::LatinRules rules;
  transliterate::RuleDeromanizer slow;
  transliterate::Deromanizer quick;
};

/// Transliterators in both directions for the schemes that differ in how they work.
class Transliterators {
 public:
  Transliterators();

  /// The strict scheme gives back the very bytes.
  Failure strict_loses_nothing(std::string_view text);

  /// Text is what its tokens are, said simply: addresses as they are, words read one by one, signs mapped.
  Failure is_what_its_tokens_are(std::string_view text);

  /// Text without a letter of the script that is read stays as it is.
  Failure leaves_other_scripts(std::string_view text);

  /// Each line by itself comes out as it does among the others, and so do pieces of a line, cut where they may be.
  Failure lines_and_pieces_are_apart(std::string_view text);

  /// Cutting a line at one of the places where `Fragment` allows it, or at all of them, changes nothing.
  Failure cuts_change_nothing(std::string_view text);

  /// The way back is quick where it can be, and does then what the rules do read one by one.
  /// Text of plain words, numbers, quotations and their endings comes back as it was, from all schemes.
  Failure there_and_back_is_the_same(std::string_view text);
  Failure way_back_is_by_the_rules(std::string_view text);

  /// All of these.
  Failure all(std::string_view text);

 private:
  Normalizer normalize_;
  transliterate::Reader reader_;
  Transliterator hawar_;
  /// These two adapt the conjunction to the word before it, joined to it or not.
  Transliterator bgn_{{.scheme = "bgn"}};
  Transliterator ala_lc_{{.scheme = "ala-lc"}};
  Transliterator joining_bgn_{{.scheme = "bgn", .join_conjunction = true}};
  Transliterator joining_ala_lc_{{.scheme = "ala-lc", .join_conjunction = true}};
  Transliterator joining_syllables_{{.syllables = true, .join_conjunction = true}};
  Transliterator back_{{.reverse = true}};
  Transliterator strict_{{.scheme = "strict"}};
  Transliterator strict_back_{{.scheme = "strict", .reverse = true}};
  /// Those that differ in what they look at on both sides of a cut.
  std::array<Transliterator*, 9> cut_ = {
      &hawar_, &bgn_, &ala_lc_, &joining_bgn_, &joining_ala_lc_, &joining_syllables_, &back_, &strict_, &strict_back_};
  /// For each scheme but the strict one.
  std::vector<std::unique_ptr<WayBack>> ways_back_;
  /// For each scheme.
  std::vector<Transliterator> there_, back_from_;
};

}  // namespace sorani::test
