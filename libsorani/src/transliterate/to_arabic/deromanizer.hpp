#pragma once

#include <sorani/fragment.hpp>
#include <string>
#include <string_view>

#include "transliterate/converter.hpp"
#include "transliterate/to_arabic/latin_rules.hpp"
#include "transliterate/to_arabic/latin_transducer.hpp"
#include "transliterate/to_arabic/rule_deromanizer.hpp"

namespace sorani::transliterate {

/// Writes text of Latin letters in the Arabic script. Addresses, names of users and topics stay as they are.
class Deromanizer : public Converter {
 public:
  Deromanizer(const Scheme& scheme, bool keep_punctuation);

  void append(std::string_view text, std::string& out, Fragment fragment) override;

 private:
  bool is_boundary(std::string_view text, std::size_t at) const;
  void convert_by_rules(LatinTransducer::Cursor& cursor);

  LatinRules rules_;
  LatinTransducer transducer_;
  RuleDeromanizer rule_deromanizer_;  // for what the transducer leaves alone
  std::string second_half_;           // of what is written
};

}  // namespace sorani::transliterate
