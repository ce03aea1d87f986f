#pragma once

#include <array>
#include <sorani/fragment.hpp>
#include <string>
#include <string_view>

#include "transliterate/cache/first_level_cache.hpp"
#include "transliterate/converter.hpp"
#include "transliterate/to_arabic/latin_rules.hpp"
#include "transliterate/to_arabic/latin_transducer.hpp"
#include "transliterate/to_arabic/rule_deromanizer.hpp"

namespace sorani::transliterate {

/// Converts text in Latin letters to the Arabic script. Addresses, mentions and hashtags are copied.
///
/// The transducer converts most of the text. Where it quits, the reference converts the text up to the next space, and
/// the transducer resumes there. A cache keeps what the reference has converted, which takes thirty times as many
/// instructions.
class Deromanizer : public Converter {
 public:
  Deromanizer(const Scheme& scheme, bool keep_punctuation);

  void append(std::string_view text, std::string& out, Fragment fragment) override;

 private:
  bool is_boundary(std::string_view text, std::size_t at) const;
  void convert_by_rules(LatinTransducer::Cursor& cursor);

  LatinRules rules_;
  LatinTransducer transducer_;
  RuleDeromanizer rule_deromanizer_;  // the reference
  FirstLevelCache cache_;             // of words that it has converted
  /// The output of the parts of a text but the first.
  std::array<std::string, LatinTransducer::kParallel - 1> part_outputs_;
};

}  // namespace sorani::transliterate
