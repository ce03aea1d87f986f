#include "normalize/program.hpp"

#include <algorithm>
#include <vector>

#include <sorani/error.hpp>

#include "normalize/built_in.hpp"
#include "normalize/compile/compile.hpp"
#include "normalize/rewriter.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

std::uint16_t if_active(const RuleSet& rules, std::string_view name) {
  const std::uint16_t rule = rule_index(name);
  return rules.active(rule) ? rule : kNoRule;
}

/// The tables of a rule set: those built in, if it is one of these; else compiled into `storage`.
ProgramTables<View> tables_of(const RuleSet& rules, ProgramTables<Owned>& storage) {
  const std::vector<std::uint16_t> active = rules.active_rules();
  for (std::size_t i = 0; i < built_in_count(); ++i) {
    const ProgramTables<View> tables = built_in_tables(i);
    if (std::equal(active.begin(), active.end(), tables.active_rules.begin(), tables.active_rules.end())) return tables;
  }
  storage = compile(rules);
  return view_of(storage);
}

ScanTables scan_tables(const ProgramTables<View>& tables, const Automaton& automaton, const CharTable& chars,
                       const RuleSet& rules, MarkRules marks) {
  return {tables.scan.front(), tables.scan_deletions, &automaton, &chars, &rules, marks};
}

/// The word map of these options, both sides normalized by `program`, which has no map yet.
WordMap read_word_map(const NormalizerOptions& options, const Program& program) {
  WordMap map;
  Rewriter rewriter(program);
  const auto normalized = [&](std::string_view word) {
    std::string text;
    rewriter.run(word, text, Fragment::whole, nullptr);
    return text;
  };
  for (const WordMap::Line& line : WordMap::parse(options.word_map, options.word_map_name)) {
    std::string from = normalized(line.from);
    std::u32string to;
    bool one_word = !from.empty();
    for (std::size_t at = 0; at < from.size();) {
      const utf8::Decoded next = utf8::decode(from, at);
      one_word = one_word && in_mapped_word(next.value);
      at += next.length;
    }
    if (!one_word) {
      throw Error(options.word_map_name + ":" + std::to_string(line.number) + ": '" + std::string(line.from) +
                  "' is not one word");
    }
    const std::string text = normalized(line.to);
    for (std::size_t at = 0; at < text.size();) {
      const utf8::Decoded next = utf8::decode(text, at);
      to += next.value;
      at += next.length;
    }
    if (const std::size_t other = map.add(from, std::move(to), line.number); other != 0) {
      throw Error(options.word_map_name + ":" + std::to_string(line.number) + ": '" + from +
                  "' has another replacement in line " + std::to_string(other));
    }
  }
  if (const auto fault = map.fault()) {
    throw Error(options.word_map_name + ":" + std::to_string(fault->line) + ": " + fault->message);
  }
  return map;
}

}  // namespace

Program::Program(const NormalizerOptions& options)
    : rules(options),
      tables(tables_of(rules, compiled)),
      automaton(tables.automaton),
      chars(tables.chars, rules),
      marks{if_active(rules, "vowel-marks"), if_active(rules, "strip-marks")},
      scan(scan_tables(tables, automaton, chars, rules, marks)),
      font(options.font),
      nfc(if_active(rules, "nfc")),
      html(if_active(rules, "html")),
      urls(if_active(rules, "urls")),
      emails(if_active(rules, "emails")),
      fast(font.empty() && urls == kNoRule && emails == kNoRule && rules.token_digits().rule == kNoRule),
      restore(options.restore),
      min_confidence(options.min_confidence) {
  if (restore && !font.empty()) throw Error("text in a legacy font has nothing to restore");
  if (!(min_confidence >= 0 && min_confidence <= 1)) throw Error("a confidence is a number from 0 to 1");
  if (!options.word_map.empty()) words = read_word_map(options, *this);
  fast = fast && words.empty();
}

}  // namespace sorani::normalize
