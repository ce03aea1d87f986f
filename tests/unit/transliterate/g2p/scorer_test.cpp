#include "transliterate/g2p/scorer.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <random>
#include <stdexcept>
#include <vector>

#include "transliterate/g2p/features/features.hpp"
#include "transliterate/g2p/features/lexicon_features.hpp"
#include "transliterate/g2p/lattice.hpp"

namespace sorani::transliterate::g2p {
namespace {

using Letters = std::vector<std::uint8_t>;
using Steps = std::map<FeatureKey, std::int8_t>;

template <typename Sink>
void all_features(const Word& word, const SyllableView& syllable, Sink&& sink) {
  syllable_features(word, syllable, sink);
  letter_roles(syllable, [&](int at, Role role) { letter_features(word, at, role, sink); });
  lexicon_features(word, syllable, sink);
}

/// Calls `of_syllable(syllable, view)` and `of_pair(before, view, syllable, view)` for the lattice of a word.
template <typename OfSyllable, typename OfPair>
void for_each_part(const Word& word, OfSyllable&& of_syllable, OfPair&& of_pair) {
  Lattice lattice;
  lattice.assign(word.letters());
  const auto syllables = lattice.syllables();
  for (const Syllable& syllable : syllables) {
    const SyllableView view(word, syllable);
    of_syllable(syllable, view);
    lattice.ending_at(syllable.begin, [&](Lattice::Index i) {
      of_pair(syllables[i], SyllableView(word, syllables[i]), syllable, view);
    });
  }
}

/// Random words: half of them joined from rows of the lexicon, the others of any letters, many of them semivowels.
std::vector<Letters> random_words() {
  const Lexicon& lexicon = built_in_model().lexicon;
  std::mt19937_64 random(15);
  std::vector<Letters> words;
  for (int i = 0; i < 3000; ++i) {
    Letters word;
    const std::size_t size = 1 + random() % 12;
    std::uint32_t node = 0;
    while (word.size() < size) {
      auto letter = static_cast<std::uint8_t>(random() % kLetterCount);
      if (i % 2 != 0 && random() % 3 == 0) letter = random() % 2 == 0 ? kWaw : kFarsiYeh;
      const std::uint32_t next = lexicon.next(node, letter);
      const bool ends = node != 0 && lexicon.nodes[node].kinds != 0 && random() % 4 == 0;
      if (i % 2 == 0 && !ends && next == Lexicon::kNoNode && random() % 200 != 0) continue;
      node = ends || next == Lexicon::kNoNode ? 0 : next;
      if (!ends) word.push_back(letter);
    }
    words.push_back(word);
  }
  words.push_back(Letters(Word::kMaxLetters, kWaw));
  return words;
}

/// Weights for two thirds of the features of the words.
Steps random_steps(const std::vector<Letters>& words) {
  std::mt19937_64 random(16);
  Steps steps;
  const auto add = [&](FeatureKey key) {
    if (steps.contains(key)) return;
    const auto value = static_cast<std::int8_t>(static_cast<int>(random() % 101) - 50);
    steps[key] = static_cast<std::int8_t>(random() % 3 == 0 ? 0 : value);
  };
  Word word;
  for (const Letters& letters : words) {
    word.assign(letters, built_in_model().lexicon);
    for_each_part(
        word, [&](const Syllable&, const SyllableView& view) { all_features(word, view, add); },
        [&](const Syllable&, const SyllableView& a, const Syllable&, const SyllableView& b) {
          pair_features(word, a, b, add);
        });
  }
  return steps;
}

TEST(Scorer, SumsTheWeightsOfAllFeatures) {
  const std::vector<Letters> words = random_words();
  const Steps steps = random_steps(words);
  std::vector<Weight> weights;
  for (const auto& [key, value] : steps) {
    if (value != 0) weights.push_back({key, value});
  }
  const ScoreArrays arrays = score_arrays(weights);
  const Model model{ScoreTables(arrays), 1, built_in_model().lexicon};
  Scorer scorer;
  for (const Letters& letters : words) {
    scorer.assign(letters, model);
    const Word& word = scorer.word();
    int sum = 0;
    const auto add = [&](FeatureKey key) { sum += steps.at(key); };
    for_each_part(
        word,
        [&](const Syllable& syllable, const SyllableView& view) {
          sum = -kDisagreementPenalty * lexicon_disagreements(word, view);
          all_features(word, view, add);
          ASSERT_EQ(scorer.score(syllable), sum) << testing::PrintToString(letters);
        },
        [&](const Syllable& first, const SyllableView& a, const Syllable& second, const SyllableView& b) {
          sum = 0;
          pair_features(word, a, b, add);
          ASSERT_EQ(scorer.score(scorer.first(first), second), sum) << testing::PrintToString(letters);
        });
  }
}

TEST(ScoreArrays, RefusesEqualFeatures) {
  for (const FeatureKey key :
       {feature_key(Template::shape, 1, Nucleus::a, 1, 1), feature_key(Template::letter_around, Role::coda, 1, 2, 3),
        feature_key(Template::onset_before, 1, 2, 3)}) {
    EXPECT_THROW(score_arrays(std::vector<Weight>{{key, 1}, {key, 2}}), std::invalid_argument);
  }
}

}  // namespace
}  // namespace sorani::transliterate::g2p
