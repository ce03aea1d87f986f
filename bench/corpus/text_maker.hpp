#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/random.hpp"
#include "corpus/table.hpp"
#include "corpus/untidy.hpp"
#include "corpus/vocabulary.hpp"

namespace corpus {

/// Makes lines of Sorani-like text, in documents of one kind and one way of typing each.
class TextMaker {
 public:
  /// Reads its tables from the directory `data`. `dirty` is the share of documents that are as untidy as real ones
  /// of their kind; the others are tidy.
  TextMaker(const std::string& data, double dirty, std::uint64_t seed);

  /// Appends the next line, with its line end.
  void append_line(std::string& out);

 private:
  /// A kind of documents: a column of style.tsv, with what is asked for each word made ready.
  struct Kind {
    Parameters rate;
    WeightedChoice items;     ///< what stands in the place of a word
    WeightedChoice joints;    ///< what stands between two
    WeightedChoice oddities;  ///< how a word is spelled in an untidy document
    double double_space;
    double space_before_stop;
    double run_spaces;  ///< mean length of long runs of spaces, less one
    Kind(const Table& style, std::size_t column);
  };

  void begin_document(std::string& out);
  void begin_line(std::string& out);
  void append_item(std::string& out);
  void append_words(std::size_t count, std::string& out);
  void append_word(std::string& out);
  void append_conjunction(std::string_view word, std::string& out);
  void append_joint(std::string& out);
  void append_stop(std::string& out);
  void append_punctuation(std::string_view mark, std::string& out);
  void append_space(std::string& out);
  /// Appends a space, or with the chance of `long_rate` a long run of them.
  void append_run(std::string_view long_rate, std::string& out);
  std::size_t sentence_length();
  bool untidy(std::string_view rate) { return dirty_ && random_.chance(kind_->rate[rate]); }

  Vocabulary vocabulary_;
  Untidy spelling_;
  std::vector<Kind> kinds_;
  WeightedChoice kind_choice_;
  double dirty_share_;
  Random random_;

  const Kind* kind_ = nullptr;
  bool dirty_ = false;          ///< the document is untidy
  bool arabic_digits_ = false;  ///< of the document
  std::size_t lines_left_ = 0;  ///< in the document
  Typing document_typing_;
  Typing line_typing_;
  std::string last_word_;
};

}  // namespace corpus
