#include <sorani/sentence_splitter.hpp>
#include <sorani/tokenizer.hpp>

#include "tokenize/sentences/sentence_finder.hpp"

namespace sorani {
inline namespace v0 {

void SentenceSplitter::run(std::string_view text, void (*emit)(void*, const Sentence&), void* to) const {
  tokenize::SentenceFinder finder(text, line_end_);
  Sentence sentence{};
  Tokenizer()(text, [&](const Token& token) {
    if (finder.next(token, sentence)) emit(to, sentence);
  });
  if (finder.finish(sentence)) emit(to, sentence);
}

}  // namespace v0
}  // namespace sorani
