#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <type_traits>

#include <sorani/export.hpp>

namespace sorani {
inline namespace v0 {

/// A slice of the text that was split, from its first token to its last.
struct Sentence {
  std::string_view text;
  std::size_t offset;  ///< bytes from the start of the text to the sentence
};

/// Splits text into sentences.
///
/// A sentence ends at the end of its line, or after . ! ? ؟ … and the closing brackets and quotation marks after them,
/// and nowhere else. It does not end after abbreviations, initials and the numbers of lists, nor inside numbers,
/// addresses and brackets, nor at an ellipsis beside a lone و or before هتد, nor between speech and a verb of saying
/// after it («باش!» وتی ئازاد.). An end mark without a space after it ends a sentence if there are words on both sides.
/// Whether one of " ' “ ” „ ‘ ’ opens or closes is decided by the spaces beside it. Between two sentences there are
/// only white space and invisible controls.
///
/// The sentences of a line depend on that line alone. Lines must be whole. Any bytes are accepted; nothing is
/// allocated.
///
/// An object can be copied freely and used by several threads at once.
class SORANI_API SentenceSplitter {
 public:
  /// `line_end` is what ends a line: '\n' or NUL.
  explicit SentenceSplitter(char line_end = '\n') noexcept : line_end_(line_end) {}

  /// Calls `sink(const Sentence&)` for each sentence of `text`.
  template <typename Sink>
  void operator()(std::string_view text, Sink&& sink) const {
    using Pointer = std::remove_reference_t<Sink>*;
    run(
        text, [](void* to, const Sentence& sentence) { (*static_cast<Pointer>(to))(sentence); },
        const_cast<void*>(static_cast<const void*>(std::addressof(sink))));
  }

 private:
  void run(std::string_view text, void (*emit)(void*, const Sentence&), void* to) const;

  char line_end_;
};

}  // namespace v0
}  // namespace sorani
