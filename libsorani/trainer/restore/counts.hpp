#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "normalize/restore/build/model_builder.hpp"
#include "normalize/restore/line.hpp"

namespace trainer::restore {

using sorani::normalize::restore::CountedWord;
using sorani::normalize::restore::Followers;
using sorani::normalize::restore::LetterString;

struct LearningOptions {
  double list_count = 0.2;     ///< of a word form of a list, besides its count in the text
  std::size_t longest = 6;     ///< letters of a word form of a list: longer ones can be told from their letters
  double lexicon_count = 0.2;  ///< of a row of the lexicon
  double least_count = 0.2;    ///< of a word that is learned
  double least_pair = 3;       ///< of a pair of words that is learned
  double trill = 4;            ///< steps by which words with ڕ at their begin are favored over the same ones with ر
};

/// What a model is built from.
struct Learned {
  std::vector<CountedWord> words;
  std::vector<Followers> pairs;
};

/// How often words and pairs of neighboring words stand in clean text.
class Counts {
 public:
  void add_line(std::string_view line);
  /// A word of a list; one that is not all Kurdish letters or has more than `longest` of them is skipped.
  void add_word(std::string_view word, double count, std::size_t longest = kMaxLetters);

  Learned learn(const LearningOptions& options) const;

 private:
  static constexpr std::size_t kMaxLetters = sorani::normalize::restore::kMaxRestored;

  struct Hash {
    std::size_t operator()(const LetterString& word) const noexcept {
      return std::hash<std::string_view>()({reinterpret_cast<const char*>(word.data()), word.size()});
    }
  };
  using WordCounts = std::unordered_map<LetterString, double, Hash>;

  Followers followers(const LetterString& word, const WordCounts& after, const WordCounts& known, double total,
                      double least) const;

  static void favor_trill(const WordCounts& known, double steps, CountedWord& word);
  void add_pair(const LetterString& first, const LetterString& second);

  WordCounts words_;
  double boundaries_ = 0;
  std::unordered_map<LetterString, WordCounts, Hash> pairs_;
};

/// The rows of keyboard-confusions.tsv, to build models with.
std::vector<sorani::normalize::restore::Typing> typings();

/// The lines of files, without their ends. Throws `std::runtime_error` if one cannot be read.
std::vector<std::string> read_lines(const std::vector<std::string>& files);

/// The letters of a word of clean text, none if not all are of the alphabet.
LetterString letters_of(const sorani::normalize::restore::Token& token);

}  // namespace trainer::restore
