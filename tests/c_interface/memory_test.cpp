// Fault injection: whichever allocation fails, the C interface returns SORANI_OUT_OF_MEMORY, and no exception leaves
// it.

#include <gtest/gtest.h>
#include <sorani/sorani.h>

#include <cstdlib>
#include <cstring>
#include <functional>
#include <limits>
#include <new>

namespace {

long allocations_left = std::numeric_limits<long>::max();

}  // namespace

// NOLINTBEGIN(misc-definitions-in-headers): that of the whole program
[[gnu::noinline]] void* operator new(std::size_t size) {
  void* const memory = allocations_left-- == 0 ? nullptr : std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return allocations_left-- == 0 ? nullptr : std::malloc(size == 0 ? 1 : size);
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }
// NOLINTEND(misc-definitions-in-headers)

namespace {

constexpr const char* kTyped = "دستان خوش بیت";
constexpr const char* kText = "د. ئازاد لة كوردستان هات، باشە! a@b.com ٢٠٢١ خـــۆش &laquo;";

/// Runs `job` again and again, with a later allocation failing each time, until none fails.
void expect_statuses(const std::function<sorani_status()>& job) {
  long failures = 0;
  for (long n = 0;; ++n) {
    allocations_left = n;
    const sorani_status status = job();
    const bool has_failed = allocations_left < 0;
    allocations_left = std::numeric_limits<long>::max();
    if (!has_failed) {
      EXPECT_EQ(status, SORANI_OK);
      break;
    }
    // Some algorithms of the standard library fall back to less memory.
    if (status != SORANI_OK) ++failures;
    ASSERT_TRUE(status == SORANI_OK || status == SORANI_OUT_OF_MEMORY) << status << " after " << n;
  }
  EXPECT_GT(failures, 0);
}

TEST(CInterfaceMemory, Normalizer) {
  expect_statuses([] {
    const sorani_normalizer_options options{sizeof options, "search",     "+html,-tatweel", "latin", "06be",
                                            nullptr,        "باش\tچاک\n", nullptr,          1,       0.5};
    sorani_normalizer* handle = nullptr;
    const char* out = nullptr;
    const sorani_change* changes = nullptr;
    const sorani_suggestion* suggestions = nullptr;
    std::size_t size = 0;
    sorani_status status = sorani_normalizer_new(&options, &handle);
    if (status == SORANI_OK) status = sorani_normalize(handle, kText, std::strlen(kText), &out, &size);
    if (status == SORANI_OK) status = sorani_normalize(handle, kTyped, std::strlen(kTyped), &out, &size);
    if (status == SORANI_OK) status = sorani_explain(handle, kText, std::strlen(kText), &out, &size, &changes, &size);
    if (status == SORANI_OK) status = sorani_suggest(handle, kText, std::strlen(kText), 3, &suggestions, &size);
    if (status != SORANI_OK) {
      EXPECT_STRNE(sorani_normalizer_error(handle), "");
      // A handle that ran out of memory is not used again.
      EXPECT_EQ(sorani_normalize(handle, "x", 1, &out, &size),
                handle == nullptr ? SORANI_INVALID_ARGUMENT : SORANI_OUT_OF_MEMORY);
    }
    sorani_normalizer_free(handle);
    return status;
  });
}

TEST(CInterfaceMemory, ErrorText) {
  for (long n = 0; n < 100; ++n) {
    allocations_left = n;
    const sorani_normalizer_options options{sizeof options,
                                            nullptr,
                                            "+a-rule-whose-name-is-not-a-rule-at-all",
                                            nullptr,
                                            nullptr,
                                            nullptr,
                                            nullptr,
                                            nullptr,
                                            0,
                                            0};
    sorani_normalizer* handle = nullptr;
    const sorani_status status = sorani_normalizer_new(&options, &handle);
    EXPECT_TRUE(status == SORANI_INVALID_ARGUMENT || status == SORANI_OUT_OF_MEMORY) << status << " after " << n;
    EXPECT_STRNE(sorani_normalizer_error(handle), "");
    sorani_normalizer_free(handle);
    allocations_left = std::numeric_limits<long>::max();
  }
}

TEST(CInterfaceMemory, TokenizerAndSentences) {
  expect_statuses([] {
    sorani_tokenizer* tokenizer = nullptr;
    sorani_sentence_splitter* splitter = nullptr;
    const sorani_token* tokens = nullptr;
    const sorani_sentence* sentences = nullptr;
    const char* out = nullptr;
    std::size_t size = 0;
    sorani_status status = sorani_tokenizer_new(nullptr, &tokenizer);
    if (status == SORANI_OK) status = sorani_tokenize(tokenizer, kText, std::strlen(kText), &tokens, &size);
    if (status == SORANI_OK) status = sorani_space_tokens(tokenizer, kText, std::strlen(kText), &out, &size);
    if (status == SORANI_OK) status = sorani_join_tokens(tokenizer, kText, std::strlen(kText), &out, &size);
    if (status == SORANI_OK) status = sorani_sentence_splitter_new(nullptr, &splitter);
    if (status == SORANI_OK) status = sorani_split_sentences(splitter, kText, std::strlen(kText), &sentences, &size);
    sorani_tokenizer_free(tokenizer);
    sorani_sentence_splitter_free(splitter);
    return status;
  });
}

TEST(CInterfaceMemory, Transliterator) {
  expect_statuses([] {
    sorani_transliterator* handle = nullptr;
    const sorani_reading* readings = nullptr;
    const char* out = nullptr;
    std::size_t size = 0;
    sorani_status status = sorani_transliterator_new(nullptr, &handle);
    if (status == SORANI_OK) status = sorani_transliterate(handle, kText, std::strlen(kText), &out, &size);
    if (status == SORANI_OK) status = sorani_read_words(handle, kText, std::strlen(kText), 3, &readings, &size);
    sorani_transliterator_free(handle);
    return status;
  });
}

TEST(CInterfaceMemory, Identifier) {
  expect_statuses([] {
    sorani_identifier* handle = nullptr;
    const sorani_language_score* scores = nullptr;
    std::size_t count = 0;
    sorani_status status = sorani_identifier_new(nullptr, &handle);
    if (status == SORANI_OK) status = sorani_identify(handle, kText, std::strlen(kText), 3, &scores, &count);
    sorani_identifier_free(handle);
    return status;
  });
}

}  // namespace
