#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <sorani/ngram_counter.hpp>
#include <span>
#include <string_view>

#include "count/table/vocabulary.hpp"

namespace sorani::count {

/// Consecutive units of a text, hashed.
struct Batch {
  static constexpr std::size_t kSize = 256;

  base::HashSeeds seeds = base::kHashSeeds;  ///< those of the vocabulary that the keys are for
  std::array<Key, kSize> keys;
  /// True for the first unit of a line. Unspecified if the source was made without line starts.
  std::array<bool, kSize> starts_line;
  std::size_t size = 0;
  std::size_t bytes = 0;  ///< of all keys

  std::span<const Key> all() const noexcept { return {keys.data(), size}; }

  void add(std::string_view unit, std::size_t readable, bool is_first) {
    keys[size] = make_key(unit, readable, seeds);
    starts_line[size] = is_first;
    bytes += unit.size();
    ++size;
  }
};

/// Splits text into the units that are counted, as they are written in keys (escaped if need be).
class TokenSource {
 public:
  virtual ~TokenSource() = default;

  /// Sets the next text; `starts_line` is false if it continues the line of the text before.
  virtual void begin(std::string_view text, bool starts_line) = 0;
  /// Replaces the batch by the next units; it is valid until the next call. False at the end of the text, with an empty
  /// batch.
  virtual bool next(Batch& batch) = 0;
};

/// `with_line_starts`: fill in `Batch::starts_line`, which takes time.
std::unique_ptr<TokenSource> make_token_source(const NgramOptions& options, bool with_line_starts);

/// The greatest separator; all bytes up to it are separators.
inline constexpr unsigned char kLastSeparator = ' ';

/// True for the bytes that separate tokens in pretokenized text: ASCII space and control characters.
constexpr bool is_separator(char c) noexcept { return static_cast<unsigned char>(c) <= kLastSeparator; }

}  // namespace sorani::count
