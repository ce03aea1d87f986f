#include "identify/token_scores.hpp"

namespace sorani::identify {
namespace {

/// Bytes of tokens: ASCII letters, and all bytes of other characters.
constexpr std::array<bool, 256> token_bytes() noexcept {
  std::array<bool, 256> bytes{};
  for (std::size_t byte = 0; byte < bytes.size(); ++byte) {
    const std::size_t lower = byte | 0x20;
    bytes[byte] = byte >= 0x80 || (lower >= 'a' && lower <= 'z');
  }
  return bytes;
}

constexpr std::array<bool, 256> kTokenBytes = token_bytes();

bool is_token_byte(char byte) { return kTokenBytes[static_cast<unsigned char>(byte)]; }

bool equal(const base::Block& a, const base::Block& b) { return ((a.low ^ b.low) | (a.high ^ b.high)) == 0; }

}  // namespace

struct TokenScorer::PartialScores {
  /// More tokens could overflow the sums, whose terms have 16 bits.
  static constexpr std::uint32_t kMaxTokens = 1U << 15;

  std::array<std::int32_t, kClasses> sums{};
  LetterCounts letters;
  std::uint32_t tokens = 0;

  void add(const std::array<std::int16_t, kClasses>& more) noexcept {
    for (std::size_t i = 0; i < kClasses; ++i) sums[i] += more[i];
  }
  void add(const LetterCounts& more) noexcept {
    letters.arabic += more.arabic;
    letters.latin += more.latin;
    letters.foreign += more.foreign;
  }

  void move_to(Scores& scores) noexcept {
    for (std::size_t i = 0; i < kClasses; ++i) scores.sums[i] += sums[i];
    scores.arabic += letters.arabic;
    scores.latin += letters.latin;
    scores.foreign += letters.foreign;
    *this = {};
  }
};

TokenScorer::TokenScorer(const Model& model) : model_(&model) { cache_.resize(std::size_t{1} << kCacheBits); }

void TokenScorer::add(std::string_view text, Scores& scores) noexcept {
  PartialScores partial;
  const std::size_t size = text.size();
  for (std::size_t at = 0; at < size;) {
    if (!is_token_byte(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at++;
    while (at < size && is_token_byte(text[at])) ++at;
    std::string_view token = text.substr(begin, at - begin);
    if (token.size() <= kMaxCached) {
      add_cached(token, size - begin, partial);
    } else {
      add_token(token, partial);
      if (token.size() > PartialScores::kMaxTokens) partial.move_to(scores);
    }
    if (++partial.tokens == PartialScores::kMaxTokens) partial.move_to(scores);
  }
  partial.move_to(scores);
}

void TokenScorer::add_cached(std::string_view token, std::size_t readable, PartialScores& scores) noexcept {
  const base::KeyEdges key = base::load_key_edges(token.data(), token.size(), readable);
  const std::uint32_t hash = base::hash_key(key, token.data(), token.size(), base::kHashSeeds);
  Entry& entry = cache_[hash >> (32 - kCacheBits)];
  if (entry.length != token.size() || !equal(entry.key.head, key.head) || !equal(entry.key.tail, key.tail)) {
    entry.key = key;
    fill(entry, token);
  }
  scores.add(entry.sums);
  scores.add(LetterCounts{entry.arabic, entry.latin, entry.foreign});
}

void TokenScorer::add_token(std::string_view token, PartialScores& scores) const noexcept {
  // Sums of a few features fit into 16 bits, so that eight are added by one instruction.
  constexpr int kMaxFeatures = 512;
  alignas(16) std::array<std::int16_t, kClasses> sums{};
  int features = 0;
  const Model model = *model_;
  scores.add(visit_token(token, [&](std::u32string_view, FeatureHash hash) {
    const std::int8_t* const weights = model.find(hash);
    if (weights == nullptr) return;
    for (std::size_t i = 0; i < kClasses; ++i) sums[i] = static_cast<std::int16_t>(sums[i] + weights[i]);
    if (++features == kMaxFeatures) {
      scores.add(sums);
      sums = {};
      features = 0;
    }
  }));
  scores.add(sums);
}

void TokenScorer::fill(Entry& entry, std::string_view token) const noexcept {
  PartialScores scores;
  add_token(token, scores);
  for (std::size_t i = 0; i < kClasses; ++i) entry.sums[i] = static_cast<std::int16_t>(scores.sums[i]);
  entry.length = static_cast<std::uint8_t>(token.size());
  entry.arabic = static_cast<std::uint8_t>(scores.letters.arabic);
  entry.latin = static_cast<std::uint8_t>(scores.letters.latin);
  entry.foreign = static_cast<std::uint8_t>(scores.letters.foreign);
}

}  // namespace sorani::identify
