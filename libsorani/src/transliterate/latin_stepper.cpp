#include "transliterate/latin_stepper.hpp"

#include "script/script.hpp"
#include "transliterate/arabic_speller.hpp"
#include "unicode/properties.hpp"
#include "unicode/utf8.hpp"

namespace sorani::transliterate {
namespace {

using Place = LatinState::Place;

constexpr char32_t kClosing = U'’';

}  // namespace

LatinStepper::LatinStepper(const LatinRules& rules, bool keep_punctuation)
    : rules_(rules), signs_(ascii_signs(keep_punctuation)) {
  for (std::size_t i = 0; i < kPhonemeCount; ++i) {
    const auto sound = static_cast<Context>(i);
    Context like = 0;
    while (!ArabicSpeller::are_alike(like, sound) || !rules_.are_alike(like, sound)) ++like;
    like_[i] = like;
  }
}

LatinStep LatinStepper::step(const LatinState& from, char byte) const {
  LatinStep step{from};
  std::string& partial = step.state.partial;
  const bool continues = (static_cast<std::uint8_t>(byte) & 0xC0) == 0x80;
  step.is_possible = continues != partial.empty();
  partial += byte;
  if (!step.is_possible || partial.size() < character_length(partial.front())) return step;
  const unicode::Decoded c = unicode::decode(partial, 0);
  step.is_possible = c.length == partial.size();
  partial.clear();
  if (step.is_possible) take_character(c.value, step);
  return step;
}

void LatinStepper::take_character(char32_t c, LatinStep& step) const {
  LatinState& state = step.state;
  const bool is_letter = script::is(c, script::kLatinLetter | script::kMark);
  const bool is_blank = c < 0x80 && is_space(static_cast<char>(c));
  if (state.place == Place::full_stop && !is_blank) {
    step.is_possible = false;
  } else if (is_letter) {
    take_letter(c, step);
  } else if (rules_.is_sign(c)) {
    take_sign(c, step);
  } else {
    end_word(step);
    step.is_possible = step.is_possible && c != U'@' && c != U'#';
    if (c < 0x80 && !signs_[c].empty()) {
      step.written += signs_[c];
    } else {
      unicode::append(c, step.written);
    }
    state.place = is_blank ? Place::start : c == U'.' || c == U':' ? Place::full_stop : Place::apart;
  }
}

void LatinStepper::take_letter(char32_t c, LatinStep& step) const {
  LatinState& state = step.state;
  const char32_t letter = rules_.folded(c);
  if (script::is(c, script::kMark)) {
    // What makes one letter with the one before is for others to read.
    step.is_possible = !state.pending.empty() &&
                       !unicode::compose(unicode::decode_before(state.pending, state.pending.size()).value, letter);
  }
  if (state.place == Place::first_sign && !rules_.begins_with_vowel(c)) step.is_possible = false;
  if (state.has_digraph && rules_.is_exception(letter)) step.is_possible = false;
  if (!step.is_possible) return;
  state.place = Place::letter;
  unicode::append(letter, state.pending);
  read_pending(step, false);
}

void LatinStepper::take_sign(char32_t c, LatinStep& step) const {
  LatinState& state = step.state;
  if (state.place == Place::letter) {
    state.place = Place::sign;
  } else if (state.place == Place::start && c == kClosing) {
    state.place = Place::first_sign;
  } else {
    step.is_possible = false;
    return;
  }
  unicode::append(rules_.folded(c), state.pending);
  read_pending(step, false);
}

void LatinStepper::end_word(LatinStep& step) const {
  LatinState& state = step.state;
  if (state.place == Place::sign || state.place == Place::first_sign) step.is_possible = false;
  if (state.place != Place::letter || !step.is_possible) return;
  const std::string_view known = state.before == kEdge ? rules_.word(state.pending) : std::string_view();
  if (!known.empty()) {
    step.written += known;
  } else {
    read_pending(step, true);
    ArabicSpeller(state.before).end(step.written);
  }
  state = {};
}

/// Writes the sounds of pending letters, as far as what follows cannot change them.
void LatinStepper::read_pending(LatinStep& step, bool is_whole) const {
  LatinState& state = step.state;
  const auto may_apply = [&](const LatinRules::Rule&) { return state.has_digraph = step.used_digraph = true; };
  while (!state.pending.empty() && step.is_possible) {
    if (!is_whole && state.before == kEdge && rules_.begins_word(state.pending)) return;
    const LatinRules::Match match = rules_.find(state.pending, state.before, is_whole, may_apply);
    if (match.is_open) return;
    step.is_possible = match.rule != nullptr;
    if (!step.is_possible) return;
    ArabicSpeller speller(state.before);
    for (const char sound : match.rule->to) speller.put(static_cast<Context>(sound), step.written);
    state.before = like_[speller.before()];
    state.pending.erase(0, match.rule->from.size());
  }
}

}  // namespace sorani::transliterate
