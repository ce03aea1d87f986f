// The buckets of the vocabulary, and the classes of letters that its keys are made of.
//
// Letters that may be typed as the same one are of one class (disjoint sets); a class that has a letter which may be
// left out has no part in keys: ە و ۆ ی ێ ه ئ. A letter that is always typed as itself has a class of its own even so:
// ا and ف. As ئ may be typed as ا, and ڤ as ف, such words have several keys; a bucket for each has a copy of the
// record.
#include <algorithm>
#include <bit>
#include <cmath>
#include <compare>
#include <map>
#include <numeric>
#include <set>

#include "normalize/restore/build/model_builder.hpp"

namespace sorani::normalize::restore {
namespace {

/// A bucket for so many words: less, and unlike keys share buckets too often; more, and the table of buckets is large.
constexpr std::size_t kWordsPerBucket = 4;

std::uint8_t record_cost(const CountedWord& word, double total) {
  const double steps = std::round(std::log(total / count_of(word)) / double{kWordStep});
  return static_cast<std::uint8_t>(std::clamp(steps, 0.0, double{Vocabulary::kMostSteps}));
}

/// Disjoint sets of letters, by path halving (Tarjan and van Leeuwen 1984).
class LetterSets {
 public:
  LetterSets() { std::iota(parents_.begin(), parents_.end(), std::size_t{0}); }
  std::size_t find(std::size_t letter) {
    while (parents_[letter] != letter) letter = parents_[letter] = parents_[parents_[letter]];
    return letter;
  }
  void join(std::size_t a, std::size_t b) { parents_[std::max(find(a), find(b))] = std::min(find(a), find(b)); }

 private:
  std::array<std::size_t, kLetterCount> parents_;
};

/// What folded keys are made of.
class KeyClasses {
 public:
  explicit KeyClasses(const std::vector<Typing>& typings) : typings_(typings) {
    LetterSets sets;
    std::map<char32_t, Letter> first_typed_so;
    for (const Typing& typing : typings) {
      if (typing.letters.size() > 1 || typing.typed.size() != 1) continue;
      const auto [first, is_new] = first_typed_so.emplace(typing.typed[0], typing.letters[0]);
      if (!is_new) sets.join(first->second, typing.letters[0]);
    }
    std::array<bool, kLetterCount> is_left_out{};
    for (const Typing& typing : typings) {
      if (typing.typed.empty()) is_left_out[sets.find(typing.letters[0])] = true;
    }
    for (std::size_t letter = 0; letter < kLetterCount; ++letter) {
      const std::size_t set = sets.find(letter);
      letters_[letter] = is_left_out[set] ? FoldedKey::kNoClass : static_cast<std::uint8_t>(set + 1);
    }
    for (const Typing& typing : typings) {
      if (typing.letters.size() > 1 || !typing.is_only_way) continue;
      std::uint8_t& own = letters_[typing.letters[0]];
      if (own == FoldedKey::kNoClass) own = static_cast<std::uint8_t>(typing.letters[0] + 1);
    }
    for (const Typing& typing : typings) {
      if (typing.letters.size() > 1 || typing.typed.size() != 1) continue;
      std::uint8_t& typed = typed_[typing.typed[0]];
      typed = std::max(typed, letters_[typing.letters[0]]);
    }
  }

  const LetterClasses& letters() const { return letters_; }

  /// The keys of all that may be typed for a word.
  std::set<FoldedKey> keys(const LetterString& word) const {
    std::vector<std::set<FoldedKey>> behind(word.size() + 1);  // so many letters
    behind[0].emplace();
    for (std::size_t at = 0; at < word.size(); ++at) {
      for (const Typing& typing : typings_) {
        if (word.compare(at, typing.letters.size(), typing.letters) != 0) continue;
        for (FoldedKey key : behind[at]) {
          for (const char32_t c : typing.typed) key.push(typed_class(c));
          behind[at + typing.letters.size()].insert(key);
        }
      }
    }
    return behind.back();
  }

 private:
  std::uint8_t typed_class(char32_t c) const {
    const auto found = typed_.find(c);
    return found == typed_.end() ? FoldedKey::kNoClass : found->second;
  }

  const std::vector<Typing>& typings_;
  LetterClasses letters_{};
  std::map<char32_t, std::uint8_t> typed_;
};

struct Record {
  std::size_t bucket;
  std::uint8_t cost;
  LetterView letters;
  bool is_copy;
  auto operator<=>(const Record&) const = default;
};

}  // namespace

void build_word_records(const std::vector<CountedWord>& words, const std::vector<Typing>& typings,
                        ModelArrays& arrays) {
  const KeyClasses classes(typings);
  arrays.letter_classes = classes.letters();
  arrays.buckets.resize(std::bit_ceil(words.size() / kWordsPerBucket + 2) + 1);
  const std::size_t buckets = arrays.buckets.size() - 1;
  double total = 0;
  for (const CountedWord& word : words) total += count_of(word);
  std::vector<Record> records;
  for (const CountedWord& word : words) {
    FoldedKey own;
    for (const Letter letter : word.letters) own.push(arrays.letter_classes[letter]);
    const std::uint8_t cost = record_cost(word, total);
    records.push_back({own.bucket(buckets), cost, word.letters, false});
    std::set<std::size_t> others;
    for (const FoldedKey key : classes.keys(word.letters)) others.insert(key.bucket(buckets));
    others.erase(own.bucket(buckets));
    for (const std::size_t bucket : others) records.push_back({bucket, cost, word.letters, true});
  }
  std::sort(records.begin(), records.end());
  std::size_t next = 0;
  for (std::size_t bucket = 0; bucket < arrays.buckets.size(); ++bucket) {
    arrays.buckets[bucket] = static_cast<std::uint32_t>(arrays.word_records.size());
    for (; next < records.size() && records[next].bucket == bucket; ++next) {
      const Record& record = records[next];
      arrays.word_records.push_back(static_cast<std::uint8_t>(record.cost | (record.is_copy ? Vocabulary::kCopy : 0)));
      arrays.word_records.insert(arrays.word_records.end(), record.letters.begin(), record.letters.end());
      arrays.word_records.back() |= Vocabulary::kLastLetter;
    }
  }
  arrays.word_records.insert(arrays.word_records.end(), Vocabulary::kPadding, 0);
}

}  // namespace sorani::normalize::restore
