#include "transliterate/latin_transducer.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "script/script.hpp"
#include "transliterate/arabic_speller.hpp"
#include "unicode/properties.hpp"
#include "unicode/utf8.hpp"

namespace sorani::transliterate {
namespace {

constexpr char32_t kClosing = U'’';

/// How many bytes the character has that begins with this one; 0: none does.
std::size_t length_of(char byte) noexcept {
  const auto first = static_cast<std::uint8_t>(byte);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

bool is_control(char c) noexcept { return static_cast<std::uint8_t>(c) < 0x20 && !is_space(c); }

/// The number of the bytes that are always left alone.
constexpr std::uint8_t kOther = 0;

/// Letters and the space stand together, since they are needed most.
std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  std::uint8_t next = kOther + 1;
  classes[' '] = next++;
  for (char c = 'a'; c <= 'z'; ++c) {
    classes[static_cast<std::uint8_t>(c)] = classes[static_cast<std::uint8_t>(c - 'a' + 'A')] = next++;
  }
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const char c = static_cast<char>(i);
    const bool is_part = (i & 0xC0) == 0x80 || length_of(c) > 0;
    if (c != ' ' && !is_ascii_letter(c) && !is_control(c) && is_part) classes[i] = next++;
  }
  return classes;
}

}  // namespace

LatinTransducer::LatinTransducer(const LatinRules& rules, bool keep_punctuation)
    : rules_(rules), signs_(ascii_signs(keep_punctuation)), class_of_(make_classes()) {
  for (std::size_t i = 0; i < kPhonemeCount; ++i) {
    const auto sound = static_cast<Context>(i);
    Context like = 0;
    while (!ArabicSpeller::are_alike(like, sound) || !rules_.are_alike(like, sound)) ++like;
    like_[i] = like;
  }
  // The row of the numbers that are no states.
  states_.push_back(nullptr);
  next_.resize(kClasses);
  output_.resize(kClasses);
  number_of({});
}

std::size_t LatinTransducer::convert(std::string_view text, std::size_t begin, TextWriter& out) {
  constexpr std::size_t kBlock = 256;
  const std::size_t written_before = out.size();
  std::uint32_t state = kStart;
  bool is_possible = true;
  std::size_t at = begin;
  while (at < text.size() && is_possible) {
    const std::size_t end = std::min(at + kBlock, text.size());
    char* const room = out.room(kBlock * sizeof(Output));
    char* to = room;
    const std::uint32_t* nexts = next_.data();
    const std::uint16_t* outputs = output_.data();
    const Output* texts = outputs_.data();
    for (; at < end; ++at) {
      const std::size_t place = state + class_of_[static_cast<std::uint8_t>(text[at])];
      std::uint32_t next = nexts[place];
      if (next - kStart >= kIfNoException - kStart) {
        next = find_step(text, at, state);
        is_possible = next != kLeftAlone;
        if (!is_possible) break;
        nexts = next_.data();
        outputs = output_.data();
        texts = outputs_.data();
      }
      state = next;
      const Output& output = texts[outputs[place]];
      std::memcpy(to, &output, sizeof output);
      to += output.size;
    }
    out.advance(static_cast<std::size_t>(to - room));
  }
  if (is_possible) {
    // What comes to an end does so as before a space.
    if (find_step(text, at, state) != kLeftAlone) {
      const Output& output = outputs_[output_[state + class_of_[' ']]];
      out.put({output.text.data(), std::size_t{output.size} - 1});
      return at;
    }
  }
  // Both texts have the same spaces.
  while (at > begin && !is_space(text[at - 1])) --at;
  std::size_t size = out.size();
  const std::string_view written = out.written(0);
  while (size > written_before && !is_space(written[size - 1])) --size;
  out.shrink(size);
  return at;
}

/// The state that the byte at `at` leads to from another one; at the end of the text, what a space leads to.
std::uint32_t LatinTransducer::find_step(std::string_view text, std::size_t at, std::uint32_t from) {
  const char byte = at < text.size() ? text[at] : ' ';
  std::uint32_t next = next_[from + class_of_[static_cast<std::uint8_t>(byte)]];
  if (next == kUnknown) next = make_step(from, byte);
  if (next < kIfNoException) return next;
  std::size_t begin = at;
  while (begin > 0 && !is_space(text[begin - 1])) --begin;
  return holds_exception(text.substr(begin, at + 1 - begin)) ? kLeftAlone : next - kIfNoException;
}

std::uint32_t LatinTransducer::make_step(std::uint32_t from, char byte) {
  const std::size_t column = class_of_[static_cast<std::uint8_t>(byte)];
  Step step{*states_[from / kClasses]};
  const bool was_digraph = step.state.has_digraph;
  std::uint32_t next = kLeftAlone;
  if (column != kOther) {
    take(byte, step);
    const std::optional<std::uint16_t> output = output_of(step.written);
    if (step.is_possible && output) {
      next = number_of(step.state);
      output_[from + column] = *output;
      if (step.used_digraph && !was_digraph) next |= kIfNoException;
    }
  }
  next_[from + column] = next;
  return next;
}

void LatinTransducer::take(char byte, Step& step) const {
  std::string& partial = step.state.partial;
  const bool continues = (static_cast<std::uint8_t>(byte) & 0xC0) == 0x80;
  step.is_possible = continues != partial.empty();
  partial += byte;
  if (!step.is_possible || partial.size() < length_of(partial.front())) return;
  const unicode::Decoded c = unicode::decode(partial, 0);
  step.is_possible = c.length == partial.size();
  partial.clear();
  if (step.is_possible) take_character(c.value, step);
}

void LatinTransducer::take_character(char32_t c, Step& step) const {
  State& state = step.state;
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

void LatinTransducer::take_letter(char32_t c, Step& step) const {
  State& state = step.state;
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

void LatinTransducer::take_sign(char32_t c, Step& step) const {
  State& state = step.state;
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

void LatinTransducer::end_word(Step& step) const {
  State& state = step.state;
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
void LatinTransducer::read_pending(Step& step, bool is_whole) const {
  State& state = step.state;
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

bool LatinTransducer::holds_exception(std::string_view text) const {
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded c = unicode::decode(text, at);
    if (rules_.is_exception(rules_.folded(c.value))) return true;
    at += c.length;
  }
  return false;
}

/// Where the row of a state begins, which is made if there is none; `kLeftAlone` if there are too many.
std::uint32_t LatinTransducer::number_of(const State& state) {
  const auto [found, is_new] = numbers_.try_emplace(state, static_cast<std::uint32_t>(next_.size()));
  if (!is_new) return found->second;
  if (states_.size() == kMostStates) {
    numbers_.erase(found);
    return kLeftAlone;
  }
  states_.push_back(&found->first);
  next_.resize(next_.size() + kClasses);
  output_.resize(output_.size() + kClasses);
  return found->second;
}

/// The number of a text that is written, if it is short enough and there are not too many.
std::optional<std::uint16_t> LatinTransducer::output_of(const std::string& text) {
  if (text.size() > Output::kLongest) return std::nullopt;
  const auto [found, is_new] = output_numbers_.try_emplace(text, static_cast<std::uint16_t>(outputs_.size()));
  if (!is_new) return found->second;
  if (outputs_.size() == kMostOutputs) {
    output_numbers_.erase(found);
    return std::nullopt;
  }
  Output output{};
  text.copy(output.text.data(), text.size());
  output.size = static_cast<std::uint8_t>(text.size());
  outputs_.push_back(output);
  return found->second;
}

}  // namespace sorani::transliterate
