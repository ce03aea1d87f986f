#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "transliterate/text_writer.hpp"
#include "transliterate/word_cache.hpp"

namespace sorani::transliterate {

/// Writes what the words that begin at `begin` become, with one space between two. Returns where the last one ends;
/// `begin` if there is none. `word_end(text, at)` tells where the word at `at` ends, or returns `at`;
/// `put_unknown(word)` writes a word that the cache does not know.
///
/// Several words are found before the first is looked up, so that what is known of them is fetched at the same time.
template <typename WordEnd, typename PutUnknown>
std::size_t write_words(std::string_view text, std::size_t begin, WordCache& cache, TextWriter& out,
                        const WordEnd& word_end, const PutUnknown& put_unknown) {
  struct Word {
    std::string_view text;
    WordCache::Place place;
  };
  constexpr std::size_t kWords = 16;
  std::array<Word, kWords> words;
  std::size_t end = begin;   // of the last word
  std::size_t next = begin;  // where a word may begin
  for (;;) {
    std::size_t count = 0;
    bool is_last = false;
    while (count < words.size() && !is_last) {
      const std::size_t stop = word_end(text, next);
      is_last = stop == next;
      if (is_last) break;
      words[count].text = text.substr(next, stop - next);
      words[count].place = cache.place(words[count].text, text.size() - next);
      ++count;
      end = stop;
      is_last = end == text.size() || text[end] != ' ';
      next = end + 1;
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (words[i].text.data() != text.data() + begin) out.put(' ');
      const std::string_view known = cache.find(words[i].text, words[i].place);
      if (known.data() != nullptr) {
        out.put_cached(known);
      } else {
        put_unknown(words[i].text);
      }
    }
    if (is_last) return end;
  }
}

}  // namespace sorani::transliterate
