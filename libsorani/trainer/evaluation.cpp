#include "evaluation.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

namespace trainer {
namespace {

using sorani::transliterate::Phoneme;
using sorani::transliterate::Pronouncer;

using Sounds = std::vector<Phoneme>;

Sounds sounds_of(const Reading& reading) {
  Sounds sounds;
  for (const auto& sound : reading) sounds.push_back(sound.phoneme);
  return sounds;
}

/// Levenshtein distance, and the largest number of matched i among the shortest alignments.
struct Alignment {
  std::size_t edits;
  std::size_t i_right;
};

Alignment align(const Sounds& gold, const Sounds& found) {
  struct Cell {
    std::size_t edits = 0;
    std::size_t i_right = 0;
  };
  const auto better = [](const Cell& a, const Cell& b) {
    return a.edits != b.edits ? a.edits < b.edits : a.i_right > b.i_right;
  };
  std::vector<Cell> row(found.size() + 1);
  for (std::size_t j = 0; j <= found.size(); ++j) row[j].edits = j;
  for (const Phoneme phoneme : gold) {
    Cell diagonal = row[0];
    ++row[0].edits;
    for (std::size_t j = 1; j < row.size(); ++j) {
      const bool same = phoneme == found[j - 1];
      Cell best{diagonal.edits + (same ? 0 : 1), diagonal.i_right + (same && phoneme == Phoneme::i ? 1 : 0)};
      for (const Cell& from : {row[j], row[j - 1]}) {
        if (const Cell step{from.edits + 1, from.i_right}; better(step, best)) best = step;
      }
      diagonal = row[j];
      row[j] = best;
    }
  }
  return {row.back().edits, row.back().i_right};
}

std::size_t count_i(const Sounds& sounds) {
  return static_cast<std::size_t>(std::count(sounds.begin(), sounds.end(), Phoneme::i));
}

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

void Score::add(const Score& other) {
  words += other.words;
  exact += other.exact;
  exact_syllables += other.exact_syllables;
  sounds += other.sounds;
  edits += other.edits;
  i_right += other.i_right;
  i_found += other.i_found;
  i_gold += other.i_gold;
}

std::string Score::text() const {
  return fmt::format(
      "words {:.2f} %, with syllables {:.2f} %, phoneme errors {:.3f} %, i: precision {:.2f} %, recall {:.2f} %",
      percent(exact, words), percent(exact_syllables, words), percent(edits, sounds), percent(i_right, i_found),
      percent(i_right, i_gold));
}

Score evaluate(std::span<const GoldWord* const> words, const sorani::transliterate::g2p::Model& model, Errors& errors) {
  Score score;
  Pronouncer pronouncer(model);
  Reading reading;
  for (const GoldWord* word : words) {
    pronouncer.viterbi(word->letters, reading);
    const Sounds found = sounds_of(reading);
    Alignment nearest{std::numeric_limits<std::size_t>::max(), 0};
    const Reading* gold = &word->readings.front();
    bool is_exact_syllables = false;
    for (const Reading& right : word->readings) {
      is_exact_syllables = is_exact_syllables || right == reading;
      if (const Alignment way = align(sounds_of(right), found); way.edits < nearest.edits) {
        nearest = way;
        gold = &right;
      }
    }
    const Sounds sounds = sounds_of(*gold);
    score.add({1, nearest.edits == 0 ? 1u : 0u, is_exact_syllables ? 1u : 0u, sounds.size(), nearest.edits,
               nearest.i_right, count_i(found), count_i(sounds)});
    if (nearest.edits > 0) {
      ++errors[fmt::format("{}\t{}\t{}", word->text, transcript(*gold, true), transcript(reading, true))];
    }
  }
  return score;
}

}  // namespace trainer
