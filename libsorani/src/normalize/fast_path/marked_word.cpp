// The rewriter pushes the characters of a word one by one. A mark that is out of canonical order is put in its place,
// and the word from there on is pushed again; the character after the word has its marks replaced or deleted, and the
// word is pushed again as a whole. Nearly always no pattern matches on the way, so what remains of all this is the last
// spelling of the word. That no pattern matches is checked for the word as it is read and as it is written.

#include "normalize/fast_path/marked_word.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "normalize/fast_path/local_text.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

/// True if the character is a combining mark that hooks look at: it may have to be put in order, or the word around it
/// is subject to the rules for vowel marks.
constexpr bool is_mark_for_hooks(CharInfo info) noexcept {
  return info.flags != 0 && (info.flags & ~(kOrdersMarks | kArabicMark)) == 0;
}

/// Characters of the word, and of what follows until the fast path can resume; with two bytes each they fit a patch.
constexpr std::size_t kMaxWord = 30;

class MarkedWord {
 public:
  explicit MarkedWord(const ScanTables& tables) noexcept : tables_(tables), automaton_(*tables.automaton) {}

  /// Takes the part of the word that is in the output; false if its start is not.
  bool take_back(std::string_view out) noexcept {
    std::size_t at = out.size();
    std::size_t from = kMaxWord;  // collects from the end of the buffer
    for (;;) {
      if (at == 0) return false;
      const utf8::Decoded before = utf8::decode_before(out, at);
      if (!(*tables_.chars)[before.value].in_word) break;
      if (from == 0) return false;
      word_[--from] = before.value;
      at -= before.length;
    }
    std::copy(word_.begin() + static_cast<std::ptrdiff_t>(from), word_.end(), word_.begin());
    size_ = kMaxWord - from;
    const auto before_word = state_after(tables_, out.substr(0, at), automaton_.context());
    const auto now = state_after(tables_, out, automaton_.context());
    if (!before_word || !now) return false;
    before_word_ = *before_word;
    state_ = *now;
    taken_back_ = out.size() - at;
    return true;
  }

  /// Reads to the end of the word; false if a pattern matches, or if marks cannot be put in order here.
  bool read(Reader& in) noexcept {
    for (;;) {
      if (in.at_end()) return false;
      const char32_t c = in.next();
      const CharInfo info = (*tables_.chars)[c];
      if (info.flags != 0 && !is_mark_for_hooks(info)) return false;
      if (!step(state_, info.class_id)) return false;
      if (!info.in_word) {
        boundary_ = c;
        return info.flags == 0;
      }
      if (size_ == kMaxWord) return false;
      word_[size_++] = c;
      if ((info.flags & kOrdersMarks) != 0 && !order_last()) return false;
    }
  }

  /// Applies the rules for vowel marks, and writes the result; false if a pattern matches in it.
  bool write(Patch& patch) noexcept {
    if (const auto respelled = tables_.marks.respell({word_.data(), size_})) size_ = respelled->length;
    state_ = before_word_;
    patch.taken_back = taken_back_;
    patch.size = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      if (!add(word_[i], patch)) return false;
    }
    return add(boundary_, patch);
  }

  /// Reads on until the fast path can resume.
  bool resume(Reader& in, Patch& patch) noexcept {
    while (!automaton_.can_resume_fast_path(state_)) {
      if (in.at_end()) return false;
      const char32_t c = in.next();
      if ((*tables_.chars)[c].flags != 0 || !add(c, patch)) return false;
    }
    patch.read = in.at();
    return true;
  }

 private:
  /// False if a pattern matches.
  bool step(Automaton::State& state, ClassId class_id) const noexcept {
    const Transition transition = automaton_.step(state, class_id);
    const Pattern* const pattern = automaton_.match(transition);
    state = transition.state;
    return pattern == nullptr || pattern->keep;
  }

  bool add(char32_t c, Patch& patch) noexcept {
    constexpr std::size_t kLongest = 4;
    if (patch.size + kLongest > patch.text.size() || !step(state_, (*tables_.chars)[c].class_id)) return false;
    patch.size += utf8::write(c, patch.text.data() + patch.size);
    return true;
  }

  /// Puts the last mark into canonical order; false if that takes more than to exchange it with the one before it.
  bool order_last() noexcept {
    const char32_t mark = word_[size_ - 1];
    const auto mark_class = utf8::combining_class(mark);
    if (utf8::nfc_maybe(mark) || mark_class == 0 || size_ < 2) return false;
    char32_t& before = word_[size_ - 2];
    if (utf8::combining_class(before) <= mark_class) return true;
    const char32_t base = size_ < 3 ? mark : word_[size_ - 3];
    if (utf8::combining_class(base) != 0 || !utf8::canonical_decomposition(base).empty()) return false;
    std::swap(before, word_[size_ - 1]);
    return true;
  }

  const ScanTables& tables_;
  const Automaton& automaton_;
  std::array<char32_t, kMaxWord> word_;
  std::size_t size_ = 0;
  char32_t boundary_ = 0;
  std::size_t taken_back_ = 0;
  Automaton::State before_word_ = Automaton::kRoot;
  Automaton::State state_ = Automaton::kRoot;
};

}  // namespace

std::optional<Patch> rewrite_marked_word(const ScanTables& tables, std::string_view out,
                                         std::string_view text) noexcept {
  Reader in(tables, text);
  if (!is_mark_for_hooks((*tables.chars)[Reader(in).next()])) return std::nullopt;
  MarkedWord word(tables);
  Patch patch;
  if (!word.take_back(out) || !word.read(in) || !word.write(patch) || !word.resume(in, patch)) return std::nullopt;
  return patch;
}

}  // namespace sorani::normalize
