#include "normalize/restore/line_decoder.hpp"

#include <algorithm>

#include "script/characters.hpp"

namespace sorani::normalize::restore {
namespace {

/// The letters that are typed, if all are of the alphabet.
Word read_as_typed(const TypedWord& typed) {
  Word word;
  for (const Typed t : typed.view()) {
    if (letter_typed(t) == kEdge) return {};
    word.push(letter_typed(t));
  }
  return word;
}

/// True if a space behind the word may stand inside one: behind ه, where a ZWNJ would have to stand on such keyboards,
/// and behind a single letter.
bool may_go_on(const Token& token) {
  static const Typed heh = character_info(script::character::kHeh.value).typed;
  const TypedView typed = token.typed.view();
  return !token.is_fixed && (typed.size() == 1 || (!typed.empty() && typed.back() == heh));
}

}  // namespace

const std::vector<Restored>& LineDecoder::decode(const Line& line) {
  restored_.clear();
  letters_.clear();
  std::size_t begin = 0;
  for (std::size_t token = 0; token < line.tokens.size(); ++token) {
    const std::size_t end = token + 1;
    const bool goes_on = end < line.tokens.size() && line.follows_closely(end);
    if (goes_on && end - begin < kMaxCluster) continue;
    decode_cluster(line, begin, end);
    begin = end;
  }
  return restored_;
}

void LineDecoder::decode_cluster(const Line& line, std::size_t begin, std::size_t end) {
  begin_ = begin;
  const bool is_first = begin == 0 || !line.follows_closely(begin);
  const WordPairs::First before = is_first ? model_.pairs.first(kBoundary) : WordPairs::First{};
  nodes_.assign(1, {0, before, 0, static_cast<std::uint32_t>(begin), 0, 0, 1});
  first_nodes_.assign(1, 0);
  doubtful_.clear();
  for (std::size_t token = begin; token < end; ++token) {
    first_nodes_.push_back(nodes_.size());
    add_word(line, token, end == begin + 1);
    bool is_doubtful = doubtful_.back();
    for (std::size_t first = token; first > begin && token - first + 1 < kMaxJoined; --first) {
      if (!may_go_on(line.tokens[first - 1]) || line.tokens[token].is_fixed) break;
      is_doubtful = is_doubtful || doubtful_[first - 1 - begin];
      add_joined(line, first - 1, token, is_doubtful);
    }
  }
  if (end == line.tokens.size() || !line.follows_closely(end)) {
    for (std::size_t i = first_nodes_.back(); i < nodes_.size(); ++i) {
      nodes_[i].cost += weights_.pairs * model_.pairs.cost(nodes_[i].word, kBoundary);
    }
  }
  trace_back(end);
}

/// A word; a single letter that stands by itself names a letter or an item of a list, and stays.
void LineDecoder::add_word(const Line& line, std::size_t token, bool is_alone) {
  const Token& word = line.tokens[token];
  if (!word.is_fixed && !(is_alone && word.typed.size == 1)) {
    const WordChoices& choices = words_.choices(word.typed, line.keyboard, WordDecoder::Words::all);
    doubtful_.push_back(choices.count == 0 || choices.choices[0].cost > weights_.doubtful);
    if (choices.count > 0) return add_choices(choices, token, 0);
  } else {
    doubtful_.push_back(false);
  }
  const Word letters = read_as_typed(word.typed);
  const WordNumber number = letters.size == 0 ? kUnknownWord : model_.words.find(letters.view());
  add_node({kNoChoiceCost, model_.pairs.first(number), 0, static_cast<std::uint32_t>(token), 0, 0, 1}, {});
}

/// Words that are typed apart: known ones and, if a part by itself is doubtful, unknown ones.
void LineDecoder::add_joined(const Line& line, std::size_t first, std::size_t last, bool is_doubtful) {
  TypedWord joined;
  for (std::size_t token = first; token <= last; ++token) {
    for (const Typed typed : line.tokens[token].typed.view()) {
      if (joined.full()) return;
      joined.push(typed);
    }
  }
  const auto words = is_doubtful ? WordDecoder::Words::all : WordDecoder::Words::known;
  const WordChoices& choices = words_.choices(joined, line.keyboard, words);
  add_choices(choices, first, static_cast<float>(last - first) * weights_.join);
}

void LineDecoder::add_choices(const WordChoices& choices, std::size_t first, float cost) {
  for (std::size_t i = 0; i < choices.count; ++i) {
    const WordChoices::Packed& choice = choices.choices[i];
    add_node({choice.cost + cost, choice.word, 0, static_cast<std::uint32_t>(first), 0, 0, choice.probability},
             choices.text(choice));
  }
}

/// Adds a node behind the best of those before its first token.
void LineDecoder::add_node(Node node, LetterView letters) {
  const std::size_t at = node.first_token - begin_;
  float best = kImpossible;
  for (std::size_t i = first_nodes_[at]; i < first_nodes_[at + 1]; ++i) {
    const float cost = nodes_[i].cost + weights_.pairs * model_.pairs.cost(nodes_[i].word, node.word.word);
    if (cost >= best) continue;
    best = cost;
    node.before = static_cast<std::uint32_t>(i);
  }
  node.cost += best;
  node.letters_begin = letters_.size();
  node.letters_size = letters.size();
  letters_.insert(letters_.end(), letters.begin(), letters.end());
  nodes_.push_back(node);
}

void LineDecoder::trace_back(std::size_t end) {
  const auto cheaper = [](const Node& a, const Node& b) { return a.cost < b.cost; };
  const auto last = nodes_.begin() + static_cast<std::ptrdiff_t>(first_nodes_.back());
  const std::size_t first = restored_.size();
  for (auto at = static_cast<std::size_t>(std::min_element(last, nodes_.end(), cheaper) - nodes_.begin()); at != 0;) {
    const Node& node = nodes_[at];
    restored_.push_back({node.first_token, end, node.letters_begin, node.letters_size, node.probability});
    end = node.first_token;
    at = node.before;
  }
  std::reverse(restored_.begin() + static_cast<std::ptrdiff_t>(first), restored_.end());
}

}  // namespace sorani::normalize::restore
