#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "normalize/code_point_table.hpp"
#include "normalize/rules/pattern.hpp"

namespace sorani::normalize {

/// Code points grouped by the symbol sets that hold them: two code points in the same group are alike to every pattern.
class SymbolGroups {
 public:
  explicit SymbolGroups(std::span<const Pattern> patterns);

  /// The group of any value that `utf8::decode` returns.
  std::uint8_t operator[](char32_t c) const noexcept;

  std::size_t size() const noexcept { return signatures_.size(); }

  /// Which groups make up a set of the patterns.
  std::vector<bool> groups_of(const SymbolSet& set) const;

 private:
  std::uint8_t group_with(std::vector<bool> signature);

  std::vector<SymbolSet> sets_;
  std::unordered_map<char32_t, std::uint8_t> points_;           // ASCII and what patterns name
  std::unordered_map<std::uint32_t, std::uint8_t> by_classes_;  // all others, by their script classes
  std::vector<std::vector<bool>> signatures_;                   // for each group, which sets hold it
};

/// Where in a pattern the fast path must stop: at the symbol `at`, if it is in the pattern's set there and, for
/// `pair`, the symbol before is in the set before. A pattern with `keep` changes nothing and needs no stop: it has to
/// be seen only where a shorter one would be applied.
struct Anchor {
  std::size_t at;
  bool pair;
  bool needed = true;

  /// How many symbols of the pattern may have been read when the fast path goes on.
  std::size_t readable() const noexcept { return needed ? at : SIZE_MAX; }
};

/// The deterministic automaton that finds every pattern of a rule set at its last symbol. The state after some text
/// depends on its last `context()` symbols only.
class Automaton {
 public:
  using State = std::uint16_t;
  static constexpr State kRoot = 0;

  /// `anchors` gives the fast path's stop for each pattern. Throws `Error` if there are too many states.
  Automaton(std::vector<Pattern> patterns, std::span<const Anchor> anchors);

  State step(State state, std::uint8_t group) const noexcept { return next_[state * groups_.size() + group]; }
  const SymbolGroups& groups() const noexcept { return groups_; }

  /// The pattern to apply at this state, or nullptr: the longest that ends here, or the earlier of two.
  const Pattern* match(State state) const noexcept {
    return states_[state].accept == kNone ? nullptr : &patterns_[states_[state].accept];
  }

  /// What is taken away of two adjacent characters, whatever stands further left; `rewritten`: the last one becomes
  /// `becomes(before, last)`.
  enum class Taken : std::uint8_t { nothing, last, first, rewritten };
  Taken taken(std::uint8_t before, std::uint8_t last) const noexcept { return taken_[before * groups_.size() + last]; }
  char32_t becomes(std::uint8_t before, std::uint8_t last) const noexcept {
    return becomes_[before * groups_.size() + last];
  }

  /// True if the middle one of three characters is taken away, whatever stands further left. Only for one of which that
  /// can be: see `may_take_middle`.
  bool takes_middle(std::uint8_t before, std::uint8_t middle, std::uint8_t after) const noexcept {
    return middles_[middle_[middle] * groups_.size() + before][after];
  }
  bool may_take_middle(std::uint8_t middle) const noexcept { return middle_[middle] != kNoMiddle; }

  /// True if a character of `group` may be inside a pattern that the fast path does not stop for any more.
  bool is_open(std::uint8_t group) const noexcept { return open_[group]; }

  /// True if no pattern has begun, or only ones that the fast path will still stop for.
  bool quiet(State state) const noexcept { return states_[state].quiet; }

  std::size_t context() const noexcept { return context_; }
  /// The same, where the fast path has just stopped at a character of `group`: patterns that began earlier would have
  /// stopped it before.
  std::size_t stop_context(std::uint8_t group) const noexcept { return stop_context_[group]; }
  std::size_t states() const noexcept { return states_.size(); }
  std::span<const Pattern> patterns() const noexcept { return patterns_; }

 private:
  static constexpr std::uint16_t kNone = 0xFFFF;
  static constexpr std::uint8_t kNoMiddle = 0xFF;
  using GroupSet = std::bitset<256>;

  struct StateInfo {
    std::uint16_t accept;  // index of a pattern, or kNone
    bool quiet;
  };

  /// Where patterns and what has been read of them can stand.
  struct Positions {
    std::vector<std::size_t> first;         // of each pattern, with no symbol read
    std::vector<std::uint16_t> pattern_of;  // for each position
    std::size_t read(std::size_t position) const noexcept { return position - first[pattern_of[position]]; }
  };

  void build(std::span<const Anchor> anchors);
  StateInfo state_info(const Positions& positions, std::span<const std::uint64_t> set,
                       std::span<const Anchor> anchors) const;
  void find_taken();
  void find_middles();

  std::vector<Pattern> patterns_;
  SymbolGroups groups_;
  std::vector<State> next_;
  std::vector<StateInfo> states_;
  std::vector<Taken> taken_;          // for each two groups
  std::vector<char32_t> becomes_;     // for each two groups
  std::vector<std::uint8_t> middle_;  // for each group, the index of its part of middles_, or kNoMiddle
  std::vector<GroupSet> middles_;     // for each of those and each group before it, the groups after it
  std::vector<bool> open_;            // by group
  std::size_t context_ = 0;
  std::vector<std::size_t> stop_context_;  // by group
};

}  // namespace sorani::normalize
