#include "normalize/program.hpp"

#include <algorithm>

#include <sorani/error.hpp>

#include "normalize/fast_path/stop_conditions.hpp"
#include "normalize/rewriter.hpp"
#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

std::uint16_t if_active(const RuleSet& rules, std::string_view name) {
  const std::uint16_t rule = rule_index(name);
  return rules.active(rule) ? rule : kNoRule;
}

/// The equivalence class with the most letters of the alphabet. Its letters differ from others in general properties
/// only, such as being a consonant that joins to both sides.
ClassId most_common_letter_class(const EquivalenceClasses& classes) {
  std::vector<std::size_t> letters(classes.size());
  for (const script::Letter& letter : script::alphabet()) ++letters[classes[letter.value]];
  return static_cast<ClassId>(std::max_element(letters.begin(), letters.end()) - letters.begin());
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
      stop_conditions(choose_stop_conditions(rules.patterns(), rules)),
      automaton(rules.patterns(), stop_conditions),
      chars(automaton.classes(), rules),
      scan(make_scan_tables(automaton, stop_conditions, rules, chars)),
      font(options.font),
      nfc(if_active(rules, "nfc")),
      vowel_marks(if_active(rules, "vowel-marks")),
      strip_marks(if_active(rules, "strip-marks")),
      html(if_active(rules, "html")),
      urls(if_active(rules, "urls")),
      emails(if_active(rules, "emails")),
      ordinary_letter(most_common_letter_class(automaton.classes())),
      fast(font.empty() && urls == kNoRule && emails == kNoRule && rules.token_digits().rule == kNoRule) {
  if (!options.word_map.empty()) words = read_word_map(options, *this);
  fast = fast && words.empty();
}

}  // namespace sorani::normalize
