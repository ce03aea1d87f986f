// Loads ICU when it is first called. Linked as usual, its two libraries and 30 MB of data are mapped and relocated at
// the start of every tool, which takes a fifth of the start-up time, and few runs decode another charset or sort by the
// alphabet.
//
// The functions of ICU that the tools and the library in them call are defined here, under ICU's own names, and pass
// their arguments on to the functions of the libraries. So the code that calls ICU is the same with and without this
// file, and the compiler checks the definitions against ICU's headers. A function that is missing here is no error: the
// tool is then linked with the library as usual.

#include <dlfcn.h>
#include <fmt/core.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include "common/io/diagnostics.hpp"

namespace {

/// The function NAME of a library, of the same type as FUNCTION.
template <typename Function>
Function* load(Function* /*function*/, const char* library_name, const char* name) {
  // Loaded a second time it is only looked up.
  void* const library = ::dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
  void* const symbol = library == nullptr ? nullptr : ::dlsym(library, name);
  if (symbol == nullptr) throw ku::FatalError(fmt::format("the library ICU is needed: {}", ::dlerror()));
  return reinterpret_cast<Function*>(symbol);
}

}  // namespace

// ICU's headers rename each function: ucnv_open is ucnv_open_72.
#define KU_QUOTED(text) #text
#define KU_NAME(name) KU_QUOTED(name)
#define KU_CALL(library, function, ...)                                                  \
  do {                                                                                   \
    static const auto loaded_function = load(&(function), (library), KU_NAME(function)); \
    return loaded_function(__VA_ARGS__);                                                 \
  } while (false)

extern "C" {

// Charsets.

UConverter* ucnv_open(const char* name, UErrorCode* error) { KU_CALL(KU_ICU_UC, ucnv_open, name, error); }

void ucnv_close(UConverter* converter) { KU_CALL(KU_ICU_UC, ucnv_close, converter); }

int ucnv_compareNames(const char* a, const char* b) { KU_CALL(KU_ICU_UC, ucnv_compareNames, a, b); }

void ucnv_setToUCallBack(UConverter* converter, UConverterToUCallback callback, const void* context,
                         UConverterToUCallback* old_callback, const void** old_context, UErrorCode* error) {
  KU_CALL(KU_ICU_UC, ucnv_setToUCallBack, converter, callback, context, old_callback, old_context, error);
}

void UCNV_TO_U_CALLBACK_STOP(const void* context, UConverterToUnicodeArgs* arguments, const char* bytes,
                             std::int32_t length, UConverterCallbackReason reason, UErrorCode* error) {
  KU_CALL(KU_ICU_UC, UCNV_TO_U_CALLBACK_STOP, context, arguments, bytes, length, reason, error);
}

void ucnv_cbToUWriteUChars(UConverterToUnicodeArgs* arguments, const UChar* units, std::int32_t length,
                           std::int32_t offset, UErrorCode* error) {
  KU_CALL(KU_ICU_UC, ucnv_cbToUWriteUChars, arguments, units, length, offset, error);
}

void ucnv_toUnicode(UConverter* converter, UChar** to, const UChar* to_end, const char** from, const char* from_end,
                    std::int32_t* offsets, UBool flush, UErrorCode* error) {
  KU_CALL(KU_ICU_UC, ucnv_toUnicode, converter, to, to_end, from, from_end, offsets, flush, error);
}

void ucnv_getInvalidChars(const UConverter* converter, char* bytes, std::int8_t* length, UErrorCode* error) {
  KU_CALL(KU_ICU_UC, ucnv_getInvalidChars, converter, bytes, length, error);
}

// Collation.

const char* u_errorName(UErrorCode error) { KU_CALL(KU_ICU_UC, u_errorName, error); }

UChar* u_strFromUTF8WithSub(UChar* to, std::int32_t capacity, std::int32_t* length, const char* from,
                            std::int32_t from_length, UChar32 substitute, std::int32_t* substitutes,
                            UErrorCode* error) {
  KU_CALL(KU_ICU_UC, u_strFromUTF8WithSub, to, capacity, length, from, from_length, substitute, substitutes, error);
}

UCollator* ucol_open(const char* locale, UErrorCode* error) { KU_CALL(KU_ICU_I18N, ucol_open, locale, error); }

UCollator* ucol_openRules(const UChar* rules, std::int32_t length, UColAttributeValue normalization,
                          UCollationStrength strength, UParseError* parse_error, UErrorCode* error) {
  KU_CALL(KU_ICU_I18N, ucol_openRules, rules, length, normalization, strength, parse_error, error);
}

void ucol_close(UCollator* collator) { KU_CALL(KU_ICU_I18N, ucol_close, collator); }

void ucol_setStrength(UCollator* collator, UCollationStrength strength) {
  KU_CALL(KU_ICU_I18N, ucol_setStrength, collator, strength);
}

UCollationResult ucol_strcoll(const UCollator* collator, const UChar* a, std::int32_t a_length, const UChar* b,
                              std::int32_t b_length) {
  KU_CALL(KU_ICU_I18N, ucol_strcoll, collator, a, a_length, b, b_length);
}

std::int32_t ucol_getSortKey(const UCollator* collator, const UChar* text, std::int32_t length, std::uint8_t* key,
                             std::int32_t capacity) {
  KU_CALL(KU_ICU_I18N, ucol_getSortKey, collator, text, length, key, capacity);
}

}  // extern "C"
