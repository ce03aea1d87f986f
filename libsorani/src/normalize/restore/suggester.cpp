#include "normalize/restore/suggester.hpp"

#include <algorithm>

#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize::restore {
namespace {

/// The letters of a word of the alphabet; empty if it has other characters or is too long.
Word letters_of(std::string_view text) {
  Word word;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text, at);
    const Letter letter = letter_of(next.value);
    if (letter == kEdge || word.full()) return {};
    word.push(letter);
    at += next.length;
  }
  return word;
}

}  // namespace

Suggester::Suggester(Rewriter& rewriter)
    : rewriter_(rewriter),
      model_(built_in_model()),
      reader_(Channel::built_in()),
      words_(model_, Channel::built_in(), weights_) {}

void Suggester::run(std::string_view text, std::size_t count, const SuggestionSink& sink) {
  count = std::min(count, Choices::kMax);
  if (count == 0) return;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = line_end(text, begin);
    reader_.read(text.substr(begin, end - begin), line_);
    for (std::size_t token = 0; token < line_.tokens.size(); ++token) {
      const std::string_view word = line_.word(token);
      if (!script::is(utf8::decode(word, 0).value, script::kArabicLetter)) continue;
      run_word(token, count);
      for (std::size_t i = 0; i < std::min(size_, count); ++i) {
        sink({begin + line_.tokens[token].begin, word, spellings_[i].text, spellings_[i].cost});
      }
    }
    begin = end;
  }
}

/// Sets the spellings of a word.
void Suggester::run_word(std::size_t token, std::size_t count) {
  size_ = 0;
  const std::string_view word = line_.word(token);
  if (stays(token)) {
    Spelling& itself = next_spelling(word);
    itself.cost = cost(itself.text);
    keep_new_spelling();
  }
  if (!line_.tokens[token].is_fixed) {
    const Choices& choices = words_.best(line_.tokens[token].typed, line_.keyboard, count);
    for (std::size_t i = 0; i < choices.size(); ++i) {
      restored_.clear();
      append_letters(choices[i].letters.view(), restored_);
      next_spelling(restored_).cost = std::min(choices[i].cost, kUnreadable);
      keep_new_spelling();
    }
  }
  if (size_ > 0) return;
  next_spelling(word).cost = kUnreadable;
  keep_new_spelling();
}

/// True if restoring leaves the word, whatever it may mean.
bool Suggester::stays(std::size_t token) const {
  const Token& word = line_.tokens[token];
  return word.is_fixed || line_.is_kurdish() || (word.typed.size == 1 && !line_.has_neighbor(token));
}

/// What the letters of a word cost.
float Suggester::cost(std::string_view word) const {
  const Word letters = letters_of(word);
  if (letters.size == 0) return kUnreadable;
  const WordNumber number = model_.words.find(letters.view());
  if (number != kUnknownWord) return model_.words.cost(number);
  return std::min(kUnreadable, weights_.unknown + model_.letters.cost(letters.view()));
}

/// What the rules make of a spelling; not yet among the spellings of the word.
Suggester::Spelling& Suggester::next_spelling(std::string_view restored) {
  if (size_ == spellings_.size()) spellings_.emplace_back();
  Spelling& next = spellings_[size_];
  next.text.clear();
  rewriter_.run(restored, next.text, Fragment::whole, nullptr);
  return next;
}

/// Each spelling is listed once.
void Suggester::keep_new_spelling() {
  const auto is_same = [&](const Spelling& other) { return other.text == spellings_[size_].text; };
  const auto end = spellings_.begin() + static_cast<std::ptrdiff_t>(size_);
  if (std::none_of(spellings_.begin(), end, is_same)) ++size_;
}

}  // namespace sorani::normalize::restore
