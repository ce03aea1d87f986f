#include "normalize/automaton.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include <sorani/error.hpp>

#include "script/script.hpp"

namespace sorani::normalize {
namespace {

/// Places in patterns, in order.
using Positions = std::vector<std::uint16_t>;

struct PositionsHash {
  std::size_t operator()(const Positions& positions) const noexcept {
    std::size_t hash = positions.size();
    for (const std::uint16_t position : positions) hash = (hash ^ position) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
  }
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
}

void Automaton::find_taken() {
  // For each two groups, how the first pattern that could end with them decides: the earlier of two, the longer before
  // the shorter. Only one that looks no further back decides alone.
  enum Verdict : std::uint8_t { kNothing, kLast, kFirst, kOther };
  std::vector<Verdict> verdicts(groups_.size() * groups_.size(), kNothing);
  for (const Pattern& pattern : patterns_) {
    const std::size_t length = pattern.length();
    if (length == 1) continue;
    const std::vector<bool> last = groups_.groups_of(pattern.symbols[length - 1]);
    const std::vector<bool> before = groups_.groups_of(pattern.symbols[length - 2]);
    Verdict own = kOther;
    if (length == 2 && pattern.deletes_last()) own = kLast;
    if (length == 2 && pattern.deletes_first()) own = kFirst;
    for (std::size_t b = 0; b < groups_.size(); ++b) {
      for (std::size_t l = 0; before[b] && l < groups_.size(); ++l) {
        Verdict& verdict = verdicts[b * groups_.size() + l];
        if (last[l] && (length > 2 || verdict == kNothing)) verdict = own;
      }
    }
  }
  for (const Verdict verdict : verdicts) {
    taken_.push_back(verdict == kLast ? Taken::last : verdict == kFirst ? Taken::first : Taken::nothing);
  }
}

void Automaton::build(std::span<const Anchor> anchors) {
  // A position is a pattern and how many of its symbols have been read; a state is the set of positions that the last
  // symbols allow. Positions are numbered through; `first[p]` is the one of pattern p with no symbol read.
  std::vector<std::uint16_t> first;
  std::vector<std::uint16_t> pattern_of;
  for (std::size_t p = 0; p < patterns_.size(); ++p) {
    first.push_back(static_cast<std::uint16_t>(pattern_of.size()));
    pattern_of.insert(pattern_of.end(), patterns_[p].length() + 1, static_cast<std::uint16_t>(p));
    context_ = std::max(context_, patterns_[p].length());
  }
  const auto read = [&](std::uint16_t position) {
    return static_cast<std::size_t>(position - first[pattern_of[position]]);
  };
  // moves[position] = the groups that lead to the next position; begun[group] = the positions after a first symbol
  std::vector<std::vector<bool>> moves(pattern_of.size());
  std::vector<Positions> begun(groups_.size());
  stop_context_.assign(groups_.size(), 0);
  open_.assign(groups_.size(), false);
  for (std::uint16_t position = 0; position < pattern_of.size(); ++position) {
    const Pattern& pattern = patterns_[pattern_of[position]];
    if (read(position) == pattern.length()) continue;
    moves[position] = groups_.groups_of(pattern.symbols[read(position)]);
    if (read(position) <= anchors[pattern_of[position]].at || !anchors[pattern_of[position]].needed) {
      for (std::size_t g = 0; g < groups_.size(); ++g) {
        if (moves[position][g]) stop_context_[g] = std::max(stop_context_[g], read(position));
      }
    }
    const bool opens =
        read(position) + 1 < pattern.length() && read(position) + 1 > anchors[pattern_of[position]].readable();
    for (std::size_t g = 0; opens && g < groups_.size(); ++g) {
      if (moves[position][g]) open_[g] = true;
    }
    for (std::size_t g = 0; read(position) == 0 && g < groups_.size(); ++g) {
      if (moves[position][g]) begun[g].push_back(static_cast<std::uint16_t>(position + 1));
    }
  }

  std::unordered_map<Positions, State, PositionsHash> known{{{}, kRoot}};
  std::vector<const Positions*> states{&known.begin()->first};
  std::vector<bool> touched;
  Positions moved;
  Positions to;
  for (std::size_t s = 0; s < states.size(); ++s) {
    const Positions& from = *states[s];
    StateInfo info{kNone, true};
    for (const std::uint16_t position : from) {
      const std::uint16_t p = pattern_of[position];
      if (read(position) == patterns_[p].length()) {
        const bool longer = info.accept == kNone || patterns_[p].length() > patterns_[info.accept].length();
        if (longer) info.accept = p;
      } else if (read(position) > anchors[p].readable()) {
        info.quiet = false;
      }
    }
    states_.push_back(info);

    // Where nothing goes on, only new patterns begin, as they do at the root.
    touched.assign(groups_.size(), s == kRoot);
    for (const std::uint16_t position : from) {
      for (std::size_t g = 0; g < moves[position].size(); ++g) touched[g] = touched[g] || moves[position][g];
    }
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (!touched[g]) {
        next_.push_back(next_[g]);
        continue;
      }
      moved.clear();
      for (const std::uint16_t position : from) {
        if (!moves[position].empty() && moves[position][g]) moved.push_back(static_cast<std::uint16_t>(position + 1));
      }
      to.clear();
      std::merge(moved.begin(), moved.end(), begun[g].begin(), begun[g].end(), std::back_inserter(to));
      const auto [found, added] = known.emplace(to, static_cast<State>(states.size()));
      if (added) states.push_back(&found->first);
      if (states.size() > 0xFFFF) throw Error("too many states in the rules");
      next_.push_back(found->second);
    }
  }
  if (context_ > 0) --context_;
}

}  // namespace sorani::normalize
