#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sorani/normalizer.hpp>

#include "base/output_buffer.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {

/// A character to be pushed, and its origin: a position in the text.
struct Pending {
  char32_t value;
  std::size_t origin;
};

/// In place of a boundary: the end of a fragment. Not NUL, which is a line end.
inline constexpr char32_t kNoBoundary = 0xFFFFFFFF;

/// The output of one run of the rewriter, and the pending characters, which are to be pushed before the rest of the
/// input. This is all that hooks see.
///
/// A hook looks at `written()`. To change the output it takes back the end of it and makes the replacement pending, and
/// returns true; the rewriter then computes the automaton's state anew. Positions are bytes from the start of the run.
class OutputTail {
 public:
  /// Starts a run that appends about `expected` bytes to `out`. Changes are reported to `sink`, if there is one.
  void begin(std::string& out, const ChangeSink* sink, std::size_t expected);
  /// Ends it: gives `out` its size.
  void finish() { buffer_.finish(); }

  std::string_view written() const noexcept { return buffer_.written(begin_); }
  std::size_t size() const noexcept { return buffer_.size() - begin_; }
  /// The last character. The output must not be empty.
  utf8::Decoded last() const noexcept { return utf8::decode_before(written(), size()); }
  /// The position before `boundary`, which is the last character, or the size if it is kNoBoundary.
  std::size_t end_before(char32_t boundary) const noexcept {
    return size() - (boundary == kNoBoundary ? 0 : last().length);
  }

  /// Where in the text the byte at a position came from; 0 if there is no sink.
  std::size_t origin_of(std::size_t position) const noexcept { return sink_ == nullptr ? 0 : origins_[position]; }
  /// That of every byte; empty if there is no sink.
  const std::vector<std::size_t>& origins() const noexcept { return origins_; }
  bool has_sink() const noexcept { return sink_ != nullptr; }

  void append(char32_t c, std::size_t origin) {
    buffer_.advance(utf8::write(c, buffer_.room(kMaxLength)));
    if (sink_ != nullptr) origins_.resize(size(), origin);
  }

  /// A place for `bytes` more; `advance` adds those written there. Only if there is no sink.
  char* room(std::size_t bytes) { return buffer_.room(bytes); }
  void advance(std::size_t bytes) noexcept { buffer_.advance(bytes); }

  /// Removes all but the first `size` bytes.
  void truncate(std::size_t size) {
    buffer_.shrink(begin_ + size);
    low_water_mark_ = std::min(low_water_mark_, size);
    if (sink_ != nullptr) origins_.resize(size);
  }

  /// The least size of the output since this was last called: what is before it has not changed.
  std::size_t take_low_water_mark() noexcept { return std::exchange(low_water_mark_, size()); }

  /// Makes a character pending, before all others.
  void unread(char32_t value, std::size_t origin) { pending_.push_back({value, origin}); }
  void unread(std::u32string_view text, std::size_t origin) {
    for (std::size_t i = text.size(); i-- > 0;) pending_.push_back({text[i], origin});
  }
  bool has_pending() const noexcept { return !pending_.empty(); }
  Pending take_pending() noexcept {
    const Pending next = pending_.back();
    pending_.pop_back();
    return next;
  }

  /// Takes back everything from `from` on, and makes `text` pending; after it `boundary`, the last character of the
  /// output, if it is not kNoBoundary. Reports that as a change by `rule`.
  void replace_tail(std::size_t from, std::u32string_view text, char32_t boundary, std::string_view rule);

  /// Reports a change to the sink, if there is one.
  void report(std::string_view rule, std::size_t origin, std::string_view before, std::u32string_view after) const;

 private:
  static constexpr std::size_t kMaxLength = 8;  // of an encoded character, rounded up
  static constexpr std::size_t kSlack = 256;    // free bytes at the start, so that few texts outgrow them

  base::OutputBuffer buffer_;
  std::size_t begin_ = 0;  // bytes that were in the output before this run
  std::size_t low_water_mark_ = 0;
  const ChangeSink* sink_ = nullptr;
  std::vector<std::size_t> origins_;  // of each byte; only if there is a sink
  std::vector<Pending> pending_;      // the next one last
};

}  // namespace sorani::normalize
