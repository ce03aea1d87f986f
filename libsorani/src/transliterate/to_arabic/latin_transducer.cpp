#include "transliterate/to_arabic/latin_transducer.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::transliterate {
namespace {

bool is_control(char c) noexcept { return static_cast<std::uint8_t>(c) < 0x20 && !is_space(c); }

/// The class of bytes that never have a step.
constexpr std::uint8_t kQuitClass = 0;

/// The most frequent bytes of Latin Sorani text in about the order of their frequency; the first and second bytes of î,
/// ê, û and ş are among them. Their classes share a few cache lines of each row.
constexpr std::string_view kFrequent = " eainrdk\xC3\xAEwbtm\xAAy\xBBhlsg\xC5\x9Fozvcjpxf\n,.qu";

/// Classes of bytes: a letter and its capital share one.
std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  std::uint8_t next = kQuitClass + 1;
  const auto add = [&](char c) {
    std::uint8_t& of_byte = classes[static_cast<std::uint8_t>(c)];
    const bool is_part = utf8::is_continuation(c) || character_length(c) > 0;
    if (of_byte != kQuitClass || is_control(c) || !is_part) return;
    of_byte = next++;
    if (is_ascii_letter(c)) classes[static_cast<std::uint8_t>(c ^ 0x20)] = of_byte;
  };
  for (const char c : kFrequent) add(c);
  for (std::size_t i = 0; i < classes.size(); ++i) add(static_cast<char>(i));
  return classes;
}

/// The begin of the word that contains `at`. Stops at the first character that is no part of it, so that long text
/// without spaces is not scanned for each word.
std::size_t word_begin(const LatinRules& rules, std::string_view text, std::size_t at) {
  // `at` can be inside a character, after at most three continuation bytes.
  const std::size_t limit = at - std::min<std::size_t>(at, 3);
  while (at < text.size() && at > limit && utf8::is_continuation(text[at])) --at;
  while (at > 0) {
    const utf8::Decoded before = utf8::decode_before(text, at);
    if (!script::is(before.value, script::kLatinLetter | script::kMark) && !rules.is_sign(before.value)) break;
    at -= before.length;
  }
  return at;
}

bool has_exception(const LatinRules& rules, std::string_view text, CharacterSets sets) {
  for (std::size_t at = 0; at < text.size();) {
    // tablegen rejects ASCII exceptions.
    if (static_cast<std::uint8_t>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const utf8::Decoded c = utf8::decode(text, at);
    if ((rules.exceptions(rules.folded(c.value)) & sets) != 0) return true;
    at += c.length;
  }
  return false;
}

}  // namespace

LatinTransducer::LatinTransducer(const LatinRules& rules, bool keep_punctuation)
    : rules_(rules), stepper_(rules, keep_punctuation), byte_class_(make_classes()) {
  // Row 0 is unused, since a step there would look like one of the special values.
  row_states_.push_back(nullptr);
  steps_.resize(kColumns);
  row_of({});
}

template <std::size_t kCursors>
void LatinTransducer::run(const std::array<Cursor*, kCursors>& cursors) {
  constexpr std::size_t kBlockSize = 256;  // bytes of text for which room in the output is made at once
  const auto has_stopped = [](const Cursor* cursor) { return cursor->is_at_end() || cursor->has_quit_; };
  const auto for_each_cursor = [](const auto& visit) {  // unrolled, so that the arrays below are in registers
    [&]<std::size_t... k>(std::index_sequence<k...>) { (visit(k), ...); }
    (std::make_index_sequence<kCursors>());
  };
  while (std::none_of(cursors.begin(), cursors.end(), has_stopped)) {
    std::size_t size = kBlockSize;
    std::array<const char*, kCursors> texts;
    std::array<State, kCursors> states;
    std::array<char*, kCursors> rooms, to;
    for_each_cursor([&](std::size_t k) {
      Cursor& cursor = *cursors[k];
      size = std::min(size, cursor.text_.size() - cursor.at_);
      texts[k] = cursor.text_.data() + cursor.at_;
      states[k] = cursor.state_;
      rooms[k] = to[k] = cursor.out_.room(kBlockSize * sizeof(Output));
    });
    const Step* steps = steps_.data();
    const Output* outputs = outputs_.data();
    bool is_possible = true;
    std::size_t done = 0;
    for (; done < size && is_possible; ++done) {
      for_each_cursor([&](std::size_t k) {
        Step step = steps[states[k] + byte_class_[static_cast<std::uint8_t>(texts[k][done])]];
        if (is_special(step)) {
          step = resolved_step(cursors[k]->text_, cursors[k]->at_ + done, states[k]);
          steps = steps_.data();
          outputs = outputs_.data();
          if (step == kQuit) {
            cursors[k]->has_quit_ = true;
            is_possible = false;
            return;
          }
        }
        states[k] = next_state(step);
        const Output& output = outputs[output_id(step)];
        std::memcpy(to[k], &output, sizeof output);
        to[k] += output.size;
      });
    }
    for_each_cursor([&](std::size_t k) {
      Cursor& cursor = *cursors[k];
      cursor.out_.advance(static_cast<std::size_t>(to[k] - rooms[k]));
      cursor.state_ = states[k];
      cursor.at_ += cursor.has_quit_ ? done - 1 : done;
      if (cursor.has_quit_) {
        rewind_to_space(cursor);
      } else if (cursor.is_at_end()) {
        end(cursor);
      }
    });
  }
}

void LatinTransducer::run(Cursor& cursor) { run(std::array{&cursor}); }
void LatinTransducer::run(std::array<Cursor, kParallel>& cursors) {
  std::array<Cursor*, kParallel> pointers;
  for (std::size_t i = 0; i < kParallel; ++i) pointers[i] = &cursors[i];
  run(pointers);
}

/// Ends the text as a line end would, without writing it.
void LatinTransducer::end(Cursor& cursor) {
  const Step step = resolved_step(cursor.text_, cursor.at_, cursor.state_);
  cursor.has_quit_ = step == kQuit;
  if (cursor.has_quit_) {
    rewind_to_space(cursor);
    return;
  }
  const Output& output = outputs_[output_id(step)];
  cursor.out_.put({output.text.data(), std::size_t{output.size} - 1});
}

/// Rewinds the text and the output to the last space. If the text after it begins, or may begin, with an enclitic that
/// is joined to the word before, rewinds to the space before that word.
void LatinTransducer::Cursor::rewind_to_space(const LatinState& state, const LatinRules& rules) {
  using Joined = LatinState::Joined;
  const auto chunk_begin = [](std::string_view text, std::size_t at, std::size_t least) {
    while (at > least && !is_space(text[at - 1])) --at;
    return at;
  };
  at_ = chunk_begin(text_, at_, 0);
  const bool is_gap = state.place == LatinState::Place::gap;
  const bool may_join = at_ < text_.size() && rules.may_begin_enclitic(text_, at_);
  if (is_gap && !may_join) {
    std::string gap;
    LatinStepper::end_gap(state, gap);
    out_.put(gap);
    return;
  }
  if (is_gap || state.place == LatinState::Place::enclitic || state.joined != Joined::no)
    at_ = chunk_begin(text_, at_ - 1, 0);
  const std::string_view written = out_.written(0);
  std::size_t size = chunk_begin(written, written.size(), written_before_);
  if (state.joined == Joined::with_space) size = chunk_begin(written, size - 1, written_before_);
  out_.shrink(size);
}

/// The step from a state at the byte at `at`, or at a line end if this is the end of the text: `kQuit`, or a step that
/// is not special.
LatinTransducer::Step LatinTransducer::resolved_step(std::string_view text, std::size_t at, State from) {
  const char byte = at < text.size() ? text[at] : '\n';
  const std::size_t place = from + byte_class_[static_cast<std::uint8_t>(byte)];
  if (steps_[place] == kNotComputed) {
    const Step computed = compute_step(from, byte);  // may move the steps
    steps_[place] = computed;
  }
  if (steps_[place] != kConditional) return steps_[place];
  const Conditional& conditional = conditional_.find(place)->second;
  const std::size_t begin = word_begin(rules_, text, at);
  const std::string_view word = text.substr(begin, at + 1 - begin);
  return has_exception(rules_, word, conditional.excluded) ? kQuit : conditional.step;
}

LatinTransducer::Step LatinTransducer::compute_step(State from, char byte) {
  const std::size_t column = byte_class_[static_cast<std::uint8_t>(byte)];
  if (column == kQuitClass) return kQuit;
  const LatinState& state = *row_states_[from / kColumns];
  const LatinStep step = stepper_.step(state, byte);
  if (!step.is_possible) return kQuit;
  const std::optional<Step> output = intern_output(step.written);
  const std::optional<State> next = output ? row_of(step.state) : std::nullopt;
  if (!next) return kQuit;
  const Step result = *next << kOutputBits | *output;
  const auto excluded = static_cast<CharacterSets>(step.excluded & ~state.excluded);
  if (excluded == 0) return result;
  conditional_.emplace(from + column, Conditional{result, excluded});
  return kConditional;
}

/// The row of a state, which is added if it is new, unless there are too many.
std::optional<LatinTransducer::State> LatinTransducer::row_of(const LatinState& state) {
  const auto [found, is_new] = rows_.try_emplace(state, static_cast<State>(steps_.size()));
  if (!is_new) return found->second;
  if (row_states_.size() == kMaxStates) {
    rows_.erase(found);
    return std::nullopt;
  }
  row_states_.push_back(&found->first);
  const std::size_t size = steps_.size() + kColumns;
  if (size > steps_.capacity()) steps_.reserve(2 * size);
  steps_.resize(size);
  return found->second;
}

/// The number of an output text, unless it is too long or there are too many.
std::optional<LatinTransducer::Step> LatinTransducer::intern_output(const std::string& text) {
  if (text.size() > Output::kMaxLength) return std::nullopt;
  const auto [found, is_new] = output_ids_.try_emplace(text, static_cast<Step>(outputs_.size()));
  if (!is_new) return found->second;
  if (outputs_.size() == kMaxOutputs) {
    output_ids_.erase(found);
    return std::nullopt;
  }
  Output output{};
  text.copy(output.text.data(), text.size());
  output.size = static_cast<std::uint8_t>(text.size());
  outputs_.push_back(output);
  return found->second;
}

}  // namespace sorani::transliterate
