#include "normalize/automaton.hpp"

#include <algorithm>
#include <bit>
#include <utility>

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

}  // namespace

Automaton::Automaton(std::vector<Pattern> patterns, std::span<const StopCondition> stop_conditions)
    : patterns_(std::move(patterns)), classes_(patterns_) {
  const Positions positions = number_positions();
  build_states(positions, find_moves(positions, stop_conditions), stop_conditions);
  find_deletions();
  find_middle_deletions();
}

void Automaton::find_deletions() {
  // The longest match decides, of equally long ones the first. A pattern of two symbols decides for its pairs unless
  // a longer one ends with the same two, or an earlier one matches them as well.
  enum class Verdict : std::uint8_t { no_pattern, last, first, last_replaced, depends };
  std::vector<Verdict> verdicts(classes_.size() * classes_.size(), Verdict::no_pattern);
  last_replacements_.assign(verdicts.size(), 0);
  for (const Pattern& pattern : patterns_) {
    const std::size_t length = pattern.length();
    if (length == 1) continue;
    const std::vector<bool> last = classes_.members_of(pattern.symbols[length - 1]);
    const std::vector<bool> before = classes_.members_of(pattern.symbols[length - 2]);
    Verdict own = Verdict::depends;
    if (length == 2 && pattern.deletes_last()) own = Verdict::last;
    if (length == 2 && pattern.deletes_first()) own = Verdict::first;
    if (pattern.rewrites_last()) own = Verdict::last_replaced;
    for (std::size_t b = 0; b < classes_.size(); ++b) {
      for (std::size_t l = 0; before[b] && l < classes_.size(); ++l) {
        Verdict& verdict = verdicts[b * classes_.size() + l];
        if (!last[l] || (length == 2 && verdict != Verdict::no_pattern)) continue;
        verdict = own;
        if (own == Verdict::last_replaced) last_replacements_[b * classes_.size() + l] = pattern.to[0];
      }
    }
  }
  for (const Verdict verdict : verdicts) {
    deletions_.push_back(verdict == Verdict::last            ? Deletion::last
                         : verdict == Verdict::first         ? Deletion::first
                         : verdict == Verdict::last_replaced ? Deletion::last_replaced
                                                             : Deletion::none);
  }
}

void Automaton::find_middle_deletions() {
  const auto set_of = [&](const SymbolSet& symbols) {
    ClassSet set;
    const std::vector<bool> members = classes_.members_of(symbols);
    for (std::size_t id = 0; id < members.size(); ++id) set[id] = members[id];
    return set;
  };
  std::vector<std::vector<ClassSet>> sets;  // of the last three symbols of each pattern, the last one first
  ClassSet middle;
  for (const Pattern& pattern : patterns_) {
    sets.emplace_back();
    for (std::size_t i = 1; i <= std::min<std::size_t>(pattern.length(), 3); ++i) {
      sets.back().push_back(set_of(pattern.symbols[pattern.length() - i]));
    }
    if (pattern.deletes_middle()) middle |= sets.back()[1];
  }
  middle_index_.assign(classes_.size(), kNoMiddle);
  for (std::size_t m = 0; m < classes_.size(); ++m) {
    if (!middle[m]) continue;
    middle_index_[m] = static_cast<std::uint8_t>(middle_deletions_.size() / classes_.size());
    for (std::size_t before = 0; before < classes_.size(); ++before) {
      // The first pattern of three symbols decides, unless a longer one ends with the same three, or one has matched
      // at the middle character already.
      ClassSet deleted;
      ClassSet depends;
      for (std::size_t p = 0; p < patterns_.size(); ++p) {
        const std::vector<ClassSet>& last = sets[p];
        if (last.size() < 2) continue;
        if (last[0][m] && last[1][before]) depends.set();
        if (last.size() < 3 || !last[1][m] || !last[2][before]) continue;
        if (patterns_[p].length() > 3) {
          depends |= last[0];
        } else if (patterns_[p].deletes_middle()) {
          deleted |= last[0] & ~depends;
        } else {
          depends |= last[0] & ~deleted;
        }
      }
      middle_deletions_.push_back(deleted & ~depends);
    }
  }
}

Automaton::Positions Automaton::number_positions() {
  Positions positions;
  positions.first.reserve(patterns_.size());
  for (const Pattern& pattern : patterns_) {
    positions.first.push_back(positions.pattern_of.size());
    positions.pattern_of.insert(positions.pattern_of.end(), pattern.length() + 1,
                                static_cast<std::uint16_t>(positions.first.size() - 1));
    context_ = std::max(context_, pattern.length());
  }
  if (context_ > 0) --context_;
  return positions;
}

Automaton::Moves Automaton::find_moves(const Positions& positions, std::span<const StopCondition> stop_conditions) {
  const std::size_t words = positions.pattern_of.size() / 64 + 1;
  Moves moves{words, std::vector<std::uint64_t>(classes_.size() * words), std::vector<std::uint64_t>(words)};
  stop_context_.assign(classes_.size(), 0);
  mid_pattern_.assign(classes_.size(), false);
  for (std::size_t position = 0; position < positions.pattern_of.size(); ++position) {
    const std::size_t p = positions.pattern_of[position];
    const Pattern& pattern = patterns_[p];
    const StopCondition& stop = stop_conditions[p];
    const std::size_t matched = positions.matched(position);
    const std::uint64_t bit = std::uint64_t{1} << position % 64;
    if (matched == 0) moves.starts[position / 64] |= bit;
    if (matched == pattern.length()) continue;
    const bool can_stop_here = matched <= stop.at || !stop.needed;
    const bool is_past_stop = matched + 1 < pattern.length() && matched + 1 > stop.max_matched_prefix();
    const std::vector<bool> members = classes_.members_of(pattern.symbols[matched]);
    for (std::size_t id = 0; id < classes_.size(); ++id) {
      if (!members[id]) continue;
      moves.by_class[id * words + position / 64] |= bit;
      if (can_stop_here) stop_context_[id] = std::max(stop_context_[id], matched);
      if (is_past_stop) mid_pattern_[id] = true;
    }
  }
  return moves;
}

void Automaton::build_states(const Positions& positions, const Moves& moves,
                             std::span<const StopCondition> stop_conditions) {
  const std::size_t words = moves.words;
  PositionSets sets(words);
  std::vector<std::uint64_t> to(words);
  sets.number(to);  // the root: the empty set
  for (std::size_t s = 0; s < sets.size(); ++s) {
    states_.push_back(state_info(positions, sets[s], stop_conditions));
    for (std::size_t id = 0; id < classes_.size(); ++id) {
      const std::uint64_t* const from = sets[s].data();
      const std::uint64_t* const matching = moves.by_class.data() + id * words;
      std::uint64_t carry = 0;
      std::uint64_t extended = 0;  // positions of the set that match one symbol more
      for (std::size_t w = 0; w < words; ++w) {
        extended |= from[w] & matching[w];
        const std::uint64_t moved = (from[w] | moves.starts[w]) & matching[w];
        to[w] = moved << 1 | carry;
        carry = moved >> 63;
      }
      // If no match is extended, new ones start as they do from the root.
      next_.push_back(s > 0 && extended == 0 ? next_[id] : static_cast<State>(sets.number(to)));
    }
    if (sets.size() > 0xFFFF) throw Error("too many states in the rules");
  }
}

Automaton::StateInfo Automaton::state_info(const Positions& positions, std::span<const std::uint64_t> set,
                                           std::span<const StopCondition> stop_conditions) const {
  StateInfo info{kNone, true};
  for (std::size_t w = 0; w < set.size(); ++w) {
    for (std::uint64_t rest = set[w]; rest != 0; rest &= rest - 1) {
      const std::size_t position = w * 64 + static_cast<std::size_t>(std::countr_zero(rest));
      const std::uint16_t p = positions.pattern_of[position];
      const std::size_t matched = positions.matched(position);
      if (matched == patterns_[p].length()) {
        const bool longer = info.accept == kNone || patterns_[p].length() > patterns_[info.accept].length();
        if (longer) info.accept = p;
      } else if (matched > stop_conditions[p].max_matched_prefix()) {
        info.can_resume_fast_path = false;
      }
    }
  }
  return info;
}

}  // namespace sorani::normalize
