#include <sorani/sentence_splitter.hpp>

#include <vector>

#include "c_interface/handle.hpp"

namespace ci = sorani::c_interface;

struct sorani_sentence_splitter : ci::Handle {
  sorani::SentenceSplitter split;
  std::vector<sorani_sentence> sentences;
};

sorani_status sorani_sentence_splitter_new(const sorani_sentence_splitter_options* options,
                                           sorani_sentence_splitter** splitter) noexcept {
  return ci::make(options, splitter,
                  [](sorani_sentence_splitter& handle, const sorani_sentence_splitter_options& given) {
                    handle.split = sorani::SentenceSplitter(ci::line_end(given.null_lines));
                  });
}

void sorani_sentence_splitter_free(sorani_sentence_splitter* splitter) noexcept { delete splitter; }

const char* sorani_sentence_splitter_error(const sorani_sentence_splitter* splitter) noexcept {
  return ci::error_text(splitter);
}

sorani_status sorani_split_sentences(sorani_sentence_splitter* splitter, const char* text, size_t size,
                                     const sorani_sentence** sentences, size_t* count) noexcept {
  ci::clear_result(sentences, count);
  return ci::call(splitter, [&] {
    ci::need_place(sentences != nullptr && count != nullptr);
    splitter->sentences.clear();
    splitter->split(ci::text_of(text, size), [&](const sorani::Sentence& sentence) {
      splitter->sentences.push_back({sentence.offset, sentence.text.size()});
    });
    ci::give_list(splitter->sentences, sentences, count);
  });
}
