#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/random.hpp"
#include "corpus/word_maker.hpp"

namespace corpus {

/// An endless vocabulary with the word frequencies of vocabulary.tsv: memory stays the same however many words are
/// drawn, and the number of different ones grows as in real text.
class Vocabulary {
 public:
  /// Reads its tables from the directory `data`.
  Vocabulary(const std::string& data, std::uint64_t seed);

  /// The next word of a document of the kind `kind` (0 or 1), whose subjects have words of their own; valid until the
  /// next call.
  std::string_view draw(Random& random, std::size_t kind = 0);

 private:
  /// `index`, or the other one of its pair.
  std::uint64_t of_kind(std::uint64_t index, std::size_t kind, Random& random) const;

  /// Words up to this rank are kept; those after it are spelled anew each time.
  static constexpr std::uint64_t kKept = 1U << 16U;

  WordMaker maker_;
  std::vector<std::string> words_;
  WeightedChoice choice_;   ///< an index of `words_`, or their number for a rarer word
  double tail_power_ = 0;   ///< the power of a uniform number that gives a rare word's rank
  std::size_t common_ = 0;  ///< words at the begin of `words_` that belong to every kind
  double topical_ = 0;      ///< chance that another word is one of its kind
  std::string rare_;
};

}  // namespace corpus
