#pragma once

#include "normalize/restore/weights.hpp"
#include "normalize/restore/words/channel.hpp"
#include "normalize/restore/words/choice_cache.hpp"
#include "normalize/restore/words/choices.hpp"
#include "normalize/restore/words/known_words.hpp"
#include "normalize/restore/words/unknown_words.hpp"

namespace sorani::normalize::restore {

/// What words by themselves may mean. The choices of words that were asked for last are cached.
class WordDecoder {
 public:
  WordDecoder(const Model& model, const Channel& channel, const Weights& weights)
      : pairs_(model.pairs),
        channel_(channel),
        known_(model, channel),
        unknown_(model, channel, weights.unknown),
        unlikely_(weights.unlikely) {}

  enum class Words : std::uint8_t { all, known };

  /// The best choices for a typed word; valid until the next call. `Words::known` leaves unknown words out.
  const WordChoices& choices(const TypedWord& typed, Keyboard keyboard, Words words);

  /// The `limit` best ones; unknown words compete wherever they may.
  const Choices& best(const TypedWord& typed, Keyboard keyboard, std::size_t limit);

 private:
  bool is_foreign(TypedView typed) const noexcept;

  const WordPairs& pairs_;
  const Channel& channel_;
  KnownWords known_;
  UnknownWords unknown_;
  float unlikely_;
  ChoiceCache cache_;
  Choices choices_;
};

}  // namespace sorani::normalize::restore
