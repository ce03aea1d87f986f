#include <sorani/language_identifier.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "c_interface/handle.hpp"

namespace ci = sorani::c_interface;

struct sorani_identifier : ci::Handle {
  std::optional<sorani::LanguageIdentifier> identify;
  std::vector<sorani_language_score> scores;
};

sorani_status sorani_identifier_new(const sorani_identifier_options* options, sorani_identifier** identifier) noexcept {
  return ci::make(options, identifier, [](sorani_identifier& handle, const sorani_identifier_options& /*given*/) {
    handle.identify.emplace();
  });
}

void sorani_identifier_free(sorani_identifier* identifier) noexcept { delete identifier; }

const char* sorani_identifier_error(const sorani_identifier* identifier) noexcept { return ci::error_text(identifier); }

sorani_status sorani_identify(sorani_identifier* identifier, const char* text, size_t size, size_t best,
                              const sorani_language_score** scores, size_t* count) noexcept {
  ci::clear_result(scores, count);
  return ci::call(identifier, [&] {
    ci::need_place(scores != nullptr && count != nullptr);
    std::array<sorani::LanguageScore, sorani::kLanguageCount> found;
    const std::span wanted = std::span(found).first(std::min(best, found.size()));
    const std::size_t number = identifier->identify->best(ci::text_of(text, size), wanted);
    identifier->scores.clear();
    for (const sorani::LanguageScore& score : wanted.first(number)) {
      identifier->scores.push_back({to_string(score.language).data(), score.probability});
    }
    ci::give_list(identifier->scores, scores, count);
  });
}
