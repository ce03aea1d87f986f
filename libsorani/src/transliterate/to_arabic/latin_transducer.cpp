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
    const bool is_part = utf8::is_continuation(c) || character_length(c) > 0;
    if (c != ' ' && !is_ascii_letter(c) && !is_control(c) && is_part) classes[i] = next++;
  }
  return classes;
}

/// Where the word begins that goes on at `at`. Not further back, since each word of a long chunk looks.
std::size_t word_begin(const LatinRules& rules, std::string_view text, std::size_t at) {
  // A step is taken at each byte, also inside a character, which has three continuation bytes at most.
  const std::size_t limit = at - std::min<std::size_t>(at, 3);
  while (at < text.size() && at > limit && utf8::is_continuation(text[at])) --at;
  while (at > 0) {
    const utf8::Decoded before = utf8::decode_before(text, at);
    if (!script::is(before.value, script::kLatinLetter | script::kMark) && !rules.is_sign(before.value)) break;
    at -= before.length;
  }
  return at;
}

bool holds_exception(const LatinRules& rules, std::string_view text, LatinRules::ExceptionSets sets) {
  for (std::size_t at = 0; at < text.size();) {
    // The build refuses exceptions of ASCII.
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
    : rules_(rules), stepper_(rules, keep_punctuation), class_of_(make_classes()) {
  // The row of the numbers that are no states.
  states_.push_back(nullptr);
  next_.resize(kClasses);
  output_.resize(kClasses);
  number_of({});
}

template <std::size_t kStrands>
void LatinTransducer::run(const std::array<Strand*, kStrands>& strands) {
  constexpr std::size_t kBlock = 256;
  const auto is_stopped = [](const Strand* strand) { return strand->is_at_end() || strand->is_left_alone_; };
  while (std::none_of(strands.begin(), strands.end(), is_stopped)) {
    std::size_t size = kBlock;
    std::array<const char*, kStrands> texts;
    std::array<std::uint32_t, kStrands> states;
    std::array<char*, kStrands> rooms, to;
    for (std::size_t k = 0; k < kStrands; ++k) {
      Strand& strand = *strands[k];
      size = std::min(size, strand.text_.size() - strand.at_);
      texts[k] = strand.text_.data() + strand.at_;
      states[k] = strand.state_;
      rooms[k] = to[k] = strand.out_.room(kBlock * sizeof(Output));
    }
    const std::uint32_t* nexts = next_.data();
    const std::uint16_t* numbers = output_.data();
    const Output* outputs = outputs_.data();
    bool is_possible = true;
    std::size_t done = 0;
    for (; done < size && is_possible; ++done) {
      for (std::size_t k = 0; k < kStrands; ++k) {
        const std::size_t place = states[k] + class_of_[static_cast<std::uint8_t>(texts[k][done])];
        std::uint32_t next = nexts[place];
        if (next - kStart >= kIfNoException - kStart) {
          next = find_step(strands[k]->text_, strands[k]->at_ + done, states[k]);
          nexts = next_.data();
          numbers = output_.data();
          outputs = outputs_.data();
          if (next == kLeftAlone) {
            strands[k]->is_left_alone_ = true;
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
    for (std::size_t k = 0; k < kStrands; ++k) {
      Strand& strand = *strands[k];
      strand.out_.advance(static_cast<std::size_t>(to[k] - rooms[k]));
      strand.state_ = states[k];
      strand.at_ += strand.is_left_alone_ ? done - 1 : done;
      if (strand.is_left_alone_) {
        take_back(strand);
      } else if (strand.is_at_end()) {
        end(strand);
      }
    }
  }
}

void LatinTransducer::run(Strand& strand) { run(std::array{&strand}); }
void LatinTransducer::run(Strand& first, Strand& second) { run(std::array{&first, &second}); }

/// What comes to an end does so as before a line end.
void LatinTransducer::end(Strand& strand) {
  strand.is_left_alone_ = find_step(strand.text_, strand.at_, strand.state_) == kLeftAlone;
  if (strand.is_left_alone_) {
    take_back(strand);
    return;
  }
  const Output& output = outputs_[output_[strand.state_ + class_of_['\n']]];
  strand.out_.put({output.text.data(), std::size_t{output.size} - 1});
}

/// Goes back to the last space, which both texts have then; to the one before, if this chunk begins with an enclitic
/// that was written with the chunk before, or may do so.
void LatinTransducer::Strand::take_back(const LatinState& state, const LatinRules& rules) {
  using Joined = LatinState::Joined;
  const auto begin_of_chunk = [](std::string_view text, std::size_t at, std::size_t least) {
    while (at > least && !is_space(text[at - 1])) --at;
    return at;
  };
  at_ = begin_of_chunk(text_, at_, 0);
  const bool is_gap = state.place == LatinState::Place::gap;
  const bool may_join = at_ < text_.size() && rules.may_begin_enclitic(text_, at_);
  if (is_gap && !may_join) {
    std::string gap;
    LatinStepper::end_gap(state, gap);
    out_.put(gap);
    return;
  }
  if (is_gap || state.place == LatinState::Place::enclitic || state.joined != Joined::no)
    at_ = begin_of_chunk(text_, at_ - 1, 0);
  const std::string_view written = out_.written(0);
  std::size_t size = begin_of_chunk(written, written.size(), written_before_);
  if (state.joined == Joined::with_space) size = begin_of_chunk(written, size - 1, written_before_);
  out_.shrink(size);
}

/// The state that the byte at `at` leads to from another one; at the end of the text, what a line end leads to.
std::uint32_t LatinTransducer::find_step(std::string_view text, std::size_t at, std::uint32_t from) {
  const char byte = at < text.size() ? text[at] : '\n';
  const std::size_t place = from + class_of_[static_cast<std::uint8_t>(byte)];
  std::uint32_t next = next_[place];
  if (next == kUnknown) next = make_step(from, byte);
  if (next < kIfNoException) return next;
  const std::size_t begin = word_begin(rules_, text, at);
  const std::string_view word = text.substr(begin, at + 1 - begin);
  return holds_exception(rules_, word, excluded_.find(place)->second) ? kLeftAlone : next - kIfNoException;
}

std::uint32_t LatinTransducer::make_step(std::uint32_t from, char byte) {
  const std::size_t column = class_of_[static_cast<std::uint8_t>(byte)];
  std::uint32_t next = kLeftAlone;
  if (column != kOther) {
    const LatinState& state = *states_[from / kClasses];
    const LatinStep step = stepper_.step(state, byte);
    const std::optional<std::uint16_t> output = output_of(step.written);
    if (step.is_possible && output) {
      next = number_of(step.state);
      output_[from + column] = *output;
      const auto excluded = static_cast<LatinRules::ExceptionSets>(step.excluded & ~state.excluded);
      if (next != kLeftAlone && excluded != 0) {
        next |= kIfNoException;
        excluded_.emplace(from + column, excluded);
      }
    }
  }
  next_[from + column] = next;
  return next;
}

/// Where the row of a state begins, which is made if there is none; `kLeftAlone` if there are too many.
std::uint32_t LatinTransducer::number_of(const LatinState& state) {
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
