#include "normalize/scan_patterns.hpp"

#include <algorithm>
#include <string_view>

#include "unicode/utf8.hpp"

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
    std::array<std::uint8_t, kLongestContext> before{};
    std::size_t at = out.size();
    for (std::size_t i = kBack; i > 0; --i) {
      if (at == 0) return false;
      const unicode::Decoded character = unicode::decode_before(out, at);
      characters_[i - 1] = {character.value, (*tables_.chars)[character.value].group};
      at -= character.length;
    }
    taken_back = out.size() - at;
    for (std::size_t i = context; i > 0; --i) {
      if (at == 0) return false;
      const unicode::Decoded character = unicode::decode_before(out, at);
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
    for (std::size_t i = 0; i < size_; ++i) to += unicode::write(characters_[i].value, to);
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
    const std::size_t grown = size_ - pattern.from_length + pattern.to.size();
    if (grown > kRoom) return false;
    const auto rest = characters_.begin() + static_cast<std::ptrdiff_t>(from + pattern.from_length);
    std::array<Character, kRoom> kept{};
    const auto kept_end = std::copy(rest, characters_.begin() + static_cast<std::ptrdiff_t>(size_), kept.begin());
    size_ = from;
    for (const char32_t c : pattern.to) {
      if (!add(c)) return false;
    }
    std::copy(kept.begin(), kept_end, characters_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ = grown;
    done_ = from;
    return true;
  }

  const ScanTables& tables_;
  const Automaton& automaton_;
  std::array<Character, kRoom> characters_{};
  std::array<Automaton::State, kRoom + 1> states_{};  // before each character, up to the one at `done_`
  std::size_t size_ = 0;
  std::size_t done_ = 0;
  std::size_t patterns_ = 0;
};

/// The character that one of the input becomes, if that is one.
char32_t replaced(const ScanTables& tables, char32_t c) noexcept {
  const Replacement* const replacement = tables.rules->replacement(c);
  return replacement == nullptr || replacement->to.size() != 1 ? c : replacement->to[0];
}

}  // namespace

std::optional<Patched> apply_patterns(const ScanTables& tables, const char* out_begin, const char* out_end,
                                      const char* in, const char* in_end) noexcept {
  const std::string_view text(in, static_cast<std::size_t>(in_end - in));
  unicode::Decoded next = unicode::decode(text, 0);
  next.value = replaced(tables, next.value);
  if ((*tables.chars)[next.value].flags != 0) return std::nullopt;
  Patched patched;
  Window window(tables);
  if (!window.begin(out_begin, out_end, patched.taken_back) || !window.settle()) return std::nullopt;
  patched.read = 0;
  for (;;) {
    if (!window.add(next.value) || !window.settle()) return std::nullopt;
    patched.read += next.length;
    if (window.is_quiet()) break;
    if (patched.read == text.size()) return std::nullopt;
    next = unicode::decode(text, patched.read);
    next.value = replaced(tables, next.value);
  }
  patched.size = window.write(patched.text.data());
  return patched;
}

}  // namespace sorani::normalize
