#include <sorani/normalizer.hpp>

#include <optional>
#include <vector>

#include "c_interface/handle.hpp"

namespace ci = sorani::c_interface;

struct sorani_normalizer : ci::Handle {
  std::optional<sorani::Normalizer> normalize;
  std::vector<sorani_change> changes;
  std::string change_texts;  ///< what the changes point into
  std::vector<sorani_suggestion> suggestions;
};

namespace {

sorani::NormalizerOptions options_of(const sorani_normalizer_options& given) {
  sorani::NormalizerOptions options;
  ci::set_named(options.profile, sorani::profile_of, given.profile, "profile");
  options.rules = ci::value_or(given.rules, "");
  ci::set_named(options.digits, sorani::digits_of, given.digits, "digits");
  ci::set_named(options.heh, sorani::heh_of, given.heh, "heh");
  options.font = ci::value_or(given.font, "");
  options.word_map = ci::value_or(given.word_map, "");
  options.word_map_name = ci::value_or(given.word_map_name, "word map");
  options.restore = given.restore != 0;
  options.min_confidence = given.min_confidence;
  return options;
}

/// Appends a text that ends in NUL.
void append_text(std::string& texts, std::string_view text) { texts.append(text).push_back('\0'); }

/// Points the changes at their texts, which stand one after the other: rule, before, after of each change.
void set_pointers(std::vector<sorani_change>& changes, const std::string& texts) {
  const char* next = texts.c_str();
  for (sorani_change& change : changes) {
    change.rule = next;
    change.before = next += std::strlen(next) + 1;
    change.after = next += change.before_size + 1;
    next += change.after_size + 1;
  }
}

}  // namespace

sorani_status sorani_normalizer_new(const sorani_normalizer_options* options, sorani_normalizer** normalizer) noexcept {
  return ci::make(options, normalizer, [](sorani_normalizer& handle, const sorani_normalizer_options& given) {
    handle.normalize.emplace(options_of(given));
  });
}

void sorani_normalizer_free(sorani_normalizer* normalizer) noexcept { delete normalizer; }

const char* sorani_normalizer_error(const sorani_normalizer* normalizer) noexcept { return ci::error_text(normalizer); }

sorani_status sorani_normalize(sorani_normalizer* normalizer, const char* text, size_t size, const char** out,
                               size_t* out_size) noexcept {
  return ci::give_text(normalizer, text, size, out, out_size,
                       [&](std::string_view from, std::string& to) { normalizer->normalize->append(from, to); });
}

sorani_status sorani_explain(sorani_normalizer* normalizer, const char* text, size_t size, const char** out,
                             size_t* out_size, const sorani_change** changes, size_t* count) noexcept {
  ci::clear_result(out, out_size);
  ci::clear_result(changes, count);
  return ci::call(normalizer, [&] {
    ci::need_place(changes != nullptr && count != nullptr);
    sorani_normalizer& handle = *normalizer;
    handle.text.clear();
    handle.changes.clear();
    handle.change_texts.clear();
    handle.normalize->explain(ci::text_of(text, size), handle.text, [&](const sorani::Change& change) {
      handle.changes.push_back({change.offset, nullptr, nullptr, change.before.size(), nullptr, change.after.size()});
      append_text(handle.change_texts, change.rule);
      append_text(handle.change_texts, change.before);
      append_text(handle.change_texts, change.after);
    });
    set_pointers(handle.changes, handle.change_texts);
    ci::give_list(handle.changes, changes, count);
    if (out != nullptr) *out = handle.text.c_str();
    if (out_size != nullptr) *out_size = handle.text.size();
  });
}

sorani_status sorani_suggest(sorani_normalizer* normalizer, const char* text, size_t size, size_t best,
                             const sorani_suggestion** suggestions, size_t* count) noexcept {
  ci::clear_result(suggestions, count);
  return ci::call(normalizer, [&] {
    ci::need_place(suggestions != nullptr && count != nullptr);
    if (best > sorani::kMaxSuggestions) throw sorani::Error("more than 16 spellings of a word");
    sorani_normalizer& handle = *normalizer;
    std::vector<sorani_suggestion>& list = handle.suggestions;
    list.clear();
    handle.text.clear();
    handle.normalize->suggest(ci::text_of(text, size), best, [&](const sorani::Suggestion& suggestion) {
      const bool is_next = !list.empty() && list.back().offset == suggestion.offset;
      const std::size_t rank = is_next ? list.back().rank + 1 : 0;
      list.push_back(
          {suggestion.offset, nullptr, suggestion.word.size(), nullptr, suggestion.text.size(), suggestion.cost, rank});
      append_text(handle.text, suggestion.word);
      append_text(handle.text, suggestion.text);
    });
    const char* next = handle.text.c_str();
    for (sorani_suggestion& suggestion : list) {
      suggestion.word = next;
      suggestion.text = next += suggestion.word_size + 1;
      next += suggestion.text_size + 1;
    }
    ci::give_list(list, suggestions, count);
  });
}
