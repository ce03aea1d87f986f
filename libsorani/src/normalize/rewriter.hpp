#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <sorani/fragment.hpp>
#include <sorani/normalizer.hpp>

#include "normalize/hooks/masks.hpp"
#include "normalize/hooks/word_marks.hpp"
#include "normalize/output_tail.hpp"
#include "normalize/program.hpp"

namespace sorani::normalize {

/// Rewrites text to its normal form: the text to which no rule applies.
///
/// Characters are pushed one by one onto the output, and the automaton steps over each. When a pattern matches the last
/// ones pushed, they are taken back: removed from the output, and their replacement becomes pending, to be pushed
/// before the rest of the input like any other characters. So the output never contains a match, whatever the order in
/// which rules produced it. Pushing a text without a match changes nothing: therefore normalizing twice is the same as
/// once, for every set of rules. Rules that no pattern can express (hooks/) work the same way. They look back over the
/// output at the end of a word, a token or a reference, and take back what they change.
///
/// Where no rule applies for a while, `scan` copies the text instead (fast_path/scan.hpp). The automaton's state after
/// it is computed from the last characters of the output: it depends on no more than `Automaton::context()` of them.
class Rewriter {
 public:
  explicit Rewriter(const Program& program);

  /// Appends the normal form of `text` to `out`; reports each change to `sink` if there is one.
  void run(std::string_view text, std::string& out, Fragment fragment, const ChangeSink* sink);

  /// Where in the text each byte of the last output came from, if there was a sink.
  const std::vector<std::size_t>& origins() const noexcept { return tail_.origins(); }

 private:
  using State = Automaton::State;

  /// One of the last characters pushed.
  struct Pushed {
    char32_t value;
    State before;      // state before it
    std::size_t size;  // of the output before it
  };

  void begin(std::string& out, Fragment fragment, const ChangeSink* sink, std::size_t expected);
  std::size_t run_fast_path(std::string_view text, std::size_t at);
  void push_pending();
  void push(Pending next);
  void replace(Pending next);
  bool run_hooks(Pending next, CharInfo info);
  void apply(const Pattern& pattern);

  State state_after(std::size_t count) const;
  void restore_full_context();
  void recompute_state();
  void rebuild_history();
  State start_state() const;
  char32_t start_character() const;

  const Program& program_;
  OutputTail tail_;
  WordMarks word_marks_;
  TokenRules token_rules_;

  Fragment fragment_ = Fragment::whole;
  State state_ = Automaton::kRoot;
  bool word_has_marks_ = false;        // the word at the end of the output contains vowel marks
  std::size_t slow_path_backoff_ = 0;  // characters to push before the fast path is tried again
  std::size_t next_backoff_ = 0;
  // Size of the output where the fast path last stopped. The state there was computed from `stop_context`, which is
  // enough only for the character that it stopped at.
  static constexpr std::size_t kNone = SIZE_MAX;
  std::size_t short_context_at_ = kNone;
  std::u32string font_letters_;  // buffer for the letters of a legacy font

  static constexpr std::size_t kHistory = 16;  // a power of two, greater than the length of any pattern
  std::array<Pushed, kHistory> history_{};     // ring buffer
  std::size_t history_end_ = 0;
  std::size_t history_size_ = 0;
};

}  // namespace sorani::normalize
