#include "normalize/rewriter.hpp"

#include <algorithm>
#include <cstring>

#include "normalize/fast_path/scan.hpp"
#include "normalize/hooks/final_waw.hpp"
#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

/// Exponential back-off: after a scan of fewer than kShortScan bytes the next kMinBackoff characters are pushed one by
/// one, and twice as many each time it happens again, up to kMaxBackoff. Stops come in clusters, and starting a scan
/// costs as much as pushing a few characters.
constexpr std::size_t kShortScan = 16;
constexpr std::size_t kMinBackoff = 2;
constexpr std::size_t kMaxBackoff = 32;

/// Free bytes kept behind the output, so that appending a character seldom has to grow it.
constexpr std::size_t kSlack = 256;

}  // namespace

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
      report(Program::kFontRule, at, text.substr(at, length), font_letters_);
      for (std::size_t i = font_letters_.size(); i-- > 0;) pending_.push_back({font_letters_[i], at});
      at += length;
      push_pending();
      continue;
    }
    const utf8::Decoded next = utf8::decode(text, at);
    push({next.value, at});
    if (!pending_.empty()) push_pending();
    at += next.length;
  }
  if (ends_line(fragment) && (text.empty() || (text.back() != '\n' && text.back() != '\0'))) {
    push({U'\n', text.size()});  // for the rules, the line ends here; the line end is not part of the output
    push_pending();
    --size_;
  } else {
    while (check_deferred(kNoBoundary)) push_pending();
  }
  out.resize(size_);
}

void Rewriter::begin(std::string& out, Fragment fragment, const ChangeSink* sink, std::size_t expected) {
  out_ = &out;
  base_ = size_ = out.size();
  sink_ = sink;
  fragment_ = fragment;
  origins_.clear();
  history_size_ = 0;
  word_has_marks_ = false;
  slow_path_backoff_ = 0;
  next_backoff_ = kMinBackoff;
  short_context_at_ = kNone;
  token_begin_ = deferred_ = kNone;
  token_end_ = token_scanned_ = 0;
  reserve(expected + kSlack);
  state_ = start_state();
}

Rewriter::State Rewriter::start_state() const {
  const Automaton& automaton = program_.automaton;
  State before = Automaton::kRoot;
  // A line is cut only between a letter and a space before it, and a letter after it. The letter before is not known;
  // any that no rule singles out will do.
  if (!starts_line(fragment_)) before = automaton.step(before, program_.chars[U'ن'].class_id);
  return automaton.step(before, program_.chars[start_character()].class_id);
}

char32_t Rewriter::start_character() const { return starts_line(fragment_) ? U'\n' : U' '; }

std::size_t Rewriter::run_fast_path(std::string_view text, std::size_t at) {
  const std::size_t left = text.size() - at;
  reserve(left + kSlack);
  const char32_t last = size_ > base_ ? utf8::decode_before(written(), size_ - base_).value : start_character();
  const std::size_t before = program_.scan.output_symbol(last);
  const Scanned done = scan(program_.scan, text.data() + at, left, out_->data() + size_, before);
  if (done.written > 0) {
    size_ += done.written;
    // Patterns that the next character cannot continue need no context.
    std::size_t context = program_.automaton.context();
    if (done.read < left) {
      const CharInfo next = program_.chars[utf8::decode(text, at + done.read).value];
      if ((next.flags & kReplaced) == 0) context = program_.automaton.stop_context(next.class_id);
    }
    state_ = state_after(context);
    history_size_ = 0;
    short_context_at_ = size_;
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
  while (!pending_.empty()) {
    const Pending next = pending_.back();
    pending_.pop_back();
    push(next);
  }
}

void Rewriter::push(Pending next) {
  const CharInfo info = program_.chars[next.value];
  if ((info.flags & kReplaced) != 0) {
    replace(next);
    return;
  }
  const Automaton& automaton = program_.automaton;
  const State before = state_;
  const State after = automaton.step(before, info.class_id);
  const Pattern* pattern = automaton.match(after);
  if (pattern != nullptr && pattern->deletes_last() && sink_ == nullptr) {  // push nothing, keep the state
    restore_full_context();
    return;
  }
  state_ = after;
  history_[history_end_++ % kHistory] = {next.value, before, size_};
  ++history_size_;
  append(next.value, next.origin);

  if (pattern != nullptr && !pattern->keep) {
    apply(*pattern);
  } else if (info.flags != 0 || (word_has_marks_ && !info.in_word) || !program_.words.empty()) {
    run_hooks(next, info);
  }
}

void Rewriter::replace(Pending next) {
  const Replacement& replacement = *program_.rules.replacement(next.value);
  if (sink_ != nullptr) {
    std::string before;
    utf8::append(next.value, before);
    report(name(replacement.rule), next.origin, before, replacement.to);
  }
  for (std::size_t i = replacement.to.size(); i-- > 0;) pending_.push_back({replacement.to[i], next.origin});
}

void Rewriter::run_hooks(Pending next, CharInfo info) {
  if ((info.flags & kIllFormedByte) != 0 && join_bytes()) return;
  if ((info.flags & kArabicMark) != 0) word_has_marks_ = true;
  if ((info.flags & kOrdersMarks) != 0 && order_marks(next.value)) return;
  if (word_has_marks_ && !info.in_word && end_word(next.value)) return;
  if (!program_.words.empty() && map_word(next.value)) return;
  if ((info.flags & kEndsReference) != 0 && end_reference()) return;
  if ((info.flags & kEndsToken) != 0) end_token(next.value);
}

bool Rewriter::join_bytes() {
  // Bytes that became adjacent because a rule deleted what was between them, and now encode a character.
  const utf8::Decoded last = utf8::decode_before(written(), size_ - base_);
  if (last.value >= utf8::kIllFormed) return false;
  const std::size_t origin = origin_of(size_ - last.length);
  truncate(size_ - last.length);
  pending_.push_back({last.value, origin});
  return true;
}

void Rewriter::apply(const Pattern& pattern) {
  // Take back what is replaced, and the right context behind it.
  const std::size_t taken = pattern.from_length + std::size_t{pattern.right_length};
  std::array<Pushed, kHistory> popped;
  history_size_ = std::min(history_size_, kHistory);
  if (history_size_ < taken) rebuild_history();
  if (history_size_ < taken) return;  // the match begins in the fragment before this one
  std::size_t end = size_;
  for (std::size_t i = 0; i < taken; ++i) {
    popped[i] = history_[--history_end_ % kHistory];
    --history_size_;
    if (i + 1 == pattern.right_length) end = popped[i].size;
  }
  const Pushed& first = popped[taken - 1];
  const std::size_t start = first.size;
  const std::size_t origin = origin_of(std::min(start, size_ - 1));
  std::u32string_view to = replacement_after(pattern, {out_->data() + base_, start - base_});
  if (!pattern.one_for_one.empty()) {
    const std::u32string& from = pattern.symbols[pattern.length() - pattern.right_length - 1].points();
    to = {&pattern.one_for_one[from.find(first.value)], 1};
  }
  if (sink_ != nullptr) report(name(pattern.rule), origin, {out_->data() + start, end - start}, to);
  for (std::size_t i = 0; i < pattern.right_length; ++i) {
    pending_.push_back({popped[i].value, origin_of(popped[i].size)});
  }
  for (std::size_t i = to.size(); i-- > 0;) pending_.push_back({to[i], origin});
  state_ = first.before;
  rewind_to(start);
  restore_full_context();
  if (sink_ != nullptr) origins_.resize(size_ - base_);
}

void Rewriter::append(char32_t c, std::size_t origin) {
  if (out_->size() - size_ < 8) reserve(kSlack);
  size_ += utf8::write(c, out_->data() + size_);
  if (sink_ != nullptr) origins_.resize(size_ - base_, origin);
}

void Rewriter::reserve(std::size_t bytes) {
  if (out_->size() - size_ < bytes) out_->resize(size_ + std::max(bytes, (size_ - base_) / 4));
}

Rewriter::State Rewriter::state_after(std::size_t count) const {
  const std::string_view text = written();
  std::array<ClassId, kHistory> classes;
  std::size_t found = 0;
  for (std::size_t at = text.size(); found < count && at > 0;) {
    const utf8::Decoded character = utf8::decode_before(text, at);
    classes[found++] = program_.chars[character.value].class_id;
    at -= character.length;
  }
  State state = found < count ? start_state() : Automaton::kRoot;
  while (found > 0) state = program_.automaton.step(state, classes[--found]);
  return state;
}

void Rewriter::restore_full_context() {
  // The context was enough for the character that the fast path stopped at. That one has been taken back or deleted,
  // and the next one may continue a longer match.
  if (size_ == short_context_at_) state_ = state_after(program_.automaton.context());
}

void Rewriter::rebuild_history() {
  const std::string_view text = written();
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
    history_[history_end_++ % kHistory] = {last[i], state_, base_ + at};
    state_ = program_.automaton.step(state_, program_.chars[last[i]].class_id);
    at += utf8::decode(text, at).length;
  }
}

void Rewriter::rewind_to(std::size_t size) {
  size_ = size;
  token_end_ = std::min(token_end_, size - base_);
  if (size - base_ <= deferred_) deferred_ = kNone;
}

void Rewriter::truncate(std::size_t size) {
  rewind_to(size);
  if (sink_ != nullptr) origins_.resize(size_ - base_);
  state_ = state_after(program_.automaton.context());
  history_size_ = 0;
}

void Rewriter::replace_tail(std::size_t from, std::u32string_view text, char32_t boundary, std::string_view rule) {
  const bool bounded = boundary != kNoBoundary;
  const std::size_t end = size_ - (!bounded ? 0 : utf8::decode_before(written(), size_ - base_).length);
  const std::size_t origin = origin_of(from);
  const std::size_t origin_of_boundary = bounded ? origin_of(end) : 0;
  report(rule, origin, {out_->data() + from, end - from}, text);
  if (bounded) pending_.push_back({boundary, origin_of_boundary});
  for (std::size_t i = text.size(); i-- > 0;) pending_.push_back({text[i], origin});
  truncate(from);
}

void Rewriter::report(std::string_view rule, std::size_t origin, std::string_view before, std::u32string_view after) {
  if (sink_ == nullptr) return;
  std::string text;
  for (const char32_t c : after) utf8::append(c, text);
  (*sink_)({origin, rule, before, text});
}

std::string_view Rewriter::name(std::uint16_t rule) const { return rule_rows()[rule].name; }

}  // namespace sorani::normalize
