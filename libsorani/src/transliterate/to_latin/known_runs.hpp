#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/ascii_finder.hpp"
#include "base/memory.hpp"
#include "base/output_buffer.hpp"
#include "base/swar.hpp"
#include "transliterate/cache/word_cache.hpp"

namespace sorani::transliterate {

/// Converts words that are in the cache, in batches: the cache lines of a batch are prefetched before the first word is
/// looked up, so that their latencies overlap.
///
/// A word here is a run of non-ASCII bytes without the sign that may end it. `Host` knows the rest:
///   * `is_between(char)`: the ASCII character is copied and may be between two runs;
///   * `word_end(text, begin, end)`: the end of the word whose run is from `begin` to `end`. `end` if no sign ends it;
///     it can be greater if more is read together with the word;
///   * `put_sign(text, at, to)`: writes the sign at `at` and returns how many bytes, at most `kMaxSignBytes`;
///   * `may_be_known(word)`: false if the word is not in the cache, which is then not asked;
///   * `convert(text, begin, end, out)`: converts a run that is not in the cache; false ends the conversion after it.
template <typename Host>
class KnownRuns {
 public:
  static constexpr std::size_t kSignBytes = 2;
  static constexpr std::size_t kMaxSignBytes = 2;

  KnownRuns(Host& host, WordCache& cache, base::AsciiFinder& ascii) : host_(host), cache_(cache), ascii_(ascii) {}

  /// Converts from `begin` on, where a run or a character between runs is. Returns the end of what was converted; past
  /// it, neither of them is, or `Host::convert` has ended the conversion.
  std::size_t convert(std::string_view text, std::size_t begin, base::OutputBuffer& out) {
    std::array<Run, kBatch> runs;
    std::size_t done = begin;
    for (;;) {
      const std::size_t count = find_runs(text, done, runs);
      for (std::size_t i = 0; i < count; ++i) {
        if (!put_run(text, done, runs[i], out)) return done;
      }
      if (count < kBatch) return done;
    }
  }

 private:
  static constexpr std::size_t kBatch = 16;

  struct Run {
    std::size_t begin;
    std::size_t word_end;
    std::size_t end;  ///< of the word and the sign after it
    WordCache::Location location;
  };

  std::size_t find_runs(std::string_view text, std::size_t from, std::array<Run, kBatch>& runs) {
    std::size_t count = 0;
    for (std::size_t end = from; count < kBatch; ++count) {
      std::size_t next = end;
      while (next < text.size() && host_.is_between(text[next])) ++next;
      if (next == text.size() || static_cast<std::uint8_t>(text[next]) < 0x80) break;
      end = run_end(text, next);
      const std::size_t word_end = host_.word_end(text, next, end);
      end = std::max(word_end, end);
      runs[count] = {next, word_end, end, cache_.locate(text.substr(next, word_end - next), text.size() - next)};
    }
    return count;
  }

  /// The end of the non-ASCII bytes that begin at `at`.
  std::size_t run_end(std::string_view text, std::size_t at) noexcept {
    constexpr std::size_t kMost = 32;  // bytes of most runs
    if (text.size() - at >= kMost) {
      std::uint64_t is_ascii = 0;
      for (std::size_t i = 0; i < kMost; i += 8) {
        is_ascii |= base::gather_high_bits(~base::to_little_endian(base::load64(text.data() + at + i))) << i;
      }
      if (is_ascii != 0) return at + static_cast<std::size_t>(std::countr_zero(is_ascii));
    }
    return std::min(ascii_.next(at), text.size());
  }

  /// Converts what is between `done` and the end of a run, and sets `done` to the end.
  bool put_run(std::string_view text, std::size_t& done, const Run& run, base::OutputBuffer& out) {
    const std::size_t between = run.begin - done;
    char* to = out.room(between + WordCache::kMaxFirstLevelBytes + kMaxSignBytes);
    if (between == 1) {
      *to = text[done];
    } else {
      std::memcpy(to, text.data() + done, between);
    }
    out.advance(between);
    to += between;
    done = run.end;
    const std::string_view word(text.data() + run.begin, run.word_end - run.begin);
    const std::string_view known = host_.may_be_known(word) ? cache_.find(word, run.location) : std::string_view();
    if (known.data() == nullptr) return host_.convert(text, run.begin, run.end, out);
    constexpr std::size_t kPart = WordCache::kReadableBytes;
    if (known.size() <= kPart) {
      std::memcpy(to, known.data(), kPart);
    } else {
      to = out.room(known.size() + kMaxSignBytes);
      std::memcpy(to, known.data(), known.size());
    }
    out.advance(known.size());
    if (run.word_end < run.end) out.advance(host_.put_sign(text, run.word_end, to + known.size()));
    return true;
  }

  Host& host_;
  WordCache& cache_;
  base::AsciiFinder& ascii_;
};

}  // namespace sorani::transliterate
