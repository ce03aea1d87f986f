#include <memory>
#include <optional>
#include <sorani/error.hpp>
#include <sorani/transliterator.hpp>
#include <vector>

#include "base/enum_names.hpp"
#include "transliterate/scheme/scheme.hpp"
#include "transliterate/strict.hpp"
#include "transliterate/to_arabic/deromanizer.hpp"
#include "transliterate/to_latin/letters_options.hpp"
#include "transliterate/to_latin/romanizer.hpp"

namespace sorani {
inline namespace v0 {
namespace {

using namespace transliterate;

constexpr base::EnumNames<LetterCase, 2> kLetterCases{"lower", "sentence"};

void check(const TransliteratorOptions& options, const SchemeInfo& scheme) {
  const auto refuse = [&](bool is_asked, const char* what) {
    if (is_asked) throw Error("scheme '" + options.scheme + "' " + what);
  };
  const bool capitals = options.letter_case == LetterCase::sentence;
  if (to_string(options.letter_case).empty()) {
    throw Error("no value of LetterCase: " + std::to_string(static_cast<unsigned>(options.letter_case)));
  }
  if (options.reverse && capitals) throw Error("the Arabic script has no capitals");
  if (options.reverse && options.join_conjunction)
    throw Error("the conjunction is a word by itself in the Arabic script");
  if (options.reverse && options.syllables) throw Error("syllables are not marked in the Arabic script");
  refuse(capitals && !scheme.has_capitals, "has no capitals");
  refuse(options.syllables && scheme.is_strict, "has no marks for syllables, which could not be taken away again");
  refuse(options.join_conjunction && scheme.is_strict, "joins no words, which could not be parted again");
  refuse(options.keep_punctuation && scheme.is_strict, "keeps all punctuation as it is");
}

}  // namespace

std::string_view to_string(LetterCase letter_case) noexcept { return kLetterCases.name(letter_case); }
std::optional<LetterCase> letter_case_of(std::string_view name) noexcept { return kLetterCases.value(name); }

struct Transliterator::Impl {
  explicit Impl(const TransliteratorOptions& wanted) : options(wanted), scheme(wanted.scheme) {
    check(options, scheme.info());
    if (!options.reverse && !scheme.info().is_strict) normalizer.emplace(letters_options());
  }
  Impl(const Impl& other)
      : options(other.options), scheme(other.scheme), normalizer(other.normalizer), words(other.words) {}

  /// Built on first use: it takes megabytes, and many objects are only made to be copied.
  Converter& converter() {
    if (!converter_) converter_ = make();
    return *converter_;
  }

  std::unique_ptr<Converter> make() const {
    if (scheme.info().is_strict) {
      if (options.reverse) return std::make_unique<StrictDecoder>(scheme);
      return std::make_unique<StrictEncoder>(scheme, words);
    }
    if (options.reverse) return std::make_unique<Deromanizer>(scheme, options.keep_punctuation);
    const RomanizerOptions how{.syllables = options.syllables,
                               .capitals = options.letter_case == LetterCase::sentence,
                               .keep_punctuation = options.keep_punctuation,
                               .join_conjunction = options.join_conjunction,
                               .line_end = options.line_end};
    return std::make_unique<Romanizer>(scheme, how, *normalizer, words);
  }

  TransliteratorOptions options;
  Scheme scheme;
  std::optional<Normalizer> normalizer;  // for Romanizer only; copies share its rules
  std::shared_ptr<SharedWordTable> words = std::make_shared<SharedWordTable>();  // that copies have read

 private:
  std::unique_ptr<Converter> converter_;
};

Transliterator::Transliterator(const TransliteratorOptions& options) : impl_(std::make_unique<Impl>(options)) {}

Transliterator::Transliterator(const Transliterator& other) : impl_(std::make_unique<Impl>(*other.impl_)) {}

Transliterator::Transliterator(Transliterator&&) noexcept = default;

Transliterator& Transliterator::operator=(const Transliterator& other) {
  if (this != &other) impl_ = std::make_unique<Impl>(*other.impl_);
  return *this;
}

Transliterator& Transliterator::operator=(Transliterator&&) noexcept = default;

Transliterator::~Transliterator() = default;

void Transliterator::append(std::string_view text, std::string& out, Fragment fragment) {
  impl_->converter().append(text, out, fragment);
}

std::string Transliterator::operator()(std::string_view text) {
  std::string out;
  append(text, out);
  return out;
}

void Transliterator::readings(std::string_view text, std::size_t count, const ReadingSink& sink) {
  impl_->converter().read(text, count, sink);
}

std::span<const TransliterationScheme> Transliterator::schemes() {
  static const auto list = [] {
    std::vector<TransliterationScheme> all;
    for (const SchemeInfo& scheme : transliterate::schemes()) {
      all.push_back({scheme.name, scheme.description, scheme.has_capitals});
    }
    return all;
  }();
  return list;
}

}  // namespace v0
}  // namespace sorani
