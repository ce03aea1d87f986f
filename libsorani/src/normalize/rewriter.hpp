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

/// Rewrites text to its normal form, the text that no rule fits any more.
///
/// Characters are pushed one by one onto the output. When the last ones pushed fit a pattern, they are taken back and
/// what they become is put before the rest of the input, to be pushed again. So every character stands on text to which
/// no rule applies, whatever the order in which rules produced it; and pushing a finished text changes nothing, which
/// is why normalizing twice is the same as once, for every set of rules. Rules that no pattern can say work the same
/// way: they look back over the output at the end of a word, a token or a reference, and take it back if they change
/// it.
class Rewriter {
 public:
  explicit Rewriter(const Program& program) : program_(program) {}

  /// Appends the normal form of `text` to `out`; reports each change to `sink` if there is one.
  void run(std::string_view text, std::string& out, Fragment fragment, const ChangeSink* sink);

 private:
  using State = Automaton::State;

  /// A character still to be pushed, and where in the text it came from.
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
  std::size_t skip(std::string_view text, std::size_t at);
  void drain();
  void push(Pending next);
  void replace(Pending next);
  void run_hooks(Pending next, CharInfo info);
  void apply(const Pattern& pattern);
  void append(char32_t c, std::size_t origin);
  void reserve(std::size_t bytes);
  State state_after(std::size_t count) const;
  void deepen();
  void recover_history();
  State start_state() const;
  char32_t start_character() const;

  // What hooks use to change the output (rewriter.cpp).
  std::string_view written() const { return {out_->data() + base_, size_ - base_}; }
  std::size_t origin_of(std::size_t position) const { return sink_ == nullptr ? 0 : origins_[position - base_]; }
  void truncate(std::size_t size);
  void take_back_to(std::size_t size);
  static constexpr char32_t kNoBoundary = 0xFFFFFFFF;  // NUL is a boundary like any other
  void replace_tail(std::size_t from, std::u32string_view text, char32_t boundary, std::string_view rule);
  void report(std::string_view rule, std::size_t origin, std::string_view before, std::u32string_view after);
  std::string_view name(std::uint16_t rule) const;

  // Hooks: each looks at what ends with the character just pushed, and returns true if it took it back to change it.
  bool order_marks(char32_t mark);    // canonical.cpp
  bool end_word(char32_t boundary);   // word_marks.cpp
  bool map_word(char32_t boundary);   // word_map.cpp
  bool end_token(char32_t boundary);  // tokens.cpp
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
  std::size_t size_ = 0;              // bytes of the output in use; the rest of the string is room
  std::vector<std::size_t> origins_;  // for each byte written, where it came from; only for a sink

  Fragment fragment_ = Fragment::whole;
  State state_ = Automaton::kRoot;
  bool word_has_marks_ = false;  // the word at the end of the output holds vowel marks
  std::size_t patience_ = 0;     // characters to push before the fast path is tried again
  std::size_t next_patience_ = 0;
  // Output size at which the fast path last stopped: the state there serves only the character it stopped for.
  static constexpr std::size_t kNowhere = SIZE_MAX;
  std::size_t shallow_ = kNowhere;
  std::vector<Pending> pending_;
  std::u32string word_;          // room for the word that a hook looks at
  std::u32string font_letters_;  // room for what a legacy font means by the characters read last

  /// Part of the output that a rule about tokens replaces, in bytes from `base_`.
  struct Replaced {
    std::size_t begin;
    std::size_t end;
    std::uint16_t rule;
    std::u32string to;
  };
  std::vector<Replaced> replaced_;
  // The last token that was looked at: it begins at `token_begin_`, and holds no white space up to `token_end_` or up
  // to where the output was taken back since. All in bytes from `base_`.
  std::size_t token_begin_ = kNowhere;
  std::size_t token_end_ = 0;
  std::size_t token_scanned_ = 0;    // its size when rules were last applied
  std::size_t deferred_ = kNowhere;  // begin of the first token that was put off to the end of the line

  static constexpr std::size_t kHistory = 16;  // a power of two, more than the longest pattern
  std::array<Pushed, kHistory> history_{};
  std::size_t history_end_ = 0;
  std::size_t history_size_ = 0;
};

}  // namespace sorani::normalize
