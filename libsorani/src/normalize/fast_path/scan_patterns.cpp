#include "normalize/fast_path/scan_patterns.hpp"

#include <algorithm>
#include <string_view>

#include "normalize/hooks/final_waw.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

/// Characters of the output that a pattern may take back, and room for all that is looked at.
constexpr std::size_t kBack = 2;
constexpr std::size_t kRoom = 12;
/// More patterns than this, one after the other, are for the rewriter.
constexpr std::size_t kMostPatterns = 4;
constexpr std::size_t kLongestContext = 16;

/// A short text on which patterns are applied until none fits, as the rewriter does.
class Window {
 public:
  explicit Window(const ScanTables& tables) noexcept : tables_(tables), automaton_(*tables.automaton) {}

  /// Takes the last characters of the output; false if there are not enough of them.
  bool begin(const char* out_begin, const char* out_end, std::size_t& taken_back) noexcept {
    const std::size_t context = automaton_.context();
    if (context > kLongestContext) return false;
    const std::string_view out(out_begin, static_cast<std::size_t>(out_end - out_begin));
    std::array<std::uint8_t, kLongestContext> before;
    std::size_t at = out.size();
    for (std::size_t i = kBack; i > 0; --i) {
      if (at == 0) return false;
      const utf8::Decoded character = utf8::decode_before(out, at);
      characters_[i - 1] = {character.value, (*tables_.chars)[character.value].group};
      at -= character.length;
    }
    taken_back = out.size() - at;
    before_ = out.substr(0, at);
    for (std::size_t i = context; i > 0; --i) {
      if (at == 0) return false;
      const utf8::Decoded character = utf8::decode_before(out, at);
      before[i - 1] = (*tables_.chars)[character.value].group;
      at -= character.length;
    }
    Automaton::State state = Automaton::kRoot;
    for (std::size_t i = 0; i < context; ++i) state = automaton_.step(state, before[i]);
    states_[0] = state;
    size_ = kBack;
    return true;
  }

  /// Goes through what is there; false if it gets too much.
  bool settle() noexcept {
    while (done_ < size_) {
      const Automaton::State after = automaton_.step(states_[done_], characters_[done_].group);
      const Pattern* pattern = automaton_.match(after);
      if (pattern == nullptr || pattern->keep) {
        states_[++done_] = after;
      } else if (!apply(*pattern)) {
        return false;
      }
    }
    return true;
  }

  bool add(char32_t c) noexcept {
    const CharInfo info = (*tables_.chars)[c];
    if (size_ == kRoom || info.flags != 0) return false;
    characters_[size_++] = {c, info.group};
    return true;
  }

  bool is_quiet() const noexcept { return automaton_.quiet(states_[done_]); }

  std::size_t write(char* to) const noexcept {
    const char* const start = to;
    for (std::size_t i = 0; i < size_; ++i) to += utf8::write(characters_[i].value, to);
    return static_cast<std::size_t>(to - start);
  }

 private:
  struct Character {
    char32_t value;
    std::uint8_t group;
  };

  /// Applies a pattern whose last character is the one at `done_`.
  bool apply(const Pattern& pattern) noexcept {
    const std::size_t taken = pattern.from_length + std::size_t{pattern.right_length};
    if (taken > done_ + 1 || !pattern.one_for_one.empty() || ++patterns_ > kMostPatterns) return false;
    const std::size_t from = done_ + 1 - taken;
    const std::u32string_view to = pattern.conjunction ? written_here(pattern, from) : pattern.to;
    const std::size_t grown = size_ - pattern.from_length + to.size();
    if (grown > kRoom) return false;
    const auto rest = characters_.begin() + static_cast<std::ptrdiff_t>(from + pattern.from_length);
    std::array<Character, kRoom> kept;
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

  /// What a pattern writes behind the first `from` characters.
  std::u32string_view written_here(const Pattern& pattern, std::size_t from) const noexcept {
    std::array<char, kFinalWawBytes + 4 * kRoom> text;
    const std::string_view last = before_.substr(before_.size() - std::min(before_.size(), kFinalWawBytes));
    char* end = std::copy(last.begin(), last.end(), text.data());
    for (std::size_t i = 0; i < from; ++i) end += utf8::write(characters_[i].value, end);
    return written_after(pattern, {text.data(), static_cast<std::size_t>(end - text.data())});
  }

  const ScanTables& tables_;
  const Automaton& automaton_;
  std::string_view before_;  // the output before the window
  std::array<Character, kRoom> characters_;
  std::array<Automaton::State, kRoom + 1> states_;  // before each character, up to the one at `done_`
  std::size_t size_ = 0;
  std::size_t done_ = 0;
  std::size_t patterns_ = 0;
};

/// Reads characters of the input, as what they become if that is one character.
class Reader {
 public:
  Reader(const ScanTables& tables, const char* begin, const char* end) noexcept
      : tables_(tables), text_(begin, static_cast<std::size_t>(end - begin)) {}

  bool at_end() const noexcept { return at_ == text_.size(); }
  std::size_t at() const noexcept { return at_; }

  char32_t next() noexcept {
    const utf8::Decoded read = utf8::decode(text_, at_);
    at_ += read.length;
    if (((*tables_.chars)[read.value].flags & kReplaced) == 0) return read.value;
    const Replacement& replacement = *tables_.rules->replacement(read.value);
    return replacement.to.size() == 1 ? replacement.to[0] : read.value;
  }

 private:
  const ScanTables& tables_;
  const std::string_view text_;
  std::size_t at_ = 0;
};

/// Looks whether any pattern ends soon. If not, gives the characters that were looked at as they are.
enum class Look : std::uint8_t { settled, pattern, too_much };
Look look_ahead(const ScanTables& tables, std::string_view out, Reader in, Patched& patched) noexcept {
  const Automaton& automaton = *tables.automaton;
  char32_t c = in.next();
  CharInfo info = (*tables.chars)[c];
  if (info.flags != 0) return Look::too_much;
  // The fast path would have stopped earlier for patterns that began further back.
  const std::size_t context = automaton.stop_context(info.group);
  std::array<std::uint8_t, kLongestContext> before;
  if (context > kLongestContext) return Look::too_much;
  std::size_t at = out.size();
  for (std::size_t i = context; i > 0; --i) {
    if (at == 0) return Look::too_much;
    const utf8::Decoded character = utf8::decode_before(out, at);
    before[i - 1] = (*tables.chars)[character.value].group;
    at -= character.length;
  }
  Automaton::State state = Automaton::kRoot;
  for (std::size_t i = 0; i < context; ++i) state = automaton.step(state, before[i]);
  patched.taken_back = patched.size = 0;
  for (std::size_t read = 1;; ++read) {
    state = automaton.step(state, info.group);
    const Pattern* const pattern = automaton.match(state);
    if (pattern != nullptr && !pattern->keep) return Look::pattern;
    patched.size += utf8::write(c, patched.text.data() + patched.size);
    if (automaton.quiet(state)) break;
    if (in.at_end() || read == kRoom) return Look::too_much;
    c = in.next();
    info = (*tables.chars)[c];
    if (info.flags != 0) return Look::too_much;
  }
  patched.read = in.at();
  return Look::settled;
}

}  // namespace

std::optional<Patched> apply_patterns(const ScanTables& tables, const char* out_begin, const char* out_end,
                                      const char* in, const char* in_end, bool is_stop) noexcept {
  Patched patched;
  Reader reader(tables, in, in_end);
  // A pair of common letters may well fit no pattern; a symbol that is a stop by itself most often does.
  if (!is_stop) {
    const Look look = look_ahead(tables, {out_begin, static_cast<std::size_t>(out_end - out_begin)}, reader, patched);
    if (look == Look::settled) return patched;
    if (look == Look::too_much) return std::nullopt;
  }
  Window window(tables);
  if (!window.begin(out_begin, out_end, patched.taken_back) || !window.settle()) return std::nullopt;
  do {
    if (reader.at_end() || !window.add(reader.next()) || !window.settle()) return std::nullopt;
  } while (!window.is_quiet());
  patched.read = reader.at();
  patched.size = window.write(patched.text.data());
  return patched;
}

}  // namespace sorani::normalize
