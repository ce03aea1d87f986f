#include "normalize/fast_path/local_rewrite.hpp"

#include <algorithm>

#include "normalize/fast_path/local_text.hpp"
#include "normalize/fast_path/marked_word.hpp"
#include "normalize/hooks/final_waw.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

/// Characters of the output in the window: those that a pattern may take back.
constexpr std::size_t kTakenBack = 2;
/// Characters in the window; `Patch::text` has room for them.
constexpr std::size_t kWindow = 12;
/// Patterns applied one after the other. After more than these the rewriter is as fast.
constexpr std::size_t kMaxRewrites = 4;
/// A short text on which patterns are applied until none matches, in the order of the rewriter.
class Window {
 public:
  explicit Window(const ScanTables& tables) noexcept : tables_(tables), automaton_(*tables.automaton) {}

  /// Puts the last characters of the output into the window; false if there are not enough of them.
  bool begin(std::string_view out, std::size_t& taken_back) noexcept {
    std::size_t at = out.size();
    for (std::size_t i = kTakenBack; i > 0; --i) {
      if (at == 0) return false;
      const utf8::Decoded character = utf8::decode_before(out, at);
      characters_[i - 1] = {character.value, (*tables_.chars)[character.value].class_id};
      at -= character.length;
    }
    taken_back = out.size() - at;
    before_ = out.substr(0, at);
    const auto state = state_after(tables_, before_, automaton_.context());
    if (!state) return false;
    states_[0] = *state;
    size_ = kTakenBack;
    return true;
  }

  /// Steps over the characters that are left and applies the patterns that match; false if the window is too small.
  bool rewrite() noexcept {
    while (done_ < size_) {
      const Transition after = automaton_.step(states_[done_], characters_[done_].class_id);
      const Pattern* pattern = automaton_.match(after);
      if (pattern == nullptr || pattern->keep) {
        states_[++done_] = after.state;
      } else if (!apply(*pattern)) {
        return false;
      }
    }
    return true;
  }

  /// False if the window is full or a hook looks at the character.
  bool add(char32_t c) noexcept {
    const CharInfo info = (*tables_.chars)[c];
    if (size_ == kWindow || info.flags != 0) return false;
    characters_[size_++] = {c, info.class_id};
    return true;
  }

  bool can_resume() const noexcept { return automaton_.can_resume_fast_path(states_[done_]); }

  std::size_t write(char* to) const noexcept {
    const char* const start = to;
    for (std::size_t i = 0; i < size_; ++i) to += utf8::write(characters_[i].value, to);
    return static_cast<std::size_t>(to - start);
  }

 private:
  struct Character {
    char32_t value;
    ClassId class_id;
  };

  /// Applies a pattern whose last character is the one at `done_`.
  bool apply(const Pattern& pattern) noexcept {
    const std::size_t taken = pattern.from_length + std::size_t{pattern.right_length};
    if (taken > done_ + 1 || !pattern.one_for_one.empty() || ++rewrites_ > kMaxRewrites) return false;
    const std::size_t from = done_ + 1 - taken;
    const std::u32string_view to = pattern.conjunction ? conjunction_at(pattern, from) : pattern.to;
    const std::size_t grown = size_ - pattern.from_length + to.size();
    if (grown > kWindow) return false;
    const auto rest = characters_.begin() + static_cast<std::ptrdiff_t>(from + pattern.from_length);
    std::array<Character, kWindow> kept;
    const auto kept_end = std::copy(rest, characters_.begin() + static_cast<std::ptrdiff_t>(size_), kept.begin());
    size_ = from;
    for (const char32_t c : to) {
      if (!add(c)) return false;
    }
    std::copy(kept.begin(), kept_end, characters_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ = grown;
    done_ = from;
    return true;
  }

  /// The replacement of a conjunction pattern after the first `from` characters.
  std::u32string_view conjunction_at(const Pattern& pattern, std::size_t from) const noexcept {
    std::array<char, kFinalWawLookbehind + 4 * kWindow> text;
    const std::string_view last = before_.substr(before_.size() - std::min(before_.size(), kFinalWawLookbehind));
    char* end = std::copy(last.begin(), last.end(), text.data());
    for (std::size_t i = 0; i < from; ++i) end += utf8::write(characters_[i].value, end);
    return replacement_after(pattern, {text.data(), static_cast<std::size_t>(end - text.data())});
  }

  const ScanTables& tables_;
  const Automaton& automaton_;
  std::string_view before_;  // the output before the window
  std::array<Character, kWindow> characters_;
  std::array<Automaton::State, kWindow + 1> states_;  // before each character, up to the one at `done_`
  std::size_t size_ = 0;
  std::size_t done_ = 0;  // characters that the automaton has stepped over
  std::size_t rewrites_ = 0;
};

enum class Lookahead : std::uint8_t { no_match, match, unknown };

/// Steps over the next characters until the fast path can resume. If no pattern matches before that, they are the
/// patch.
Lookahead look_for_match(const ScanTables& tables, std::string_view out, Reader in, Patch& patch) noexcept {
  const Automaton& automaton = *tables.automaton;
  char32_t c = in.next();
  CharInfo info = (*tables.chars)[c];
  if (info.flags != 0) return Lookahead::unknown;
  const auto before = state_after(tables, out, automaton.stop_context(info.class_id));
  if (!before) return Lookahead::unknown;
  Automaton::State state = *before;
  patch.taken_back = patch.size = 0;
  for (std::size_t read = 1;; ++read) {
    const Transition transition = automaton.step(state, info.class_id);
    state = transition.state;
    const Pattern* const pattern = automaton.match(transition);
    if (pattern != nullptr && !pattern->keep) return Lookahead::match;
    patch.size += utf8::write(c, patch.text.data() + patch.size);
    if (automaton.can_resume_fast_path(state)) break;
    if (in.at_end() || read == kWindow) return Lookahead::unknown;
    c = in.next();
    info = (*tables.chars)[c];
    if (info.flags != 0) return Lookahead::unknown;
  }
  patch.read = in.at();
  return Lookahead::no_match;
}

/// The patch for patterns alone; nothing if a hook may have something to do.
[[gnu::always_inline]] inline std::optional<Patch> apply_patterns(const ScanTables& tables, std::string_view out,
                                                                  std::string_view in, bool is_stop) noexcept {
  Patch patch;
  Reader reader(tables, in);
  // A pair of common letters often belongs to no match; a symbol that is a stop by itself nearly always does.
  if (!is_stop) {
    const Lookahead lookahead = look_for_match(tables, out, reader, patch);
    if (lookahead == Lookahead::no_match) return patch;
    if (lookahead == Lookahead::unknown) return std::nullopt;
  }
  Window window(tables);
  if (!window.begin(out, patch.taken_back) || !window.rewrite()) return std::nullopt;
  do {
    if (reader.at_end() || !window.add(reader.next()) || !window.rewrite()) return std::nullopt;
  } while (!window.can_resume());
  patch.read = reader.at();
  patch.size = window.write(patch.text.data());
  return patch;
}

}  // namespace

std::optional<Patch> rewrite_locally(const ScanTables& tables, std::string_view out, std::string_view in,
                                     bool is_stop) noexcept {
  std::optional<Patch> patch = apply_patterns(tables, out, in, is_stop);
  if (!patch) patch = rewrite_marked_word(tables, out, in);
  return patch;
}

}  // namespace sorani::normalize
