#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <sorani/ngram_counter.hpp>
#include <span>
#include <string_view>

#include "count/table/vocabulary.hpp"

namespace sorani::count {

/// Some of the units of a text, in order.
struct Batch {
  static constexpr std::size_t kSize = 256;

  base::HashSeeds seeds = base::kHashSeeds;  ///< of the lexicon that the keys are for
  std::array<Key, kSize> keys;
  /// No unit of the same line comes before. Only told where borders are asked for.
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

/// Cuts text into the units that are counted, as they are written in keys.
class TokenSource {
 public:
  virtual ~TokenSource() = default;

  /// The text that comes next; `starts_line` if it does not go on with a line.
  virtual void begin(std::string_view text, bool starts_line) = 0;
  /// Fills the batch, which stays valid until the next call. False at the end of the text; the batch is empty then.
  virtual bool next(Batch& batch) = 0;
};

/// `with_borders` says whether it has to find out where lines start.
std::unique_ptr<TokenSource> make_token_source(const NgramOptions& options, bool with_borders);

/// Appends a unit with backslashes for what would be taken for the end of a key; see `NgramCounter`.
void append_escaped(std::string_view unit, std::string& out);

/// Separators are all up to this one.
inline constexpr unsigned char kLastSeparator = ' ';

/// True of what stands between tokens in text that is cut already: spaces and control characters of ASCII.
constexpr bool is_separator(char c) noexcept { return static_cast<unsigned char>(c) <= kLastSeparator; }

}  // namespace sorani::count
