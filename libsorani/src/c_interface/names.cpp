#include <sorani/sorani.h>

#include <exception>
#include <sorani/normalizer.hpp>
#include <sorani/transliterator.hpp>
#include <sorani/version.hpp>
#include <string>
#include <string_view>
#include <vector>

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

/// The names of a list, or nullptr if there is no such list.
const std::vector<const char*>* list_of(sorani_name_list list) {
  const auto own_name = [](const auto& item) { return item.name; };
  switch (list) {
    case SORANI_PROFILES: {
      static const NameList names(profile_names());
      return &names.pointers();
    }
    case SORANI_RULES: {
      static const NameList names(names_of(sorani::Normalizer::all_rules(), own_name));
      return &names.pointers();
    }
    case SORANI_FONTS: {
      static const NameList names(names_of(sorani::Normalizer::fonts(), [](std::string_view font) { return font; }));
      return &names.pointers();
    }
    case SORANI_SCHEMES: {
      static const NameList names(names_of(sorani::Transliterator::schemes(), own_name));
      return &names.pointers();
    }
  }
  return nullptr;
}

}  // namespace

sorani_status sorani_names(sorani_name_list list, const char* const** names, size_t* count) noexcept {
  if (names == nullptr || count == nullptr) return SORANI_INVALID_ARGUMENT;
  *names = nullptr;
  *count = 0;
  try {
    const std::vector<const char*>* const found = list_of(list);
    if (found == nullptr) return SORANI_INVALID_ARGUMENT;
    *names = found->data();
    *count = found->size();
    return SORANI_OK;
  } catch (const std::bad_alloc&) {
    return SORANI_OUT_OF_MEMORY;
  } catch (...) {
    return SORANI_INTERNAL_ERROR;
  }
}

const char* sorani_version() noexcept { return sorani::version().data(); }
