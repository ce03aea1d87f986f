#include "transliterate/to_latin/reader.hpp"

#include <algorithm>
#include <sorani/tokenizer.hpp>
#include <span>

#include "script/script.hpp"
#include "transliterate/to_latin/arabic_word.hpp"
#include "utf8/utf8.hpp"

namespace sorani::transliterate {

void Reader::read(std::string_view word, std::string& out) {
  read_letters(word, letters_);
  read_letters_as(word, Manner::plain, out);
}

Reader::Read Reader::read(const WordInText& word, std::size_t joined, std::string& out) {
  read_letters(word.word(), letters_);
  const Spelling spelled = spelling(word, letters_);
  const Manner how = manner(spelled, joined > word.end);
  read_letters_as(word.word(), how, out);
  return {how == Manner::joined ? joined : word.end, spelled == Spelling::never};
}

/// How to read the word whose letters are `letters_`. The conjunction is joined to words only: not to letters that are
/// spelled, nor to another conjunction.
Reader::Manner Reader::manner(Spelling spelled, bool may_join) const noexcept {
  if (spelled == Spelling::here) return Manner::spelled;
  return may_join && letters_.size() > 1 ? Manner::joined : Manner::plain;
}

/// Appends the best reading of the word whose letters are `letters_`.
void Reader::read_letters_as(std::string_view word, Manner manner, std::string& out) {
  if (letters_.empty()) {
    out += word;
    return;
  }
  if (manner == Manner::plain) {
    if (const std::string_view written = scheme_.word(word, kAnything); !written.empty()) {
      out += written;
      return;
    }
  }
  manner == Manner::spelled ? spell() : pronounce();
  write(reading_, manner, out);
}

/// The `count` best readings of the word whose letters are `letters_`, written out, without duplicates, the best first;
/// all if there are fewer.
std::vector<Reader::Written> Reader::k_best(std::string_view word, Manner manner, std::size_t count) {
  std::vector<Written> list;
  std::string text;
  const bool is_written = manner == Manner::plain && !scheme_.word(word, kAnything).empty();
  if (letters_.size() > Pronouncer::kMaxWordLetters || manner == Manner::spelled || is_written) {
    read_letters_as(word, manner, text);
    list.push_back({text, 0});
    return list;
  }
  // Several readings can be written alike, so ask for more until enough differ.
  std::vector<RatedReading> readings;
  for (std::size_t wanted = count;; wanted *= 2) {
    pronouncer_.k_best(letters_, wanted, readings);
    list.clear();
    for (RatedReading& reading : readings) {
      text.clear();
      write(reading.sounds, manner, text);
      const auto is_same = [&](const Written& other) { return other.text == text; };
      if (std::none_of(list.begin(), list.end(), is_same)) list.push_back({text, reading.cost});
      if (list.size() == count) return list;
    }
    if (readings.size() < wanted) return list;
  }
}

/// Calls `sink` for the readings of a word. Returns the end of the text that they cover.
std::size_t Reader::emit_readings(const WordInText& word, std::size_t joined, std::size_t count,
                                  const ReadingSink& sink) {
  read_letters(word.word(), letters_);
  if (letters_.empty()) return word.end;
  const Manner how = manner(spelling(word, letters_), joined > word.end);
  const std::size_t end = how == Manner::joined ? joined : word.end;
  const std::string_view covered = word.text.substr(word.begin, end - word.begin);
  for (const Written& reading : k_best(word.word(), how, count)) sink({covered, reading.text, reading.cost});
  return end;
}

void Reader::read_all(std::string_view text, std::size_t count, const ReadingSink& sink) {
  if (count == 0) return;
  const auto& parts = word_parts();
  std::size_t covered = 0;
  Tokenizer()(text, [&](const Token& token) {
    const bool is_topic = token.kind == TokenKind::hashtag;
    if (token.kind != TokenKind::word && !is_topic) return;
    const std::size_t token_end = token.offset + token.text.size();
    for (std::size_t at = std::max(covered, token.offset); at < token_end;) {
      const std::size_t end = word_end(parts, text.substr(0, token_end), at);
      if (end == at) {
        at += utf8::decode(text, at).length;
        continue;
      }
      const std::size_t joined = joins() && !is_topic ? joined_end(parts, text, end) : end;
      covered = at = emit_readings({text, at, end}, joined, count, sink);
    }
  });
}

/// Sets `reading_`. A word that is too long for the pronouncer is read in pieces.
void Reader::pronounce() {
  std::span<const std::uint8_t> rest(letters_);
  pronouncer_.viterbi(rest.first(std::min(rest.size(), Pronouncer::kMaxWordLetters)), reading_);
  while (rest.size() > Pronouncer::kMaxWordLetters) {
    rest = rest.subspan(Pronouncer::kMaxWordLetters);
    pronouncer_.viterbi(rest.first(std::min(rest.size(), Pronouncer::kMaxWordLetters)), piece_);
    reading_.insert(reading_.end(), piece_.begin(), piece_.end());
  }
}

/// Sets `reading_` to the sounds of the letters. A single letter that the scheme writes as an apostrophe or not at all
/// gets i after it, since the sign alone would not be recognized as a letter.
void Reader::spell() {
  reading_.clear();
  append_letters(letters_, reading_);
  if (reading_.size() > 1) return;
  const std::string_view image = scheme_.image(reading_.front().phoneme);
  if (!script::is(utf8::decode(image, 0).value, script::kLatinLetter)) reading_.push_back({Phoneme::i, false});
}

/// Appends a reading in the scheme, and the conjunction if it is joined. A final consonant becomes the onset of the
/// conjunction; the sounds do not change.
void Reader::write(Reading& reading, Manner manner, std::string& out) const {
  if (manner != Manner::joined) return scheme_.write(reading, syllables_, out);
  Sound& last = reading.back();
  std::string_view conjunction = scheme_.conjunction_after(last.phoneme);
  if (conjunction_ == Conjunction::joined) {
    last.starts_syllable = last.starts_syllable || !is_vowel(last.phoneme);
    if (conjunction.starts_with(' ')) conjunction.remove_prefix(1);
  }
  scheme_.write(reading, syllables_, out);
  out += conjunction;
}

}  // namespace sorani::transliterate
