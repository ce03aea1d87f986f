#include "normalize/rewriter.hpp"

#include <algorithm>

#include "normalize/fast_path/scan.hpp"
#include "normalize/hooks/canonical.hpp"
#include "normalize/hooks/entities.hpp"
#include "normalize/hooks/final_waw.hpp"
#include "normalize/hooks/joined_bytes.hpp"
#include "normalize/hooks/word_map.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

/// Exponential back-off: after a scan of fewer than kShortScan bytes the next kMinBackoff characters are pushed one by
/// one, and twice as many each time it happens again, up to kMaxBackoff. Stops come in clusters, and starting a scan
/// costs as much as pushing a few characters.
constexpr std::size_t kShortScan = 16;
constexpr std::size_t kMinBackoff = 2;
constexpr std::size_t kMaxBackoff = 32;

}  // namespace

Rewriter::Rewriter(const Program& program)
    : program_(program),
      word_marks_(program.chars, program.marks),
      token_rules_({program.urls, program.emails, program.rules.token_digits()}) {}

void Rewriter::run(std::string_view text, std::string& out, Fragment fragment, const ChangeSink* sink) {
  if (text.empty() && fragment == Fragment::whole) return;
  begin(out, fragment, sink, text.size());
  const bool fast = program_.fast && sink == nullptr;
  std::size_t at = 0;
  while (at < text.size()) {
    if (slow_path_backoff_ > 0) {
      --slow_path_backoff_;
    } else if (fast && at > 0 && !word_has_marks_ && program_.automaton.can_resume_fast_path(state_)) {
      at += run_fast_path(text, at);
      if (at == text.size()) break;
    }
    if (const std::size_t length = program_.font.read(text, at, font_letters_); length > 0) {
      tail_.report(Program::kFontRule, at, text.substr(at, length), font_letters_);
      tail_.unread(font_letters_, at);
      at += length;
      push_pending();
      continue;
    }
    const utf8::Decoded next = utf8::decode(text, at);
    push({next.value, at});
    if (tail_.has_pending()) push_pending();
    at += next.length;
  }
  if (ends_line(fragment) && (text.empty() || (text.back() != '\n' && text.back() != '\0'))) {
    push({U'\n', text.size()});  // for the rules, the line ends here; the line end is not part of the output
    push_pending();
    tail_.truncate(tail_.size() - 1);
  } else {
    while (token_rules_.end_text(tail_)) {
      recompute_state();
      push_pending();
    }
  }
  tail_.finish();
}

void Rewriter::begin(std::string& out, Fragment fragment, const ChangeSink* sink, std::size_t expected) {
  tail_.begin(out, sink, expected);
  token_rules_.begin();
  fragment_ = fragment;
  history_size_ = 0;
  word_has_marks_ = false;
  slow_path_backoff_ = 0;
  next_backoff_ = kMinBackoff;
  short_context_at_ = kNone;
  state_ = start_state();
}

Rewriter::State Rewriter::start_state() const {
  const Automaton& automaton = program_.automaton;
  State before = Automaton::kRoot;
  // A line is cut only after a letter and a space. The letter is not known; an ordinary one will do, since lines are
  // cut only where no rule sees across.
  if (!starts_line(fragment_)) before = automaton.step(before, program_.tables.ordinary_letter).state;
  return automaton.step(before, program_.chars[start_character()].class_id).state;
}

char32_t Rewriter::start_character() const { return starts_line(fragment_) ? U'\n' : U' '; }

std::size_t Rewriter::run_fast_path(std::string_view text, std::size_t at) {
  const std::size_t left = text.size() - at;
  char* const to = tail_.room(left + kScanSlack);
  const char32_t last = tail_.size() > 0 ? tail_.last().value : start_character();
  const Scanned done = scan(program_.scan, text.data() + at, left, to, program_.scan.output_symbol(last), tail_.size());
  if (done.written > 0) {
    tail_.advance(done.written);
    // Patterns that the next character cannot continue need no context.
    std::size_t context = program_.automaton.context();
    if (done.read < left) {
      const CharInfo next = program_.chars[utf8::decode(text, at + done.read).value];
      if ((next.flags & kReplaced) == 0) context = program_.automaton.stop_context(next.class_id);
    }
    state_ = state_after(context);
    history_size_ = 0;
    short_context_at_ = tail_.size();
  }
  if (done.read < kShortScan) {
    slow_path_backoff_ = next_backoff_;
    next_backoff_ = std::min(2 * next_backoff_, kMaxBackoff);
  } else {
    next_backoff_ = kMinBackoff;
  }
  return done.read;
}

void Rewriter::push_pending() {
  while (tail_.has_pending()) push(tail_.take_pending());
}

void Rewriter::push(Pending next) {
  const CharInfo info = program_.chars[next.value];
  if ((info.flags & kReplaced) != 0) {
    replace(next);
    return;
  }
  const Automaton& automaton = program_.automaton;
  const State before = state_;
  const Transition transition = automaton.step(before, info.class_id);
  const Pattern* pattern = automaton.match(transition);
  if (pattern != nullptr && pattern->deletes_last() && !tail_.has_sink()) {  // push nothing, keep the state
    restore_full_context();
    return;
  }
  state_ = transition.state;
  history_[history_end_++ % kHistory] = {next.value, before, tail_.size()};
  ++history_size_;
  tail_.append(next.value, next.origin);

  if (pattern != nullptr && !pattern->keep) {
    apply(*pattern);
  } else if (info.flags != 0 || (word_has_marks_ && !info.in_word) || !program_.words.empty()) {
    if (run_hooks(next, info)) recompute_state();
  }
}

void Rewriter::replace(Pending next) {
  const ReplacementRow& row = *program_.rules.replacement(next.value);
  const std::u32string_view to = text_of(row);
  if (tail_.has_sink()) {
    std::string before;
    utf8::append(next.value, before);
    tail_.report(rule_name(row.rule), next.origin, before, to);
  }
  tail_.unread(to, next.origin);
}

/// Runs the hooks for the character just pushed, up to the first one that changes the output; true if one did.
bool Rewriter::run_hooks(Pending next, CharInfo info) {
  if ((info.flags & kIllFormedByte) != 0 && join_bytes(tail_)) return true;
  if ((info.flags & kArabicMark) != 0) word_has_marks_ = true;
  if ((info.flags & kOrdersMarks) != 0 && order_marks(tail_, next.value, program_.nfc)) return true;
  if (word_has_marks_ && !info.in_word) {
    word_has_marks_ = false;
    if (word_marks_.end_word(tail_, next.value)) return true;
  }
  if (!program_.words.empty() && !info.in_word && map_word(tail_, program_.words, next.value)) return true;
  if ((info.flags & kEndsReference) != 0 && decode_reference(tail_, program_.html)) return true;
  return (info.flags & kEndsToken) != 0 && token_rules_.end_token(tail_, next.value);
}

void Rewriter::apply(const Pattern& pattern) {
  // Take back what is replaced, and the right context behind it.
  const std::size_t taken = pattern.from_length + std::size_t{pattern.right_length};
  std::array<Pushed, kHistory> popped;
  history_size_ = std::min(history_size_, kHistory);
  if (history_size_ < taken) rebuild_history();
  if (history_size_ < taken) return;  // the match begins in the fragment before this one
  std::size_t end = tail_.size();
  for (std::size_t i = 0; i < taken; ++i) {
    popped[i] = history_[--history_end_ % kHistory];
    --history_size_;
    if (i + 1 == pattern.right_length) end = popped[i].size;
  }
  const Pushed& first = popped[taken - 1];
  const std::size_t start = first.size;
  const std::size_t origin = tail_.origin_of(std::min(start, tail_.size() - 1));
  std::u32string_view to = replacement_after(pattern, tail_.written().substr(0, start));
  if (!pattern.one_for_one.empty()) {
    const std::u32string_view from = pattern.symbols[pattern.length() - pattern.right_length - 1].points;
    to = {&pattern.one_for_one[from.find(first.value)], 1};
  }
  if (tail_.has_sink()) tail_.report(rule_name(pattern.rule), origin, tail_.written().substr(start, end - start), to);
  for (std::size_t i = 0; i < pattern.right_length; ++i) {
    tail_.unread(popped[i].value, tail_.origin_of(popped[i].size));
  }
  tail_.unread(to, origin);
  state_ = first.before;
  tail_.truncate(start);
  restore_full_context();
}

/// The state after the last `count` characters of the output.
Rewriter::State Rewriter::state_after(std::size_t count) const {
  const std::string_view text = tail_.written();
  std::array<ClassId, kHistory> classes;
  std::size_t found = 0;
  for (std::size_t at = text.size(); found < count && at > 0;) {
    const utf8::Decoded character = utf8::decode_before(text, at);
    classes[found++] = program_.chars[character.value].class_id;
    at -= character.length;
  }
  State state = found < count ? start_state() : Automaton::kRoot;
  while (found > 0) state = program_.automaton.step(state, classes[--found]).state;
  return state;
}

void Rewriter::restore_full_context() {
  // The context was enough for the character that the fast path stopped at. That one has been taken back or deleted,
  // and the next one may continue a longer match.
  if (tail_.size() == short_context_at_) state_ = state_after(program_.automaton.context());
}

/// After a hook has changed the output.
void Rewriter::recompute_state() {
  state_ = state_after(program_.automaton.context());
  history_size_ = 0;
}

/// Fills the history from the output, when a match begins before the characters pushed since the fast path stopped.
void Rewriter::rebuild_history() {
  const std::string_view text = tail_.written();
  std::array<char32_t, 2 * kHistory> last;
  std::size_t count = 0;
  std::size_t at = text.size();
  const std::size_t context = program_.automaton.context();
  const std::size_t wanted = 2 * context + 1;
  while (count < wanted && at > 0) {
    const utf8::Decoded character = utf8::decode_before(text, at);
    last[count++] = character.value;
    at -= character.length;
  }
  state_ = count < wanted ? start_state() : Automaton::kRoot;
  // Unless the text begins here, the state before a character is right only if `context` characters precede it.
  history_size_ = count < wanted ? count : wanted - context;
  for (std::size_t i = count; i-- > 0;) {
    history_[history_end_++ % kHistory] = {last[i], state_, at};
    state_ = program_.automaton.step(state_, program_.chars[last[i]].class_id).state;
    at += utf8::decode(text, at).length;
  }
}

}  // namespace sorani::normalize
