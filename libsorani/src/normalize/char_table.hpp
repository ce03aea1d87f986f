#pragma once

#include <cstddef>
#include <cstdint>

#include "normalize/code_point_table.hpp"
#include "normalize/program_tables.hpp"
#include "normalize/rules/rule_set.hpp"

namespace sorani::normalize {

/// Why a character needs more than a transition of the automaton. A flag is set only if a rule that is on needs it.
enum CharFlag : std::uint8_t {
  kReplaced = 1,        ///< always becomes something else
  kOrdersMarks = 2,     ///< may take part in canonical ordering or composition with what is before it
  kArabicMark = 4,      ///< the word around it is subject to the rules for vowel marks
  kEndsReference = 8,   ///< the semicolon of an HTML reference
  kEndsToken = 16,      ///< white space: ends a token of the rules for addresses and digits
  kIllFormedByte = 32,  ///< a byte of ill-formed UTF-8
};

/// The part of CharInfo that follows from the character's properties and the active rules.
class CharTraits {
 public:
  explicit CharTraits(const RuleSet& rules);

  CharInfo info(char32_t c, ClassId class_id) const noexcept;

 private:
  const RuleSet& rules_;
  bool orders_marks_;
  bool flags_arabic_marks_;
  bool ends_references_;
  bool ends_tokens_;
  CodePointTable<bool> transient_;  // invisible characters that stay until the next character is known
};

/// The CharInfo of every character under a rule set.
class CharTable {
 public:
  /// Characters below have a table entry each: ASCII, Latin, Arabic, general punctuation (joiners and quotes included).
  /// That is nearly all of Sorani text.
  static constexpr char32_t kDirectSize = 0x2100;

  CharTable(const CharTables<View>& tables, const RuleSet& rules) : tables_(tables), traits_(rules) {}

  CharInfo operator[](char32_t c) const noexcept { return c < kDirectSize ? tables_.direct[c] : other(c); }

 private:
  CharInfo other(char32_t c) const noexcept;

  CharTables<View> tables_;
  CharTraits traits_;
};

}  // namespace sorani::normalize
