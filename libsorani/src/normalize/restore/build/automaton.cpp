// The minimal acyclic automaton of sorted words, by the incremental algorithm of Daciuk, Mihov, Watson and Watson
// (2000).
//
// The states on the path of the last word are still open. A new word shares a prefix with it; the states behind that
// prefix get no more transitions, so they are closed, deepest first: if a state with the same transitions is in the
// register already, that one is used instead. Words end on transitions here, not in states: a state is only a list of
// transitions.
#include <algorithm>
#include <map>
#include <stdexcept>

#include "normalize/restore/build/model_builder.hpp"

namespace sorani::normalize::restore {
namespace {

struct Edge {
  Letter letter;
  bool ends_word;
  std::uint32_t target;  // a closed state, 0 if that has no transitions
  auto operator<=>(const Edge&) const = default;
};

using State = std::vector<Edge>;

class Builder {
 public:
  void add(LetterView word) {
    std::size_t shared = 0;
    while (shared < word.size() && shared < last_.size() && word[shared] == last_[shared]) ++shared;
    close_to(shared);
    for (std::size_t i = shared; i < word.size(); ++i) {
      open_[i].push_back({word[i], i + 1 == word.size(), 0});
      if (open_.size() == i + 1) open_.emplace_back();
    }
    last_ = word;
  }

  /// Lays out the states, the first one first, and counts the words before each transition.
  void finish(ModelArrays& arrays) {
    close_to(0);
    State root = open_.front();
    if (root.empty()) root.push_back({kEdge, false, 0});
    closed_.front() = root;
    std::vector<std::uint32_t> begins(closed_.size());
    std::uint32_t next = Vocabulary::kStart;
    for (std::size_t s = 0; s < closed_.size(); ++s) {
      begins[s] = next;
      next += static_cast<std::uint32_t>(closed_[s].size());
    }
    // A state is closed after those it leads to, but the first one.
    std::vector<std::uint32_t> words(closed_.size());
    for (std::size_t s = 1; s < closed_.size(); ++s) words[s] = count(closed_[s], words);
    arrays.transitions.assign(1, 0);
    arrays.words_before.assign(1, 0);
    for (const State& state : closed_) {
      std::uint32_t before = 0;
      for (const Edge& edge : state) {
        const std::uint32_t target = edge.target == 0 ? 0 : begins[edge.target];
        if (target > Vocabulary::Transition::kMaxTarget) throw std::invalid_argument("too many words");
        arrays.transitions.push_back(target << Vocabulary::Transition::kTargetShift |
                                     (&edge == &state.back() ? Vocabulary::Transition::kLast : 0) |
                                     (edge.ends_word ? Vocabulary::Transition::kEndsWord : 0) | edge.letter);
        arrays.words_before.push_back(before);
        before += (edge.ends_word ? 1 : 0) + words[edge.target];
      }
    }
  }

 private:
  static std::uint32_t count(const State& state, const std::vector<std::uint32_t>& words) {
    std::uint32_t sum = 0;
    for (const Edge& edge : state) sum += (edge.ends_word ? 1 : 0) + words[edge.target];
    return sum;
  }

  /// Closes the open states behind the first `size` letters of the last word.
  void close_to(std::size_t size) {
    for (std::size_t i = last_.size(); i > size; --i) {
      State& state = open_[i];
      if (!state.empty()) {
        const auto [known, is_new] = register_.emplace(state, static_cast<std::uint32_t>(closed_.size()));
        if (is_new) closed_.push_back(state);
        open_[i - 1].back().target = known->second;
      }
      state.clear();
    }
  }

  std::vector<State> open_{1};    // by the number of letters before them
  std::vector<State> closed_{1};  // the first is a place for the first state of all
  std::map<State, std::uint32_t> register_;
  LetterString last_;
};

}  // namespace

void build_automaton(const std::vector<CountedWord>& words, ModelArrays& arrays) {
  Builder builder;
  for (const CountedWord& word : words) builder.add(word.letters);
  builder.finish(arrays);
}

}  // namespace sorani::normalize::restore
