#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <sorani/fragment.hpp>
#include <sorani/normalizer.hpp>

#include "address/address.hpp"
#include "normalize/program.hpp"

namespace sorani::normalize {

/// Rewrites text to its normal form: the text to which no rule applies.
///
/// Characters are pushed one by one onto the output, and the automaton steps over each. When a pattern matches the last
/// ones pushed, they are taken back: removed from the output, and their replacement is put in front of the remaining
/// input (`pending_`), to be pushed like any other characters. So the output never holds a match, whatever the order in
/// which rules produced it. Pushing a text that holds no match changes nothing: therefore normalizing twice is the same
/// as once, for every set of rules. Rules that no pattern can express (hooks) work the same way. They look back over
/// the output at the end of a word, a token or a reference, and take back what they change.
///
/// Where no rule applies for a while, `scan` copies the text instead (fast_path/scan.hpp). The automaton's state after
/// it is computed from the last characters of the output: it depends on no more than `Automaton::context()` of them.
class Rewriter {
 public:
  explicit Rewriter(const Program& program) : program_(program) {}

  /// Appends the normal form of `text` to `out`; reports each change to `sink` if there is one.
  void run(std::string_view text, std::string& out, Fragment fragment, const ChangeSink* sink);

 private:
  using State = Automaton::State;

  /// A character to be pushed, and its origin in the text.
  struct Pending {
    char32_t value;
    std::size_t origin;
  };

  /// One of the last characters pushed.
  struct Pushed {
    char32_t value;
    State before;      // state before it
    std::size_t size;  // bytes of output before it
  };

  // rewriter.cpp
  void begin(std::string& out, Fragment fragment, const ChangeSink* sink, std::size_t expected);
  std::size_t run_fast_path(std::string_view text, std::size_t at);
  void push_pending();
  void push(Pending next);
  void replace(Pending next);
  void run_hooks(Pending next, CharInfo info);
  void apply(const Pattern& pattern);
  void append(char32_t c, std::size_t origin);
  void reserve(std::size_t bytes);
  State state_after(std::size_t count) const;
  void restore_full_context();
  void rebuild_history();
  State start_state() const;
  char32_t start_character() const;

  // For hooks (rewriter.cpp).
  std::string_view written() const { return {out_->data() + base_, size_ - base_}; }
  std::size_t origin_of(std::size_t position) const { return sink_ == nullptr ? 0 : origins_[position - base_]; }
  void truncate(std::size_t size);
  void rewind_to(std::size_t size);
  static constexpr char32_t kNoBoundary = 0xFFFFFFFF;  // not NUL, which is a line end
  void replace_tail(std::size_t from, std::u32string_view text, char32_t boundary, std::string_view rule);
  void report(std::string_view rule, std::size_t origin, std::string_view before, std::u32string_view after);
  std::string_view name(std::uint16_t rule) const;

  // Hooks: each looks at the output up to the character just pushed, and returns true if it has changed it.
  bool order_marks(char32_t mark);    // canonical.cpp
  bool end_word(char32_t boundary);   // word_marks.cpp
  bool map_word(char32_t boundary);   // word_map.cpp
  bool end_token(char32_t boundary);  // masks.cpp
  std::size_t token_start(std::size_t end);
  void find_replaced(std::size_t start, std::size_t end);
  bool check_deferred(char32_t boundary);
  bool replace_found(std::size_t end, char32_t boundary);
  bool end_reference();  // entities.cpp
  bool join_bytes();     // rewriter.cpp

  const Program& program_;
  const ChangeSink* sink_ = nullptr;

  std::string* out_ = nullptr;
  std::size_t base_ = 0;              // bytes that were in the output before this run
  std::size_t size_ = 0;              // bytes of the output in use; the rest of the string is slack
  std::vector<std::size_t> origins_;  // of each byte written, in the text; only if there is a sink

  Fragment fragment_ = Fragment::whole;
  State state_ = Automaton::kRoot;
  bool word_has_marks_ = false;        // the word at the end of the output contains vowel marks
  std::size_t slow_path_backoff_ = 0;  // characters to push before the fast path is tried again
  std::size_t next_backoff_ = 0;
  // Size of the output where the fast path last stopped. The state there was computed from `stop_context`, which is
  // enough only for the character that it stopped at.
  static constexpr std::size_t kNone = SIZE_MAX;
  std::size_t short_context_at_ = kNone;
  std::vector<Pending> pending_;
  std::u32string word_;          // buffer of end_word
  std::u32string font_letters_;  // buffer for the letters of a legacy font

  /// Part of the output that a rule about tokens replaces, in bytes from `base_`.
  struct Replaced {
    std::size_t begin;
    std::size_t end;
    std::uint16_t rule;
    std::u32string to;
  };
  std::vector<Replaced> replaced_;
  // The last token seen: it begins at `token_begin_` and is known to contain no white space up to `token_end_`, which
  // follows the output when that is taken back. In bytes from `base_`.
  std::size_t token_begin_ = kNone;
  std::size_t token_end_ = 0;
  std::size_t token_scanned_ = 0;  // its size when rules were last applied to it
  std::size_t deferred_ = kNone;   // begin of the first token deferred to the end of the line

  static constexpr std::size_t kHistory = 16;  // a power of two, greater than the length of any pattern
  std::array<Pushed, kHistory> history_{};
  std::size_t history_end_ = 0;
  std::size_t history_size_ = 0;
};

}  // namespace sorani::normalize
