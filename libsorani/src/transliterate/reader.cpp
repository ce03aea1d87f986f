#include "transliterate/reader.hpp"

#include <algorithm>
#include <sorani/tokenizer.hpp>
#include <span>

#include "transliterate/arabic_word.hpp"
#include "unicode/utf8.hpp"

namespace sorani::transliterate {

void Reader::read(std::string_view word, std::string& out) {
  read_letters(word, letters_);
  if (letters_.empty()) {
    out += word;
    return;
  }
  if (const std::string_view written = scheme_.word(word, kAnything); !written.empty()) {
    out += written;
    return;
  }
  pronounce();
  scheme_.write(reading_, syllables_, out);
}

std::vector<Reader::Written> Reader::read(std::string_view word, std::size_t count) {
  std::vector<Written> list;
  read_letters(word, letters_);
  if (letters_.empty() || count == 0) return list;
  std::string text;
  if (letters_.size() > Pronouncer::kLongestWord || !scheme_.word(word, kAnything).empty()) {
    read(word, text);
    list.push_back({text, 0});
    return list;
  }
  // Several readings can be written alike.
  std::vector<RatedReading> readings;
  for (std::size_t wanted = count;; wanted *= 2) {
    pronouncer_.best(letters_, wanted, readings);
    list.clear();
    for (const RatedReading& reading : readings) {
      text.clear();
      scheme_.write(reading.sounds, syllables_, text);
      const auto is_same = [&](const Written& other) { return other.text == text; };
      if (std::none_of(list.begin(), list.end(), is_same)) list.push_back({text, reading.cost});
      if (list.size() == count) return list;
    }
    if (readings.size() < wanted) return list;
  }
}

void Reader::read_all(std::string_view text, std::size_t count, const ReadingSink& sink) {
  const auto& parts = word_parts();
  Tokenizer()(text, [&](const Token& token) {
    if (token.kind != TokenKind::word && token.kind != TokenKind::hashtag) return;
    for (std::size_t at = 0; at < token.text.size();) {
      const std::size_t end = word_end(parts, token.text, at);
      if (end == at) {
        at += unicode::decode(token.text, at).length;
        continue;
      }
      const std::string_view word = token.text.substr(at, end - at);
      for (const Written& reading : read(word, count)) sink({word, reading.text, reading.cost});
      at = end;
    }
  });
}

/// Sets `reading_`. A word longer than the pronouncer takes is read in pieces.
void Reader::pronounce() {
  std::span<const std::uint8_t> rest(letters_);
  pronouncer_.best(rest.first(std::min(rest.size(), Pronouncer::kLongestWord)), reading_);
  while (rest.size() > Pronouncer::kLongestWord) {
    rest = rest.subspan(Pronouncer::kLongestWord);
    pronouncer_.best(rest.first(std::min(rest.size(), Pronouncer::kLongestWord)), piece_);
    reading_.insert(reading_.end(), piece_.begin(), piece_.end());
  }
}

}  // namespace sorani::transliterate
