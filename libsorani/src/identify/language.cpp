#include <sorani/language_identifier.hpp>

namespace sorani {
inline namespace v0 {
namespace {

struct Names {
  std::string_view label;
  std::string_view english;
};

/// In the order of `Language`.
constexpr std::array<Names, kLanguageCount> kNames{{
    {"ckb-Arab", "Central Kurdish (Sorani), Arabic script"},
    {"ckb-Latn", "Central Kurdish (Sorani), Latin script"},
    {"kmr-Arab", "Northern Kurdish (Kurmanji), Arabic script"},
    {"kmr-Latn", "Northern Kurdish (Kurmanji), Latin script"},
    {"sdh-Arab", "Southern Kurdish, Arabic script"},
    {"hac-Arab", "Gorani (Hawrami), Arabic script"},
    {"zza-Latn", "Zazaki, Latin script"},
    {"arb-Arab", "Standard Arabic, Arabic script"},
    {"fas-Arab", "Persian, Arabic script"},
    {"urd-Arab", "Urdu, Arabic script"},
    {"glk-Arab", "Gilaki, Arabic script"},
    {"kas-Arab", "Kashmiri, Arabic script"},
    {"bal-Arab", "Baluchi, Arabic script"},
    {"tur-Latn", "Turkish, Latin script"},
    {"eng-Latn", "English, Latin script"},
    {"und", "undetermined: no letters, or none of these languages"},
}};

}  // namespace

std::string_view to_string(Language language) noexcept {
  const auto index = static_cast<std::size_t>(language);
  return index < kNames.size() ? kNames[index].label : std::string_view();
}

std::string_view english_name(Language language) noexcept {
  const auto index = static_cast<std::size_t>(language);
  return index < kNames.size() ? kNames[index].english : std::string_view();
}

std::optional<Language> language_of(std::string_view label) noexcept {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i].label == label) return static_cast<Language>(i);
  }
  return std::nullopt;
}

std::vector<Language> languages_of(std::string_view label) {
  std::vector<Language> languages;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const std::string_view name = kNames[i].label;
    if (name == label || name.substr(0, name.find('-')) == label) languages.push_back(static_cast<Language>(i));
  }
  return languages;
}

}  // namespace v0
}  // namespace sorani
