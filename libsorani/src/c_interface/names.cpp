#include <cstddef>
#include <sorani/language_identifier.hpp>
#include <sorani/normalizer.hpp>
#include <sorani/transliterator.hpp>
#include <sorani/version.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "c_interface/handle.hpp"

namespace ci = sorani::c_interface;

namespace {

/// Names that end in NUL.
class NameList {
 public:
  explicit NameList(std::vector<std::string> names) : names_(std::move(names)) {
    for (const std::string& name : names_) pointers_.push_back(name.c_str());
  }

  const std::vector<const char*>& pointers() const noexcept { return pointers_; }

 private:
  std::vector<std::string> names_;
  std::vector<const char*> pointers_;
};

template <typename Items, typename Name>
std::vector<std::string> names_of(const Items& items, Name&& name) {
  std::vector<std::string> names;
  for (const auto& item : items) names.emplace_back(name(item));
  return names;
}

std::vector<std::string> profile_names() {
  std::vector<std::string> names = {std::string(to_string(sorani::Profile::none))};
  for (const sorani::Profile profile : sorani::Normalizer::profiles()) names.emplace_back(to_string(profile));
  return names;
}

std::vector<std::string> language_names() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < sorani::kLanguageCount; ++i) {
    names.emplace_back(to_string(static_cast<sorani::Language>(i)));
  }
  return names;
}

/// The names of a list; throws `Error` if there is no such list.
const std::vector<const char*>& list_of(sorani_name_list list) {
  const auto own_name = [](const auto& item) { return item.name; };
  switch (list) {
    case SORANI_PROFILES: {
      static const NameList names(profile_names());
      return names.pointers();
    }
    case SORANI_RULES: {
      static const NameList names(names_of(sorani::Normalizer::all_rules(), own_name));
      return names.pointers();
    }
    case SORANI_FONTS: {
      static const NameList names(names_of(sorani::Normalizer::fonts(), [](std::string_view font) { return font; }));
      return names.pointers();
    }
    case SORANI_SCHEMES: {
      static const NameList names(names_of(sorani::Transliterator::schemes(), own_name));
      return names.pointers();
    }
    case SORANI_LANGUAGES: {
      static const NameList names(language_names());
      return names.pointers();
    }
  }
  throw sorani::Error("unknown list of names");
}

}  // namespace

sorani_status sorani_names(sorani_name_list list, const char* const** names, size_t* count) noexcept {
  ci::clear_result(names, count);
  ci::Handle handle;
  return ci::call(&handle, [&] {
    ci::need_place(names != nullptr && count != nullptr);
    const std::vector<const char*>& found = list_of(list);
    *names = found.data();
    *count = found.size();
  });
}

const char* sorani_version() noexcept { return sorani::version().data(); }
