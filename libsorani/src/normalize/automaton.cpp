#include "normalize/automaton.hpp"

#include <algorithm>
#include <bit>

#include <sorani/error.hpp>

#include "script/script.hpp"

namespace sorani::normalize {
namespace {

/// Sets of positions, numbered in the order in which they are first asked for.
class PositionSets {
 public:
  explicit PositionSets(std::size_t words) : words_(words), slots_(1024, kFree) {}

  std::size_t size() const noexcept { return bits_.size() / words_; }
  std::span<const std::uint64_t> operator[](std::size_t number) const noexcept {
    return {bits_.data() + number * words_, words_};
  }

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

  /// The slot of a set, or the free one that it would take.
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
  std::vector<std::uint64_t> bits_;   // the sets, one after the other
  std::vector<std::uint32_t> slots_;  // hash table of their numbers, open addressing
};

}  // namespace

SymbolGroups::SymbolGroups(std::span<const Pattern> patterns) {
  std::u32string named;
  for (char32_t c = 0; c < 0x80; ++c) named += c;
  for (const Pattern& pattern : patterns) {
    for (const SymbolSet& set : pattern.symbols) {
      if (std::find(sets_.begin(), sets_.end(), set) != sets_.end()) continue;
      sets_.push_back(set);
      named += set.points();
    }
  }
  std::vector<bool> signature(sets_.size());
  for (const char32_t c : named) {
    for (std::size_t i = 0; i < sets_.size(); ++i) signature[i] = sets_[i].contains(c);
    points_.emplace(c, group_with(signature));
  }
  // What patterns don't name is told apart by its classes alone.
  for (const std::uint32_t classes : script::class_combinations()) {
    for (std::size_t i = 0; i < sets_.size(); ++i) signature[i] = sets_[i].contains_classes(classes);
    by_classes_.emplace(classes, group_with(signature));
  }
}

std::uint8_t SymbolGroups::group_with(std::vector<bool> signature) {
  auto found = std::find(signatures_.begin(), signatures_.end(), signature);
  if (found == signatures_.end()) {
    if (signatures_.size() == 256) throw Error("too many groups of characters in the rules");
    found = signatures_.insert(signatures_.end(), std::move(signature));
  }
  return static_cast<std::uint8_t>(found - signatures_.begin());
}

std::vector<bool> SymbolGroups::groups_of(const SymbolSet& set) const {
  const auto index = static_cast<std::size_t>(std::find(sets_.begin(), sets_.end(), set) - sets_.begin());
  std::vector<bool> groups;
  for (const std::vector<bool>& signature : signatures_) groups.push_back(signature[index]);
  return groups;
}

std::uint8_t SymbolGroups::operator[](char32_t c) const noexcept {
  if (const auto found = points_.find(c); found != points_.end()) return found->second;
  const auto found = by_classes_.find(script::classes(c));
  return found == by_classes_.end() ? 0 : found->second;
}

Automaton::Automaton(std::vector<Pattern> patterns, std::span<const Anchor> anchors)
    : patterns_(std::move(patterns)), groups_(patterns_) {
  build(anchors);
  find_taken();
  find_middles();
}

void Automaton::find_taken() {
  // For each two groups, how the first pattern that could end with them decides: the earlier of two, the longer before
  // the shorter. Only one that looks no further back decides alone.
  enum Verdict : std::uint8_t { kNothing, kLast, kFirst, kRewritten, kOther };
  std::vector<Verdict> verdicts(groups_.size() * groups_.size(), kNothing);
  becomes_.assign(groups_.size() * groups_.size(), 0);
  for (const Pattern& pattern : patterns_) {
    const std::size_t length = pattern.length();
    if (length == 1) continue;
    const std::vector<bool> last = groups_.groups_of(pattern.symbols[length - 1]);
    const std::vector<bool> before = groups_.groups_of(pattern.symbols[length - 2]);
    Verdict own = kOther;
    if (length == 2 && pattern.deletes_last()) own = kLast;
    if (length == 2 && pattern.deletes_first()) own = kFirst;
    if (pattern.rewrites_last()) own = kRewritten;
    for (std::size_t b = 0; b < groups_.size(); ++b) {
      for (std::size_t l = 0; before[b] && l < groups_.size(); ++l) {
        Verdict& verdict = verdicts[b * groups_.size() + l];
        if (!last[l] || (length == 2 && verdict != kNothing)) continue;
        verdict = own;
        if (own == kRewritten) becomes_[b * groups_.size() + l] = pattern.to[0];
      }
    }
  }
  for (const Verdict verdict : verdicts) {
    taken_.push_back(verdict == kLast        ? Taken::last
                     : verdict == kFirst     ? Taken::first
                     : verdict == kRewritten ? Taken::rewritten
                                             : Taken::nothing);
  }
}

void Automaton::find_middles() {
  const auto set_of = [&](const SymbolSet& symbols) {
    GroupSet set;
    const std::vector<bool> groups = groups_.groups_of(symbols);
    for (std::size_t g = 0; g < groups.size(); ++g) set[g] = groups[g];
    return set;
  };
  std::vector<std::vector<GroupSet>> sets;  // of the last three symbols of each pattern, the last one first
  GroupSet middle;
  for (const Pattern& pattern : patterns_) {
    sets.emplace_back();
    for (std::size_t i = 1; i <= std::min<std::size_t>(pattern.length(), 3); ++i) {
      sets.back().push_back(set_of(pattern.symbols[pattern.length() - i]));
    }
    if (pattern.deletes_middle()) middle |= sets.back()[1];
  }
  middle_.assign(groups_.size(), kNoMiddle);
  for (std::size_t m = 0; m < groups_.size(); ++m) {
    if (!middle[m]) continue;
    middle_[m] = static_cast<std::uint8_t>(middles_.size() / groups_.size());
    for (std::size_t before = 0; before < groups_.size(); ++before) {
      // The first pattern of three decides, if none is longer and none has ended with the middle one.
      GroupSet deleted;
      GroupSet other;
      for (std::size_t p = 0; p < patterns_.size(); ++p) {
        const std::vector<GroupSet>& last = sets[p];
        if (last.size() < 2) continue;
        if (last[0][m] && last[1][before]) other.set();
        if (last.size() < 3 || !last[1][m] || !last[2][before]) continue;
        if (patterns_[p].length() > 3) {
          other |= last[0];
        } else if (patterns_[p].deletes_middle()) {
          deleted |= last[0] & ~other;
        } else {
          other |= last[0] & ~deleted;
        }
      }
      middles_.push_back(deleted & ~other);
    }
  }
}

void Automaton::build(std::span<const Anchor> anchors) {
  // A position is a pattern and how many of its symbols have been read. Positions are numbered through, those of a
  // pattern one after the other, so that reading a symbol moves every position of a set on by one shift (the
  // bit-parallel simulation of Baeza-Yates and Gonnet). The states of the automaton are the sets that can be reached.
  Positions positions;
  positions.first.reserve(patterns_.size());
  for (const Pattern& pattern : patterns_) {
    positions.first.push_back(positions.pattern_of.size());
    positions.pattern_of.insert(positions.pattern_of.end(), pattern.length() + 1,
                                static_cast<std::uint16_t>(positions.first.size() - 1));
    context_ = std::max(context_, pattern.length());
  }
  if (context_ > 0) --context_;
  const std::size_t words = positions.pattern_of.size() / 64 + 1;

  // For each group, the positions that it moves on.
  std::vector<std::uint64_t> moved(groups_.size() * words);
  std::vector<std::uint64_t> begins(words);  // positions with no symbol read: they are in every set
  stop_context_.assign(groups_.size(), 0);
  open_.assign(groups_.size(), false);
  for (std::size_t position = 0; position < positions.pattern_of.size(); ++position) {
    const std::size_t p = positions.pattern_of[position];
    const Pattern& pattern = patterns_[p];
    const std::size_t read = positions.read(position);
    if (read == 0) begins[position / 64] |= std::uint64_t{1} << position % 64;
    if (read == pattern.length()) continue;
    const bool stops = read <= anchors[p].at || !anchors[p].needed;
    const bool opens = read + 1 < pattern.length() && read + 1 > anchors[p].readable();
    const std::vector<bool> members = groups_.groups_of(pattern.symbols[read]);
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (!members[g]) continue;
      moved[g * words + position / 64] |= std::uint64_t{1} << position % 64;
      if (stops) stop_context_[g] = std::max(stop_context_[g], read);
      if (opens) open_[g] = true;
    }
  }

  PositionSets sets(words);
  std::vector<std::uint64_t> to(words);
  sets.number(to);
  for (std::size_t s = 0; s < sets.size(); ++s) {
    states_.push_back(state_info(positions, sets[s], anchors));
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const std::uint64_t* const from = sets[s].data();
      const std::uint64_t* const moves = moved.data() + g * words;
      std::uint64_t carry = 0;
      std::uint64_t of_set = 0;  // positions that are in the set and move on
      for (std::size_t w = 0; w < words; ++w) {
        of_set |= from[w] & moves[w];
        const std::uint64_t stepped = (from[w] | begins[w]) & moves[w];
        to[w] = stepped << 1 | carry;
        carry = stepped >> 63;
      }
      // Where nothing moves on, only new patterns begin, as they do at the root.
      next_.push_back(s > 0 && of_set == 0 ? next_[g] : static_cast<State>(sets.number(to)));
    }
    if (sets.size() > 0xFFFF) throw Error("too many states in the rules");
  }
}

Automaton::StateInfo Automaton::state_info(const Positions& positions, std::span<const std::uint64_t> set,
                                           std::span<const Anchor> anchors) const {
  StateInfo info{kNone, true};
  for (std::size_t w = 0; w < set.size(); ++w) {
    for (std::uint64_t rest = set[w]; rest != 0; rest &= rest - 1) {
      const std::size_t position = w * 64 + static_cast<std::size_t>(std::countr_zero(rest));
      const std::uint16_t p = positions.pattern_of[position];
      const std::size_t read = positions.read(position);
      if (read == patterns_[p].length()) {
        const bool longer = info.accept == kNone || patterns_[p].length() > patterns_[info.accept].length();
        if (longer) info.accept = p;
      } else if (read > anchors[p].readable()) {
        info.quiet = false;
      }
    }
  }
  return info;
}

}  // namespace sorani::normalize
