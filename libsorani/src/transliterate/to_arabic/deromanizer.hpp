#pragma once

#include <sorani/fragment.hpp>
#include <string>
#include <string_view>

#include "transliterate/converter.hpp"
#include "transliterate/to_arabic/latin_rules.hpp"
#include "transliterate/to_arabic/latin_transducer.hpp"
#include "transliterate/to_arabic/rule_deromanizer.hpp"

namespace sorani::transliterate {

/// Converts text in Latin letters to the Arabic script. Addresses, mentions and hashtags are copied.
///
/// The transducer converts most of the text. Where it quits, the reference converts the text up to the next space, and
/// the transducer resumes there.
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
  std::string second_half_;           // of the output
};

}  // namespace sorani::transliterate
