#pragma once

#include <cstdint>
#include <string_view>

#include <sorani/normalizer.hpp>

#include "normalize/automaton.hpp"
#include "normalize/char_table.hpp"
#include "normalize/fast_path/scan_tables.hpp"
#include "normalize/hooks/word_map.hpp"
#include "normalize/program_tables.hpp"
#include "normalize/rules/font.hpp"
#include "normalize/rules/rule_set.hpp"

namespace sorani::normalize {

/// A compiled rule set: immutable, shared by all copies of a Normalizer.
struct Program {
  /// Throws `Error` when the options name something unknown or the word map is malformed.
  explicit Program(const NormalizerOptions& options);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  RuleSet rules;
  ProgramTables<Owned> compiled;  ///< empty if the tables are built in
  ProgramTables<View> tables;
  Automaton automaton;
  CharTable chars;
  MarkRules marks;
  ScanTables scan;
  Font font;
  WordMap words;

  // The rules that are hooks; kNoRule where they are off.
  std::uint16_t nfc;
  std::uint16_t html;
  std::uint16_t urls;
  std::uint16_t emails;

  /// The fast path can be used: no rule needs to see every character or word.
  bool fast;

  bool restore;
  double min_confidence;

  /// The name, in the output of `--explain`, of changes by the font.
  static constexpr std::string_view kFontRule = "from";
  /// The same of words restored.
  static constexpr std::string_view kRestoreRule = "restore";
};

}  // namespace sorani::normalize
