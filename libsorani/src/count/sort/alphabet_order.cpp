#include "count/sort/alphabet_order.hpp"

#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include <sorani/error.hpp>
#include <string>

#include "script/script.hpp"

namespace sorani::count {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw Error(std::string("collation: ") + u_errorName(status));
}

/// Letters of the alphabet and their look-alikes are in the Basic Multilingual Plane: one UTF-16 code unit each.
char16_t code_unit(char32_t c) { return static_cast<char16_t>(c); }

}  // namespace

void AlphabetOrder::Close::operator()(UCollator* collator) const noexcept { ucol_close(collator); }

// Only letters whose default position differs from the alphabet's are tailored. One chain of all letters (&ئ<ا<ب...)
// would sort the Arabic letters between them (ث ذ ص ...) after the whole alphabet.
std::u16string alphabet_rules() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCollator, void (*)(UCollator*)> root(ucol_open("", &status),
                                                              [](UCollator* c) { ucol_close(c); });
  check(status);
  ucol_setStrength(root.get(), UCOL_PRIMARY);
  std::u16string rules;
  char16_t previous = 0;
  char16_t last_untailored = 0;
  for (const script::Letter& letter : script::alphabet()) {
    const char16_t c = code_unit(letter.value);
    if (last_untailored == 0 || ucol_strcoll(root.get(), &last_untailored, 1, &c, 1) == UCOL_LESS) {
      last_untailored = c;
    } else {
      rules.append({u'&', previous, u'<', c});
    }
    previous = c;
  }
  for (const script::LookAlike& look_alike : script::look_alikes()) {
    if (look_alike.letter.size() != 1) continue;
    rules.append({u'&', code_unit(look_alike.letter.front())}).append(u"<<<").append(1, code_unit(look_alike.value));
  }
  return rules;
}

AlphabetOrder::AlphabetOrder() {
  const std::u16string rules = alphabet_rules();
  UErrorCode status = U_ZERO_ERROR;
  collator_.reset(
      ucol_openRules(rules.data(), static_cast<std::int32_t>(rules.size()), UCOL_OFF, UCOL_TERTIARY, nullptr, &status));
  check(status);
}

void AlphabetOrder::append_sort_key(std::string_view text, std::string& out) {
  // No character has more UTF-16 code units than UTF-8 bytes.
  text_.resize(text.size() + 1);
  std::int32_t units = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8WithSub(text_.data(), static_cast<std::int32_t>(text_.size()), &units, text.data(),
                       static_cast<std::int32_t>(text.size()), 0xFFFD, nullptr, &status);
  check(status);
  const std::size_t begin = out.size();
  out.resize(begin + 4 * text.size() + 16);
  const auto key_size = [&] {
    return static_cast<std::size_t>(ucol_getSortKey(collator_.get(), text_.data(), units,
                                                    reinterpret_cast<std::uint8_t*>(out.data() + begin),
                                                    static_cast<std::int32_t>(out.size() - begin)));
  };
  std::size_t size = key_size();
  if (size > out.size() - begin) {
    out.resize(begin + size);
    size = key_size();
  }
  out.resize(begin + size - 1);  // without its terminating NUL
}

}  // namespace sorani::count
