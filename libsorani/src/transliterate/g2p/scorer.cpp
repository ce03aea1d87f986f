#include "transliterate/g2p/scorer.hpp"

#include "transliterate/g2p/features/features.hpp"
#include "transliterate/g2p/features/lexicon_features.hpp"

namespace sorani::transliterate::g2p {
namespace {

/// Column of the second letter of û in the scores by role, after the roles.
constexpr std::size_t kUuRest = kRoleCount;

constexpr std::size_t number(Role role) noexcept { return static_cast<std::size_t>(role); }
constexpr std::size_t number(Nucleus nucleus) noexcept { return static_cast<std::size_t>(nucleus); }

/// How a letter is read in each role: what `read_letter` says.
constexpr std::array<ReadLetter, kRoleCount + 1> kReadings = {{
    {LetterSound::consonant, false, true},
    {LetterSound::consonant, true, true},
    {LetterSound::consonant, false, true},
    {LetterSound::consonant, false, false},
    {LetterSound::u, false, false},
    {LetterSound::uu, false, false},
    {LetterSound::ii, false, false},
    {LetterSound::uu_rest, false, false},
}};

/// Sets a bit. Returns whether it was set.
bool test_and_set(std::uint64_t& bits, std::size_t at) noexcept {
  const std::uint64_t bit = std::uint64_t{1} << at;
  const bool was_set = (bits & bit) != 0;
  bits |= bit;
  return was_set;
}

/// Replaces the symbols from `size` on by `filler`.
template <unsigned kCount>
Symbols<kCount> filled(Symbols<kCount> symbols, std::size_t size, std::uint64_t filler) noexcept {
  const std::uint64_t kept = (std::uint64_t{1} << 8 * size) - 1;
  constexpr std::uint64_t kAll = 0x0101010101010101 & ((std::uint64_t{1} << 8 * kCount) - 1);
  return {(symbols.bits & kept) | (kAll * filler & ~kept)};
}

Symbols<3> shape_symbols(const Syllable& s) noexcept { return symbols(s.onset, s.nucleus, s.coda()); }

std::size_t shape_of(const Syllable& s) noexcept { return shape_number(s.onset, number(s.nucleus), s.coda()); }

}  // namespace

void Scorer::assign(std::span<const std::uint8_t> letters, const Model& model) noexcept {
  model_ = &model;
  known_ = {};
  word_.assign(letters, model.lexicon);
}

/// The rows of all three letters in a row: each is used by the scores of three letters.
void Scorer::find_letter_rows() noexcept {
  known_.letter_rows = true;
  for (int at = -2; at < word_.size(); ++at) {
    letter_rows_[static_cast<std::size_t>(at + 2)] = model_->scores.letters(word_.letters<3>(at));
  }
}

/// The score that a letter in a role has from the lexicon: `lexicon_features` but `boundary_syllable`, and the penalty.
int Scorer::lexicon_score(int at, std::size_t role) const noexcept {
  const ReadLetter& read = kReadings[role];
  const MorphLetter& morph = word_.morphs()[at];
  int sum = 0;
  const auto add = [&](FeatureKey key) { sum += model_->scores[key]; };
  if (morph.kind != MorphKind::unknown) agreement_features(word_, at, read, add);
  if (morph.is_last && at + 1 < word_.size() && read.sound == LetterSound::consonant) {
    boundary_features(word_, at, read, add);
  }
  if (at < word_.morphs().lexicon_end()) {
    const LexiconLetter& known = morph.reading;
    if (known.sound != read.sound || known.i_follows != read.i_follows) sum -= kDisagreementPenalty;
  }
  return sum;
}

/// The score of a letter in a role.
int Scorer::letter(std::size_t at, std::size_t role) noexcept {
  std::int16_t& score = roles_[at][role];
  if (test_and_set(known_.roles[role], at)) return score;
  if (!known_.letter_rows) find_letter_rows();
  const ScoreTables::Row before = letter_rows_[at], around = letter_rows_[at + 1], after = letter_rows_[at + 2];
  const int sum = before[16 + role] + around[8 + role] + after[role];
  score = static_cast<std::int16_t>(sum + lexicon_score(static_cast<int>(at), role));
  return score;
}

/// The scores of a coda of `size` letters before letter `end`, by nucleus.
const Scorer::Scores& Scorer::coda(std::size_t end, std::size_t size) noexcept {
  Scores& scores = codas_[end - 1][size];
  if (test_and_set(known_.codas[size], end - 1)) return scores;
  const int begin = static_cast<int>(end - size), behind = static_cast<int>(end);
  const Symbols<kMaxCoda> letters = filled(word_.letters<kMaxCoda>(begin), size, kNone);
  int sum = model_->scores[feature_key(Template::coda_after, letters, word_.letters<1>(behind))];
  for (std::size_t at = end - size; at < end; ++at) sum += letter(at, number(Role::coda));
  const Symbols<kMaxCoda> sonorities = filled(word_.sonorities<kMaxCoda>(begin), size, 0);
  const ScoreTables::Row row = model_->scores.coda_sonority(symbols(sonorities, word_.sonorities<1>(behind)));
  for (std::size_t nucleus = 0; nucleus < scores.size(); ++nucleus) {
    scores[nucleus] = static_cast<std::int16_t>(sum + row[nucleus]);
  }
  return scores;
}

/// The feature `boundary_syllable` of a syllable that begins at a letter.
int Scorer::boundary_syllable(std::size_t begin, bool is_i) const noexcept {
  const int at = static_cast<int>(begin);
  if (at == 0 || !word_.morphs()[at].is_first) return 0;
  const MorphLetter& here = word_.morphs()[at];
  return model_
      ->scores[feature_key(Template::boundary_syllable, word_.morphs()[at - 1].kind, here.kind, is_i, here.length)];
}

/// The scores of an onset before i, by the length of the coda.
const Scorer::Scores& Scorer::i_onset(std::size_t begin) noexcept {
  Scores& scores = i_onsets_[begin];
  if (test_and_set(known_.i_onsets, begin)) return scores;
  const int at = static_cast<int>(begin);
  const int sum = model_->scores[feature_key(Template::i_around_before, word_.letters<4>(at - 2))] +
                  model_->scores[feature_key(Template::i_around_after, word_.letters<4>(at - 1))] +
                  boundary_syllable(begin, true) + letter(begin, number(Role::onset_i));
  const ScoreTables::Row row = model_->scores.i_sonority(word_.sonorities<5>(at - 2));
  for (std::size_t coda = 0; coda < kCodas; ++coda) scores[coda] = static_cast<std::int16_t>(sum + row[coda]);
  return scores;
}

/// The score of an onset before a vowel that is written, and of the letters of this vowel.
int Scorer::onset(const Syllable& s) noexcept {
  int sum = boundary_syllable(s.begin, false);
  if (s.onset > 0) sum += letter(s.begin, number(Role::onset));
  if (s.onset > 1) {
    sum += letter(s.begin + 1u, number(Role::glide));
    sum += model_->scores[feature_key(Template::onset, shape_symbols(s), word_.letters<2>(s.begin))];
    sum += model_->scores[feature_key(Template::onset_before, word_.letters<3>(s.begin - 1))];
  }
  const std::size_t nucleus = s.nucleus_begin();
  if (s.nucleus == Nucleus::u) sum += letter(nucleus, number(Role::u));
  if (s.nucleus == Nucleus::ii) sum += letter(nucleus, number(Role::ii));
  if (s.nucleus == Nucleus::uu) sum += letter(nucleus, number(Role::uu)) + letter(nucleus + 1, kUuRest);
  return sum;
}

int Scorer::score(const Syllable& s) noexcept {
  const std::size_t size = s.coda();
  int sum = s.nucleus == Nucleus::i ? i_onset(s.begin)[size] : onset(s);
  sum += coda(s.end, size)[number(s.nucleus)];
  const std::size_t place = (s.begin == 0 ? 1 : 0) + (s.end == word_.size() ? 2 : 0);
  sum += model_->scores.shape(shape_of(s), place, word_.letter(s.begin - 1), word_.letter(s.end));
  constexpr unsigned kMaxLetters = 5;
  if (const std::size_t letters = std::size_t{s.end} - s.begin; letters <= kMaxLetters) {
    sum += model_->scores[feature_key(Template::syllable, s.onset, s.nucleus,
                                      filled(word_.letters<kMaxLetters>(s.begin), letters, kNone))];
  }
  return sum;
}

Scorer::First Scorer::first(const Syllable& s) const noexcept {
  const std::size_t coda = s.coda();
  const int begin = s.coda_begin(), next = s.end;
  First first;
  first.shape_ = shape_symbols(s);
  first.nucleus_ = s.nucleus;
  first.coda_ = s.coda();
  first.shapes_ = model_->scores.pair_shapes(shape_of(s));
  // The first two consonants of the coda, and the onset.
  const std::size_t nucleus = kNucleusCount * number(s.nucleus);
  first.letters_ =
      model_->scores.cluster(symbols(filled(word_.letters<2>(begin), coda, kNone), word_.letters<1>(next))) + nucleus;
  first.sonorities_ =
      model_->scores.cluster_sonority(symbols(filled(word_.sonorities<2>(begin), coda, 0), word_.sonorities<1>(next))) +
      nucleus;
  return first;
}

int Scorer::score(const First& a, const Syllable& b) const noexcept {
  const std::size_t nucleus = number(b.nucleus);
  int sum = a.shapes_[shape_of(b)] + a.letters_[nucleus] + a.sonorities_[nucleus];
  if (a.nucleus_ == Nucleus::i || b.nucleus == Nucleus::i) {
    using enum Template;
    sum += model_->scores[feature_key(pair_i_onset, a.shape_, shape_symbols(b), word_.letters<1>(b.begin))];
    sum += model_->scores[feature_key(pair_i_cluster, a.nucleus_, b.nucleus, a.coda_, b.coda(),
                                      word_.letters<2>(b.begin - 1))];
  }
  return sum;
}

}  // namespace sorani::transliterate::g2p
