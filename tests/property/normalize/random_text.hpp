#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace sorani::test {

/// Random texts in which the normalizer's rules interact. Each consists of repetitions of a few pieces, drawn from all
/// that rules name (characters, marks of every combining class, presentation forms, references, addresses) and from
/// line ends, ill-formed bytes and ordinary words.
class RandomText {
 public:
  explicit RandomText(std::uint64_t seed) : engine_(seed) {}

  /// A number below `bound`.
  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(engine_); }

  /// A text of up to some hundred bytes.
  std::string text();

  /// Letters, spaces and a few line ends: text that the fast path copies.
  std::string ordinary(std::size_t letters);

  /// Words of an Arabic quotation with vowel marks, in and out of canonical order.
  std::string marked(std::size_t letters);

  /// One or several words for a word map, of letters that rules change.
  std::string mapped_words(bool several);

 private:
  const std::string& any_piece();

  std::mt19937_64 engine_;
};

}  // namespace sorani::test
