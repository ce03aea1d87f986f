#include "library/texts.hpp"

#include "corpus/filler.hpp"
#include "corpus/random.hpp"
#include "corpus/text_maker.hpp"
#include "corpus/untidy.hpp"
#include "corpus/vocabulary.hpp"

namespace texts {
namespace {

constexpr std::size_t kBytes = 1'000'000;
constexpr std::uint64_t kSeed = 1;

std::string lines(double dirty_share) {
  corpus::TextMaker maker(CORPUS_DATA, dirty_share, kSeed);
  std::string text;
  while (text.size() < kBytes) maker.append_line(text);
  return text;
}

/// Lines of a dozen words; `append_word` appends one.
template <typename AppendWord>
std::string words(AppendWord append_word) {
  std::string text;
  for (std::size_t n = 1; text.size() < kBytes || text.back() != '\n'; ++n) {
    append_word(text);
    text += n % 12 == 0 ? '\n' : ' ';
  }
  return text;
}

std::string stretched() {
  corpus::Vocabulary vocabulary(CORPUS_DATA, kSeed);
  const corpus::Untidy spelling(CORPUS_DATA);
  corpus::Random random(kSeed);
  const corpus::Typing typing{.tatweel = 1, .tatweel_letters = 0.3};
  return words([&](std::string& out) { spelling.append(vocabulary.draw(random), typing, random, out); });
}

std::string latin_words() {
  corpus::Random random(kSeed);
  return words([&](std::string& out) { corpus::append_latin_word(random, out); });
}

}  // namespace

const std::string& clean() {
  static const std::string text = lines(0);
  return text;
}

const std::string& dirty() {
  static const std::string text = lines(1);
  return text;
}

const std::string& tatweel() {
  static const std::string text = stretched();
  return text;
}

const std::string& latin() {
  static const std::string text = latin_words();
  return text;
}

}  // namespace texts
