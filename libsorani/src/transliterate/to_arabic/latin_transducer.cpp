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

/// Classes of bytes: a letter and its capital share one. Those of letters and the space are adjacent, to share cache
/// lines.
std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  std::uint8_t next = kQuitClass + 1;
  classes[' '] = next++;
  for (char c = 'a'; c <= 'z'; ++c) {
    classes[static_cast<std::uint8_t>(c)] = classes[static_cast<std::uint8_t>(c - 'a' + 'A')] = next++;
  }
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const char c = static_cast<char>(i);
    const bool is_part = utf8::is_continuation(c) || character_length(c) > 0;
    if (c != ' ' && !is_ascii_letter(c) && !is_control(c) && is_part) classes[i] = next++;
  }
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
  // Row 0: its indices are kNotComputed and kQuit.
  row_states_.push_back(nullptr);
  next_.resize(kClasses);
  output_.resize(kClasses);
  row_of({});
}

template <std::size_t kCursors>
void LatinTransducer::run(const std::array<Cursor*, kCursors>& cursors) {
  constexpr std::size_t kBlockSize = 256;  // bytes of text for which room in the output is made at once
  const auto has_stopped = [](const Cursor* cursor) { return cursor->is_at_end() || cursor->has_quit_; };
  while (std::none_of(cursors.begin(), cursors.end(), has_stopped)) {
    std::size_t size = kBlockSize;
    std::array<const char*, kCursors> texts;
    std::array<std::uint32_t, kCursors> states;
    std::array<char*, kCursors> rooms, to;
    for (std::size_t k = 0; k < kCursors; ++k) {
      Cursor& cursor = *cursors[k];
      size = std::min(size, cursor.text_.size() - cursor.at_);
      texts[k] = cursor.text_.data() + cursor.at_;
      states[k] = cursor.state_;
      rooms[k] = to[k] = cursor.out_.room(kBlockSize * sizeof(Output));
    }
    const std::uint32_t* nexts = next_.data();
    const std::uint16_t* numbers = output_.data();
    const Output* outputs = outputs_.data();
    bool is_possible = true;
    std::size_t done = 0;
    for (; done < size && is_possible; ++done) {
      for (std::size_t k = 0; k < kCursors; ++k) {
        const std::size_t place = states[k] + byte_class_[static_cast<std::uint8_t>(texts[k][done])];
        std::uint32_t next = nexts[place];
        if (next - kStart >= kExceptionFlag - kStart) {
          next = next_state(cursors[k]->text_, cursors[k]->at_ + done, states[k]);
          nexts = next_.data();
          numbers = output_.data();
          outputs = outputs_.data();
          if (next == kQuit) {
            cursors[k]->has_quit_ = true;
            is_possible = false;
            continue;
          }
        }
        states[k] = next;
        const Output& output = outputs[numbers[place]];
        std::memcpy(to[k], &output, sizeof output);
        to[k] += output.size;
      }
    }
    for (std::size_t k = 0; k < kCursors; ++k) {
      Cursor& cursor = *cursors[k];
      cursor.out_.advance(static_cast<std::size_t>(to[k] - rooms[k]));
      cursor.state_ = states[k];
      cursor.at_ += cursor.has_quit_ ? done - 1 : done;
      if (cursor.has_quit_) {
        rewind_to_space(cursor);
      } else if (cursor.is_at_end()) {
        end(cursor);
      }
    }
  }
}

void LatinTransducer::run(Cursor& cursor) { run(std::array{&cursor}); }
void LatinTransducer::run(Cursor& first, Cursor& second) { run(std::array{&first, &second}); }

/// Ends the text as a line end would, without writing it.
void LatinTransducer::end(Cursor& cursor) {
  cursor.has_quit_ = next_state(cursor.text_, cursor.at_, cursor.state_) == kQuit;
  if (cursor.has_quit_) {
    rewind_to_space(cursor);
    return;
  }
  const Output& output = outputs_[output_[cursor.state_ + byte_class_['\n']]];
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

/// The state that follows `from` at the byte at `at`, or at a line end if this is the end of the text.
std::uint32_t LatinTransducer::next_state(std::string_view text, std::size_t at, std::uint32_t from) {
  const char byte = at < text.size() ? text[at] : '\n';
  const std::size_t place = from + byte_class_[static_cast<std::uint8_t>(byte)];
  std::uint32_t next = next_[place];
  if (next == kNotComputed) next = compute_step(from, byte);
  if (next < kExceptionFlag) return next;
  const std::size_t begin = word_begin(rules_, text, at);
  const std::string_view word = text.substr(begin, at + 1 - begin);
  return has_exception(rules_, word, excluded_.find(place)->second) ? kQuit : next - kExceptionFlag;
}

std::uint32_t LatinTransducer::compute_step(std::uint32_t from, char byte) {
  const std::size_t column = byte_class_[static_cast<std::uint8_t>(byte)];
  std::uint32_t next = kQuit;
  if (column != kQuitClass) {
    const LatinState& state = *row_states_[from / kClasses];
    const LatinStep step = stepper_.step(state, byte);
    const std::optional<std::uint16_t> output = intern_output(step.written);
    if (step.is_possible && output) {
      next = row_of(step.state);
      output_[from + column] = *output;
      const auto excluded = static_cast<CharacterSets>(step.excluded & ~state.excluded);
      if (next != kQuit && excluded != 0) {
        next |= kExceptionFlag;
        excluded_.emplace(from + column, excluded);
      }
    }
  }
  next_[from + column] = next;
  return next;
}

/// The index of the row of a state, which is added if it is new; `kQuit` if there are too many.
std::uint32_t LatinTransducer::row_of(const LatinState& state) {
  const auto [found, is_new] = rows_.try_emplace(state, static_cast<std::uint32_t>(next_.size()));
  if (!is_new) return found->second;
  if (row_states_.size() == kMaxStates) {
    rows_.erase(found);
    return kQuit;
  }
  row_states_.push_back(&found->first);
  next_.resize(next_.size() + kClasses);
  output_.resize(output_.size() + kClasses);
  return found->second;
}

/// The number of an output text, unless it is too long or there are too many.
std::optional<std::uint16_t> LatinTransducer::intern_output(const std::string& text) {
  if (text.size() > Output::kMaxLength) return std::nullopt;
  const auto [found, is_new] = output_ids_.try_emplace(text, static_cast<std::uint16_t>(outputs_.size()));
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
