#include <sorani/transliterator.hpp>

#include <optional>
#include <vector>

#include "c_interface/handle.hpp"

namespace ci = sorani::c_interface;

struct sorani_transliterator : ci::Handle {
  std::optional<sorani::Transliterator> transliterate;
  std::vector<sorani_reading> readings;
};

namespace {

sorani::TransliteratorOptions options_of(const sorani_transliterator_options& given) {
  sorani::TransliteratorOptions options;
  options.scheme = ci::value_or(given.scheme, "hawar");
  options.reverse = given.reverse != 0;
  options.syllables = given.syllables != 0;
  options.join_conjunction = given.join_conjunction != 0;
  ci::set_named(options.letter_case, sorani::letter_case_of, given.letter_case, "letter case");
  options.keep_punctuation = given.keep_punctuation != 0;
  options.line_end = ci::line_end(given.null_lines);
  return options;
}

/// As many as `ku-latin --best` gives.
constexpr std::size_t kMaxReadings = 1000;

}  // namespace

sorani_status sorani_transliterator_new(const sorani_transliterator_options* options,
                                        sorani_transliterator** transliterator) noexcept {
  return ci::make(options, transliterator,
                  [](sorani_transliterator& handle, const sorani_transliterator_options& given) {
                    handle.transliterate.emplace(options_of(given));
                  });
}

void sorani_transliterator_free(sorani_transliterator* transliterator) noexcept { delete transliterator; }

const char* sorani_transliterator_error(const sorani_transliterator* transliterator) noexcept {
  return ci::error_text(transliterator);
}

sorani_status sorani_transliterate(sorani_transliterator* transliterator, const char* text, size_t size,
                                   const char** out, size_t* out_size) noexcept {
  return ci::give_text(transliterator, text, size, out, out_size, [&](std::string_view from, std::string& to) {
    transliterator->transliterate->append(from, to);
  });
}

sorani_status sorani_read_words(sorani_transliterator* transliterator, const char* text, size_t size, size_t best,
                                const sorani_reading** readings, size_t* count) noexcept {
  ci::clear_result(readings, count);
  return ci::call(transliterator, [&] {
    ci::need_place(readings != nullptr && count != nullptr);
    if (best > kMaxReadings) throw sorani::Error("more than 1000 readings of a word");
    std::vector<sorani_reading>& list = transliterator->readings;
    std::string& texts = transliterator->text;
    list.clear();
    texts.clear();
    const char* last_word = nullptr;
    transliterator->transliterate->readings(ci::text_of(text, size), best, [&](const sorani::WordReading& reading) {
      const std::size_t rank = reading.word.data() == last_word ? list.back().rank + 1 : 0;
      last_word = reading.word.data();
      list.push_back({nullptr, reading.word.size(), nullptr, reading.text.size(), reading.cost, rank});
      texts.append(reading.word).push_back('\0');
      texts.append(reading.text).push_back('\0');
    });
    const char* next = texts.c_str();
    for (sorani_reading& reading : list) {
      reading.word = next;
      reading.text = next += reading.word_size + 1;
      next += reading.text_size + 1;
    }
    ci::give_list(list, readings, count);
  });
}
