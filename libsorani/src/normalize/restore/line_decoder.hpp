#pragma once

#include <cstdint>
#include <vector>

#include "normalize/restore/line.hpp"
#include "normalize/restore/words/word_decoder.hpp"

namespace sorani::normalize::restore {

/// Some tokens of a line, and what they mean together.
struct Restored {
  std::size_t first_token;
  std::size_t end_token;
  std::size_t letters_begin;  ///< see `LineDecoder::letters`
  std::size_t letters_size;   ///< 0: what is typed
  float probability;          ///< among the choices for this word by itself
};

/// Finds the likeliest meaning of a line: a Viterbi search over the choices for its words, and for words that may have
/// been typed apart, scored by pairs of neighboring words. Pairs are scored where a single space stands between words.
class LineDecoder {
 public:
  LineDecoder(const Model& model, const Channel& channel, const Weights& weights)
      : model_(model), weights_(weights), words_(model, channel, weights) {}

  /// What all tokens of the line mean, in their order; valid until the next line.
  const std::vector<Restored>& decode(const Line& line);

  /// What some tokens of the line decoded last mean.
  LetterView letters(const Restored& word) const noexcept {
    return {letters_.data() + word.letters_begin, word.letters_size};
  }

  WordDecoder& words() noexcept { return words_; }

 private:
  static constexpr std::size_t kMaxCluster = 64;  ///< words that are searched together
  static constexpr std::size_t kMaxJoined = 4;    ///< words that are typed for one
  static constexpr float kNoChoiceCost = 60;

  struct Node {
    float cost;
    WordPairs::First word;
    std::uint32_t before;  // the node of the word before
    std::uint32_t first_token;
    std::size_t letters_begin;
    std::size_t letters_size;
    float probability;
  };

  void decode_cluster(const Line& line, std::size_t begin, std::size_t end);
  void add_word(const Line& line, std::size_t token, bool is_alone);
  void add_joined(const Line& line, std::size_t first, std::size_t last, bool is_doubtful);
  void add_choices(const WordChoices& choices, std::size_t first, float cost);
  void add_node(Node node, LetterView letters);
  void trace_back(std::size_t end);

  const Model& model_;
  Weights weights_;
  WordDecoder words_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> first_nodes_;  // by the token that comes next: where the nodes of words before it begin
  std::vector<Letter> letters_;
  std::vector<Restored> restored_;
  std::vector<bool> doubtful_;  // by token of the cluster
  std::size_t begin_ = 0;       // first token of the cluster
};

}  // namespace sorani::normalize::restore
