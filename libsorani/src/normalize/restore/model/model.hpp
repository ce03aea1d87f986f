#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "base/memory.hpp"
#include "normalize/restore/letters.hpp"
#include "normalize/restore/model/packed_table.hpp"

/// The language model of restoring: known words, pairs of neighboring words, and the letters of unknown words. Costs
/// are negative natural logarithms of probabilities.
namespace sorani::normalize::restore {

/// The step of the costs of words and of pairs, and of letters.
inline constexpr float kWordStep = 0.25F;
inline constexpr float kLetterStep = 1 / 16.0F;

/// The number of a known word; kUnknownWord of another one.
using WordNumber = std::uint32_t;
inline constexpr WordNumber kUnknownWord = UINT32_MAX;
/// In pairs, what stands where no word does: punctuation, a number, the end of the line.
inline constexpr WordNumber kBoundary = UINT32_MAX - 1;

/// The class of each letter, see build/word_records.cpp.
using LetterClasses = std::array<std::uint8_t, kLetterCount>;

/// The key of a word: a hash of the classes of its letters, without those of kNoClass, and without ا before all others,
/// as which ئ is typed at the begin of words. All that may be typed for a word has one of few keys.
class FoldedKey {
 public:
  static constexpr std::uint8_t kNoClass = 0;
  static constexpr std::uint8_t kAlef = 2;

  void push(std::uint8_t letter_class) noexcept {
    if (letter_class == kNoClass || (letter_class == kAlef && hash_ == 0)) return;
    hash_ = (hash_ ^ letter_class) * 0x9E3779B97F4A7C15u;
  }
  /// `buckets` is a power of two.
  std::size_t bucket(std::size_t buckets) const noexcept {
    return static_cast<std::size_t>((hash_ ^ hash_ >> 32) * 0xBF58476D1CE4E5B9u >> 40) & (buckets - 1);
  }
  auto operator<=>(const FoldedKey&) const = default;

 private:
  std::uint64_t hash_ = 0;
};

/// The known words, in a hash table by folded key. A bucket holds the records of its words, those that cost less first;
/// a record is a byte for the cost and a byte for each letter, the last one of which is marked. The number of a word is
/// where its record begins.
class Vocabulary {
 public:
  static constexpr std::uint8_t kLastLetter = 0x80;
  static constexpr std::uint8_t kLetterMask = 0x3F;
  static constexpr std::uint8_t kCopy = 0x40;   ///< beside a cost: the word has its number by another record
  static constexpr int kMostSteps = kCopy - 1;  ///< that a word costs
  static constexpr std::size_t kPadding = 8;    ///< bytes behind the last record

  Vocabulary(std::span<const std::uint8_t> classes, std::span<const std::uint32_t> buckets,
             std::span<const std::uint8_t> records) noexcept
      : classes_(classes), buckets_(buckets), records_(records) {}

  std::uint8_t class_of(Letter letter) const noexcept { return classes_[letter]; }

  /// The first word of the bucket of a key, and the end of the bucket.
  struct Bucket {
    WordNumber begin;
    WordNumber end;
  };
  Bucket bucket(const FoldedKey& key) const noexcept {
    const std::size_t at = key.bucket(buckets_.size() - 1);
    return {buckets_[at], buckets_[at + 1]};
  }
  /// The next word of a bucket, or its end.
  WordNumber next(WordNumber word) const noexcept {
    for (++word;; word += 8) {
      const std::uint64_t marks = base::to_little_endian(load(word)) & kLastLetters;
      if (marks != 0) return word + static_cast<WordNumber>(std::countr_zero(marks) / 8 + 1);
    }
  }
  /// The last letter of a word, given the next one.
  Letter last_letter(WordNumber next) const noexcept { return records_[next - 1] & kLetterMask; }

  float cost(WordNumber word) const noexcept { return static_cast<float>(records_[word] & kMostSteps) * kWordStep; }
  bool is_copy(WordNumber word) const noexcept { return (records_[word] & kCopy) != 0; }
  /// The letters of a word, the last one marked with kLastLetter.
  const Letter* letters(WordNumber word) const noexcept { return &records_[word + 1]; }

  /// The number of a word, or kUnknownWord.
  WordNumber find(LetterView word) const noexcept;
  /// The number of words; takes time in proportion to it.
  std::size_t size() const noexcept;

 private:
  static constexpr std::uint64_t kLastLetters = 0x8080808080808080;
  std::uint64_t load(WordNumber at) const noexcept {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, &records_[at], sizeof bytes);
    return bytes;
  }

  std::span<const std::uint8_t> classes_;  // by letter
  std::span<const std::uint32_t> buckets_;
  std::span<const std::uint8_t> records_;
};

/// How much likelier words are behind each other than each by itself.
class WordPairs {
 public:
  explicit WordPairs(std::span<const std::uint32_t> pairs) noexcept : pairs_(pairs) {}

  /// What is to be known of a word to score pairs that begin with it.
  struct First {
    WordNumber word = kUnknownWord;
    std::uint8_t backoff = 0;  ///< the cost of pairs that are not in the table; 0 if no pair is
  };
  First first(WordNumber word) const noexcept {
    if (word == kUnknownWord) return {};
    return {word, pairs_.find(key(word, kUnknownWord)).value_or(0)};
  }

  /// What the cost of `second` grows by behind `first`.
  float cost(First first, WordNumber second) const noexcept {
    if (first.backoff == 0 || second == kUnknownWord) return 0;
    const auto gain = pairs_.find(key(first.word, second));
    return static_cast<float>(gain ? kNoGain - *gain : first.backoff) * kWordStep;
  }
  float cost(WordNumber word, WordNumber second) const noexcept { return cost(first(word), second); }

  /// With kUnknownWord as `second`, the table has the backoff of `first`.
  static constexpr std::uint64_t key(WordNumber first, WordNumber second) noexcept {
    return std::uint64_t{first} << 32 | second;
  }
  static constexpr int kNoGain = 64;  ///< the value in the table of a pair that is as likely as its words

 private:
  PackedTable pairs_;
};

/// The letters of words: 4-grams, interpolated by Witten and Bell. A row holds the costs of every letter behind three
/// letters; where these were hardly ever seen, it is the row of the last two.
class LetterModel {
 public:
  /// The last three letters.
  using Context = std::uint32_t;

  LetterModel(std::span<const std::uint16_t> row_numbers, std::span<const std::uint8_t> fourgrams,
              std::span<const std::uint8_t> trigrams) noexcept
      : row_numbers_(row_numbers), fourgrams_(fourgrams), trigrams_(trigrams) {}

  static constexpr std::size_t kSymbols = kLetterCount + 1;
  static constexpr std::size_t kTrigrams = kSymbols * kSymbols * kSymbols;
  static constexpr std::uint16_t kNoRow = UINT16_MAX;
  static constexpr Context kStart = (kEdge << 6 | kEdge) << 6 | kEdge;

  static constexpr Context next(Context context, Letter letter) noexcept { return (context << 6 | letter) & 0x3FFFF; }

  /// The costs of letters behind others, in steps of kLetterStep.
  const std::uint8_t* row(Context context) const noexcept {
    const std::size_t number = row_numbers_[index(context)];
    return number == kNoRow ? &trigrams_[index(context << 6 & 0x3FFFF)] : &fourgrams_[number * kSymbols];
  }
  float cost(Context context, Letter letter) const noexcept {
    return static_cast<float>(row(context)[letter]) * kLetterStep;
  }

  /// Of a whole word.
  float cost(LetterView word) const noexcept {
    float sum = 0;
    Context context = kStart;
    for (const Letter letter : word) {
      sum += cost(context, letter);
      context = next(context, letter);
    }
    return sum + cost(context, kEdge);
  }

  static constexpr std::size_t index(Context trigram) noexcept {
    return ((trigram >> 12) * kSymbols + (trigram >> 6 & 0x3F)) * kSymbols + (trigram & 0x3F);
  }

 private:
  std::span<const std::uint16_t> row_numbers_;  // by trigram
  std::span<const std::uint8_t> fourgrams_;     // rows
  std::span<const std::uint8_t> trigrams_;      // the costs of the third letter
};

struct Model {
  Vocabulary words;
  WordPairs pairs;
  LetterModel letters;
};

const Model& built_in_model();

}  // namespace sorani::normalize::restore
