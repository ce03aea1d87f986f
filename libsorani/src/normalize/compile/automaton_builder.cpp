#include "normalize/compile/automaton_builder.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

#include <sorani/error.hpp>

namespace sorani::normalize {
namespace {

/// The distinct sets of positions found so far, numbered in the order in which they are found.
class PositionSets {
 public:
  explicit PositionSets(std::size_t words) : words_(words), slots_(1024, kFree) {}

  std::size_t size() const noexcept { return bits_.size() / words_; }
  std::span<const std::uint64_t> operator[](std::size_t number) const noexcept {
    return {bits_.data() + number * words_, words_};
  }

  /// The number of a set; adds it if it is new.
  std::size_t number(std::span<const std::uint64_t> set) {
    if (2 * size() >= slots_.size()) grow();
    const std::size_t slot = find(set);
    if (slots_[slot] == kFree) {
      slots_[slot] = static_cast<std::uint32_t>(size());
      bits_.insert(bits_.end(), set.begin(), set.end());
    }
    return slots_[slot];
  }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;

  /// The slot of a set, or the free one where it belongs.
  std::size_t find(std::span<const std::uint64_t> set) const noexcept {
    std::uint64_t hash = 0;
    for (const std::uint64_t word : set) {
      hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
      hash ^= hash >> 32;
    }
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != kFree && !std::equal(set.begin(), set.end(), (*this)[slots_[slot]].begin())) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
  }

  void grow() {
    slots_.assign(2 * slots_.size(), kFree);
    for (std::size_t number = 0; number < size(); ++number) {
      slots_[find((*this)[number])] = static_cast<std::uint32_t>(number);
    }
  }

  std::size_t words_;
  std::vector<std::uint64_t> bits_;   // of all sets, concatenated
  std::vector<std::uint32_t> slots_;  // hash table of set numbers, linear probing
};

class Builder {
 public:
  Builder(const PatternSet& set, std::span<const StopCondition> stop_conditions, BuiltAutomaton& automaton)
      : set_(set), stop_conditions_(stop_conditions), automaton_(automaton), tables_(automaton.tables) {}

  void build() {
    number_positions();
    find_moves();
    build_states();
  }

 private:
  // The positions of all patterns are numbered, those of one pattern consecutively.
  std::size_t matched(std::size_t position) const noexcept { return position - first_[pattern_of_[position]]; }

  void number_positions();
  void find_moves();
  void build_states();
  Transition transition(PositionSets& states, std::span<const std::uint64_t> to);
  bool is_resumable(std::span<const std::uint64_t> state) const;

  const PatternSet& set_;
  const std::span<const StopCondition> stop_conditions_;
  BuiltAutomaton& automaton_;
  AutomatonTables<Owned>& tables_;

  std::vector<std::size_t> first_;         // of each pattern: no symbol matched
  std::vector<std::uint16_t> pattern_of_;  // of each position
  // Sets of positions, each of `words_` times 64 bits.
  std::size_t words_ = 0;
  std::vector<std::uint64_t> moves_;    // for each class, the positions whose next symbol contains it
  std::vector<std::uint64_t> starts_;   // no symbol matched
  std::vector<std::uint64_t> matches_;  // all symbols matched
  std::vector<std::uint64_t> state_;    // buffer
};

void Builder::number_positions() {
  std::size_t longest = 1;
  for (const Pattern& pattern : set_.patterns) {
    first_.push_back(pattern_of_.size());
    pattern_of_.insert(pattern_of_.end(), pattern.length() + 1, static_cast<std::uint16_t>(first_.size() - 1));
    longest = std::max(longest, pattern.length());
  }
  tables_.context = longest - 1;
}

void Builder::find_moves() {
  const std::size_t classes = set_.classes.size();
  words_ = pattern_of_.size() / 64 + 1;
  moves_.assign(classes * words_, 0);
  starts_.assign(words_, 0);
  matches_.assign(words_, 0);
  tables_.stop_context.assign(classes, 0);
  automaton_.mid_pattern.assign(classes, false);
  for (std::size_t position = 0; position < pattern_of_.size(); ++position) {
    const std::size_t p = pattern_of_[position];
    const StopCondition& stop = stop_conditions_[p];
    const std::size_t length = set_.patterns[p].length();
    const std::size_t done = matched(position);
    const std::uint64_t bit = std::uint64_t{1} << position % 64;
    if (done == 0) starts_[position / 64] |= bit;
    if (done == length) {
      matches_[position / 64] |= bit;
      continue;
    }
    const bool can_stop_here = done <= stop.at || !stop.needed;
    const bool is_past_stop = done + 1 < length && done + 1 > stop.max_matched_prefix();
    const ClassSet& members = set_.classes.members(p, done);
    for (std::size_t id = 0; id < classes; ++id) {
      if (!members[id]) continue;
      moves_[id * words_ + position / 64] |= bit;
      if (can_stop_here) tables_.stop_context[id] = std::max(tables_.stop_context[id], static_cast<std::uint8_t>(done));
      if (is_past_stop) automaton_.mid_pattern[id] = true;
    }
  }
}

void Builder::build_states() {
  PositionSets states(words_);
  std::vector<std::uint64_t> to(words_);
  states.number(to);  // the root: the empty set
  for (std::size_t s = 0; s < states.size(); ++s) {
    tables_.resumable.push_back(is_resumable(states[s]) ? 1 : 0);
    for (std::size_t id = 0; id < set_.classes.size(); ++id) {
      const std::uint64_t* const from = states[s].data();
      const std::uint64_t* const matching = moves_.data() + id * words_;
      std::uint64_t carry = 0;
      std::uint64_t extended = 0;  // positions of the set that match one symbol more
      for (std::size_t w = 0; w < words_; ++w) {
        extended |= from[w] & matching[w];
        const std::uint64_t moved = (from[w] | starts_[w]) & matching[w];
        to[w] = moved << 1 | carry;
        carry = moved >> 63;
      }
      // If no match is extended, new ones start as they do from the root.
      tables_.transitions.push_back(s > 0 && extended == 0 ? tables_.transitions[id] : transition(states, to));
    }
    if (states.size() > 0xFFFF) throw Error("too many states in the rules");
  }
}

/// The transition to these positions. The longest match decides, of equally long ones the first.
Transition Builder::transition(PositionSets& states, std::span<const std::uint64_t> to) {
  Transition transition{0, Transition::kNoMatch};
  std::size_t longest = 0;
  state_.assign(to.begin(), to.end());
  for (std::size_t w = 0; w < words_; ++w) {
    for (std::uint64_t rest = to[w] & matches_[w]; rest != 0; rest &= rest - 1) {
      const std::uint16_t p = pattern_of_[w * 64 + static_cast<std::size_t>(std::countr_zero(rest))];
      if (set_.patterns[p].length() <= longest) continue;
      longest = set_.patterns[p].length();
      transition.pattern = set_.numbers[p];
    }
    state_[w] &= ~matches_[w];
  }
  transition.state = static_cast<std::uint16_t>(states.number(state_));
  return transition;
}

bool Builder::is_resumable(std::span<const std::uint64_t> state) const {
  for (std::size_t w = 0; w < words_; ++w) {
    for (std::uint64_t rest = state[w]; rest != 0; rest &= rest - 1) {
      const std::size_t position = w * 64 + static_cast<std::size_t>(std::countr_zero(rest));
      if (matched(position) > stop_conditions_[pattern_of_[position]].max_matched_prefix()) return false;
    }
  }
  return true;
}

}  // namespace

BuiltAutomaton build_automaton(const PatternSet& set, std::span<const StopCondition> stop_conditions) {
  BuiltAutomaton automaton;
  Builder(set, stop_conditions, automaton).build();
  find_deletions(set, automaton);
  return automaton;
}

}  // namespace sorani::normalize
