#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace sorani::test {

/// Random texts that are hard on the normalizer: each is put together from a few pieces drawn from everything that its
/// rules name (characters, marks of every combining class, presentation forms, references, addresses) and from line
/// ends, ill-formed bytes and ordinary words. Few pieces in one text make the rules meet.
class RandomText {
 public:
  explicit RandomText(std::uint64_t seed) : engine_(seed) {}

  /// A number below `bound`.
  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(engine_); }

  /// A text of up to some hundred bytes.
  std::string text();

  /// Letters, spaces and now and then a sign: what the fast path skips over.
  std::string ordinary(std::size_t letters);

  /// A word or two for a word map, in letters that context rules change.
  std::string mapped_words(bool several);

 private:
  const std::string& any_piece();

  std::mt19937_64 engine_;
};

}  // namespace sorani::test
