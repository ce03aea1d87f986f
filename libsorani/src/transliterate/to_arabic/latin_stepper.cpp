#include "transliterate/to_arabic/latin_stepper.hpp"

#include "script/characters.hpp"
#include "script/script.hpp"
#include "transliterate/to_arabic/arabic_speller.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::transliterate {
namespace {

using Place = LatinState::Place;

/// Longest ending that has steps, with the hyphen; it bounds the number of states. Longer ones are rare.
constexpr std::size_t kMaxEndingBytes = 12;

bool is_latin_letter(char32_t c) noexcept { return script::is(c, script::kLatinLetter | script::kMark); }

bool is_blank(char32_t c) noexcept { return c < 0x80 && is_space(static_cast<char>(c)); }

}  // namespace

LatinStepper::LatinStepper(const LatinRules& rules, bool keep_punctuation)
    : rules_(rules), signs_(ascii_signs(keep_punctuation)) {
  for (std::size_t i = 0; i < kPhonemeCount; ++i) {
    const auto sound = static_cast<Context>(i);
    Context like = 0;
    while (!ArabicSpeller::are_equivalent(like, sound) || !rules_.are_equivalent(like, sound)) ++like;
    representative_[i] = like;
  }
}

LatinStep LatinStepper::step(const LatinState& from, char byte) const {
  LatinStep step{from};
  std::string& partial = step.state.partial;
  const bool continues = utf8::is_continuation(byte);
  step.is_possible = continues != partial.empty();
  partial += byte;
  if (!step.is_possible || partial.size() < character_length(partial.front())) return step;
  const utf8::Decoded c = utf8::decode(partial, 0);
  step.is_possible = c.length == partial.size();
  partial.clear();
  if (!step.is_possible) return step;
  consume(c.value, step);
  reduce(step.state);
  return step;
}

/// Minimizes the state: resets what cannot influence later output, such as the last sound if a consonant follows.
void LatinStepper::reduce(LatinState& state) const {
  if (state.place != Place::letter && state.place != Place::sign) return;
  state.neighbor = Neighbor::apart;
  if (state.pending.empty()) return;
  const LatinRules::Dependence dependence = rules_.dependence(utf8::decode(state.pending, 0).value);
  if (dependence == LatinRules::Dependence::all) return;
  const bool is_edge = dependence == LatinRules::Dependence::edge && state.spelled.before == kEdge;
  state.spelled = {.before = is_edge ? kEdge : static_cast<Context>(Phoneme::b)};
}

void LatinStepper::consume(char32_t c, LatinStep& step) const {
  if (resolve(c, step) || !step.is_possible) return;
  if (is_latin_letter(c)) {
    consume_letter(c, step);
  } else if (rules_.is_sign(c)) {
    consume_sign(c, step);
  } else {
    consume_other(c, step);
  }
}

/// Resolves a pending ambiguity by this character. Returns true if this consumes the character.
bool LatinStepper::resolve(char32_t c, LatinStep& step) const {
  LatinState& state = step.state;
  switch (state.place) {
    case Place::full_stop:
      step.is_possible = is_blank(c);
      return false;
    case Place::digit_comma:
      step.is_possible = c > 0x7F || !is_ascii_digit(static_cast<char>(c));
      step.written += signs_[U','];
      state.place = Place::between;
      state.neighbor = Neighbor::mark;
      return false;
    case Place::hyphen:
      return resolve_hyphen(c, step);
    case Place::ending:
      return resolve_ending(c, step);
    case Place::gap:
      return resolve_gap(c, step);
    case Place::enclitic:
      return resolve_enclitic(c, step);
    default:
      return is_latin_letter(c) && begin_ending(c, step);
  }
}

bool LatinStepper::resolve_hyphen(char32_t c, LatinStep& step) const {
  LatinState& state = step.state;
  if (is_latin_letter(c)) {
    std::string letter;
    utf8::append(rules_.folded(c), letter);
    const LatinRules::Ending ending = rules_.ending(letter);
    if (ending.is_complete || ending.is_prefix) {
      state.place = Place::ending;
      state.pending += letter;
      return true;
    }
  }
  step.written += state.pending;
  state.pending.clear();
  state.place = Place::between;
  state.neighbor = Neighbor::apart;
  return false;
}

/// Extends an ending, or turns it into pending letters of a word.
bool LatinStepper::resolve_ending(char32_t c, LatinStep& step) const {
  LatinState& state = step.state;
  const std::size_t hyphen = is_ascii_letter(state.pending.front()) || (state.pending.front() & 0xF0) == 0xC0
                                 ? 0
                                 : utf8::decode(state.pending, 0).length;
  if (is_latin_letter(c)) {
    step.is_possible = !script::is(c, script::kMark) && state.pending.size() < kMaxEndingBytes;
    if (!step.is_possible) return false;
    std::string more = state.pending.substr(hyphen);
    utf8::append(rules_.folded(c), more);
    const LatinRules::Ending ending = rules_.ending(more);
    if (ending.is_complete || ending.is_prefix) {
      state.pending.replace(hyphen, std::string::npos, more);
      return true;
    }
  }
  const std::string letters = state.pending.substr(hyphen);
  const bool is_ending = !is_latin_letter(c) && !rules_.is_sign(c) && rules_.ending(letters).is_complete;
  const bool is_stem = is_ending && rules_.begins_with_vowel(utf8::decode(letters, 0).value);
  if (!is_ending) step.written += state.pending.substr(0, hyphen);
  state.spelled = {.before = is_stem ? kStem : kEdge};
  state.pending = letters;
  state.place = Place::letter;
  return false;
}

bool LatinStepper::resolve_gap(char32_t c, LatinStep& step) const {
  LatinState& state = step.state;
  if (is_latin_letter(c)) {
    utf8::append(rules_.folded(c), state.pending);
    if (rules_.begins_enclitic(state.pending)) {
      state.place = Place::enclitic;
      return true;
    }
  }
  end_gap(state, step.written);
  state = LatinState();
  return false;
}

bool LatinStepper::resolve_enclitic(char32_t c, LatinStep& step) const {
  LatinState& state = step.state;
  const std::size_t size = state.pending.size();
  // A mark may compose with the letter before it.
  step.is_possible = !script::is(c, script::kMark);
  if (!step.is_possible) return false;
  if (is_latin_letter(c)) {
    utf8::append(rules_.folded(c), state.pending);
    if (rules_.begins_enclitic(state.pending)) return true;
    state.pending.resize(size);
  }
  const Enclitic* const known = !is_latin_letter(c) && !rules_.is_sign(c) && ends_enclitic(c)
                                    ? rules_.enclitic(state.pending, state.spelled.before)
                                    : nullptr;
  if (known == nullptr) {
    const std::string letters = state.pending;
    end_gap(state, step.written);
    state = LatinState();
    for (std::size_t at = 0; at < letters.size() && step.is_possible;) {
      const utf8::Decoded letter = utf8::decode(letters, at);
      consume_letter(letter.value, step);
      at += letter.length;
    }
    return false;
  }
  ArabicSpeller speller(state.spelled);
  if (known->is_apart) {
    speller.end(step.written);
    step.written += ' ';
    speller = ArabicSpeller(kStem);
  }
  for (const char sound : known->to) {
    speller.put(static_cast<Context>(sound), step.written, ArabicSpeller::Hiatus::glide);
  }
  speller.end(step.written);
  state = {.place = Place::between,
           .neighbor = Neighbor::word,
           .joined = known->is_apart ? LatinState::Joined::with_space : LatinState::Joined::without_space};
  return false;
}

void LatinStepper::end_gap(const LatinState& state, std::string& out) {
  ArabicSpeller(state.spelled).end(out);
  out += ' ';
}

/// Begins an ending with this letter. Returns false if none begins so.
bool LatinStepper::begin_ending(char32_t c, LatinStep& step) const {
  LatinState& state = step.state;
  const bool is_unsure = may_take_ending(state.neighbor);
  if (state.place != Place::between || !(is_unsure || takes_ending(state.neighbor))) return false;
  if (!rules_.begins_with_vowel(c)) return false;
  if (rules_.writes_hamza()) {
    state.spelled.before = kStem;
    return false;
  }
  std::string letter;
  utf8::append(rules_.folded(c), letter);
  const LatinRules::Ending ending = rules_.ending(letter);
  if (!ending.is_complete && !ending.is_prefix) return false;
  if (is_unsure) step.is_possible = false;
  state.place = Place::ending;
  state.pending = letter;
  return true;
}

void LatinStepper::consume_letter(char32_t c, LatinStep& step) const {
  LatinState& state = step.state;
  const char32_t letter = rules_.folded(c);
  if (script::is(c, script::kMark)) {
    // A mark that composes with a letter has no step.
    step.is_possible = !state.pending.empty() &&
                       !utf8::compose(utf8::decode_before(state.pending, state.pending.size()).value, letter);
  }
  if (state.place == Place::first_sign && !rules_.begins_with_vowel(c)) step.is_possible = false;
  if (rules_.is_marker(letter) || (state.excluded != 0 && (rules_.exceptions(letter) & state.excluded) != 0))
    step.is_possible = false;
  if (!step.is_possible) return;
  state.place = Place::letter;
  utf8::append(letter, state.pending);
  flush_pending(step, false);
}

void LatinStepper::consume_sign(char32_t c, LatinStep& step) const {
  LatinState& state = step.state;
  if (state.place == Place::letter) {
    state.place = Place::sign;
  } else if (state.place == Place::start && c == script::character::kRightSingleQuotationMark.value) {
    state.place = Place::first_sign;
  } else {
    step.is_possible = false;
    return;
  }
  utf8::append(rules_.folded(c), state.pending);
  flush_pending(step, false);
}

/// Consumes a character that is part of no word.
void LatinStepper::consume_other(char32_t c, LatinStep& step) const {
  LatinState& state = step.state;
  const bool is_word = state.place == Place::letter;
  const Neighbor before = is_word ? Neighbor::word : state.neighbor;
  end_word(step);
  step.is_possible = step.is_possible && c != U'@' && c != U'#';
  if (!step.is_possible) return;
  const bool is_stem = !is_word && state.place == Place::between && takes_ending(before);
  const LatinState::Joined joined = state.joined;
  const ArabicSpeller::State spelled = is_stem ? ArabicSpeller::State{.before = kStem} : state.spelled;
  if (c == U' ' && spelled.before != kEdge && joined == LatinState::Joined::no) {
    state = {.place = Place::gap, .spelled = spelled};
    return;
  }
  ArabicSpeller(state.spelled).end(step.written);
  state = {.place = Place::between, .neighbor = neighbor_after(before, c), .joined = joined};
  if (is_blank(c)) state = LatinState();
  if (c == U'.' || c == U':') state.place = Place::full_stop;
  if (before == Neighbor::digit && c == U',' && !signs_[c].empty()) {
    state.place = Place::digit_comma;
  } else if (takes_ending(before) && is_ending_hyphen(c) && !rules_.writes_hamza()) {
    state.place = Place::hyphen;
    utf8::append(c, state.pending);
  } else if (c < 0x80 && !signs_[c].empty()) {
    step.written += signs_[c];
  } else {
    utf8::append(c, step.written);
  }
}

/// Writes the pending letters at the end of a word.
void LatinStepper::end_word(LatinStep& step) const {
  LatinState& state = step.state;
  if (state.place == Place::sign || state.place == Place::first_sign) step.is_possible = false;
  if (state.place != Place::letter || !step.is_possible) return;
  const std::string_view known = state.spelled.before == kEdge ? rules_.word(state.pending) : std::string_view();
  if (!known.empty()) {
    step.written += known;
    state.pending.clear();
  } else {
    flush_pending(step, true);
  }
}

/// Writes the sounds of pending letters, as far as no lookahead can change them.
void LatinStepper::flush_pending(LatinStep& step, bool ends_word) const {
  LatinState& state = step.state;
  const auto may_apply = [&](const LatinRules::Rule& rule) {
    // Letters that such a rule requires have no step, so the word has none of them.
    if (rule.with != 0) return false;
    state.excluded |= rule.unless;
    step.excluded |= rule.unless;
    return true;
  };
  while (!state.pending.empty() && step.is_possible) {
    const Context before = state.spelled.before;
    if (!ends_word && before == kEdge && rules_.begins_word(state.pending)) return;
    const LatinRules::Match match = rules_.find(state.pending, before, ends_word, may_apply);
    if (match.needs_lookahead) return;
    step.is_possible = match.rule != nullptr;
    if (!step.is_possible) return;
    ArabicSpeller speller(state.spelled);
    for (const char sound : match.rule->to) speller.put(static_cast<Context>(sound), step.written);
    state.spelled = speller.state();
    state.spelled.before = representative_[speller.before()];
    state.pending.erase(0, match.rule->from.size());
  }
}

}  // namespace sorani::transliterate
