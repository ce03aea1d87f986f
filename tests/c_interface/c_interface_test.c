/* What sorani.h promises, called from C. */

#include <sorani/sorani.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition)                                                      \
  do {                                                                        \
    if (!(condition)) {                                                       \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
      ++failures;                                                             \
    }                                                                         \
  } while (0)

static int equal(const char* text, size_t size, const char* expected) {
  const int same = text != NULL && size == strlen(expected) && memcmp(text, expected, size) == 0 && text[size] == '\0';
  if (!same) fprintf(stderr, "'%.*s' is not '%s'\n", text == NULL ? 0 : (int)size, text == NULL ? "" : text, expected);
  return same;
}

/* A copy without a NUL behind it, so that a sanitizer sees what reads too far. */
static char* exact_copy(const char* text) {
  const size_t size = strlen(text);
  char* const copy = malloc(size);
  if (copy == NULL) abort();
  memcpy(copy, text, size);
  return copy;
}

static void normalize_as(const sorani_normalizer_options* options, const char* text, const char* expected) {
  sorani_normalizer* normalizer = NULL;
  const char* out = NULL;
  size_t size = 0;
  char* const copy = exact_copy(text);
  CHECK(sorani_normalizer_new(options, &normalizer) == SORANI_OK);
  CHECK(sorani_normalize(normalizer, copy, strlen(text), &out, &size) == SORANI_OK);
  CHECK(equal(out, size, expected));
  CHECK(strcmp(sorani_normalizer_error(normalizer), "") == 0);
  sorani_normalizer_free(normalizer);
  free(copy);
}

static void test_normalizer(void) {
  const sorani_normalizer_options encoding = {.struct_size = sizeof encoding, .profile = "encoding"};
  const sorani_normalizer_options html = {.struct_size = sizeof html, .rules = "+html"};
  const sorani_normalizer_options digits = {.struct_size = sizeof digits, .digits = "latin"};
  const sorani_normalizer_options heh = {.struct_size = sizeof heh, .heh = "06be"};
  const sorani_normalizer_options font = {.struct_size = sizeof font, .font = "ali-k"};
  const sorani_normalizer_options restore = {.struct_size = sizeof restore, .restore = 1};
  const sorani_normalizer_options doubtful = {.struct_size = sizeof doubtful, .restore = 1, .min_confidence = 1};
  const sorani_normalizer_options map = {.struct_size = sizeof map, .word_map = "هەولێر\tئەربیل\n"};
  normalize_as(NULL, "كوردى", "کوردی");
  normalize_as(NULL, "", "");
  normalize_as(&encoding, "كوردى", "كوردى");
  normalize_as(&html, "&laquo;باش&raquo;", "«باش»");
  normalize_as(&digits, "٢٠٢١", "2021");
  normalize_as(&heh, "هات", "ھات");
  normalize_as(&font, "كوَمةلَطاي كوردى", "کۆمەڵگای کوردی");
  normalize_as(&map, "لە هەولێر", "لە ئەربیل");
  normalize_as(&restore, "دستان خوش بیت", "دەستان خۆش بێت");
  normalize_as(&doubtful, "زور خوش", "زور خۆش");
}

static void test_explain(void) {
  static const char text[] = "باش\nلة كورد";
  sorani_normalizer* normalizer = NULL;
  const sorani_change* changes = NULL;
  const char* out = NULL;
  size_t size = 0;
  size_t count = 9;
  CHECK(sorani_normalizer_new(NULL, &normalizer) == SORANI_OK);
  CHECK(sorani_explain(normalizer, text, strlen(text), &out, &size, &changes, &count) == SORANI_OK);
  CHECK(equal(out, size, "باش\nلە کورد"));
  CHECK(count == 2);
  if (count == 2) {
    CHECK(changes[0].offset == 9);
    CHECK(strcmp(changes[0].rule, "teh-marbuta") == 0);
    CHECK(equal(changes[0].before, changes[0].before_size, "ة"));
    CHECK(equal(changes[0].after, changes[0].after_size, "ە"));
    CHECK(changes[1].offset == 12);
    CHECK(equal(changes[1].before, changes[1].before_size, "ك"));
    CHECK(equal(changes[1].after, changes[1].after_size, "ک"));
  }
  /* Without the text, and without changes. */
  CHECK(sorani_explain(normalizer, "باش", 6, NULL, NULL, &changes, &count) == SORANI_OK);
  CHECK(count == 0 && changes != NULL);
  sorani_normalizer_free(normalizer);
}

static void test_wrong_calls(void) {
  sorani_normalizer* normalizer = NULL;
  const char* out = "";
  size_t size = 1;
  sorani_normalizer_options options = {.struct_size = sizeof options, .rules = "+no-such-rule"};
  const struct {
    sorani_normalizer_options known;
    size_t later;
  } later = {{.struct_size = sizeof later}, 1};
  CHECK(sorani_normalizer_new(&options, &normalizer) == SORANI_INVALID_ARGUMENT);
  CHECK(strstr(sorani_normalizer_error(normalizer), "no-such-rule") != NULL);
  CHECK(sorani_normalize(normalizer, "x", 1, &out, &size) == SORANI_INVALID_ARGUMENT);
  CHECK(out == NULL && size == 0);
  CHECK(strstr(sorani_normalizer_error(normalizer), "no-such-rule") != NULL);
  sorani_normalizer_free(normalizer);

  options.rules = NULL;
  options.struct_size = 0;
  CHECK(sorani_normalizer_new(&options, &normalizer) == SORANI_INVALID_ARGUMENT);
  CHECK(strstr(sorani_normalizer_error(normalizer), "struct_size") != NULL);
  sorani_normalizer_free(normalizer);
  CHECK(sorani_normalizer_new(&later.known, &normalizer) == SORANI_INVALID_ARGUMENT);
  CHECK(strstr(sorani_normalizer_error(normalizer), "later version") != NULL);
  sorani_normalizer_free(normalizer);
  /* A caller that knows the first option only. */
  options.struct_size = offsetof(sorani_normalizer_options, rules);
  options.rules = "+no-such-rule";
  CHECK(sorani_normalizer_new(&options, &normalizer) == SORANI_OK);

  /* A wrong argument does not spoil the handle. */
  CHECK(sorani_normalize(normalizer, NULL, 1, &out, &size) == SORANI_INVALID_ARGUMENT);
  CHECK(strstr(sorani_normalizer_error(normalizer), "NULL") != NULL);
  CHECK(sorani_normalize(normalizer, "x", 1, NULL, &size) == SORANI_INVALID_ARGUMENT);
  CHECK(sorani_normalize(NULL, "x", 1, &out, &size) == SORANI_INVALID_ARGUMENT);
  CHECK(sorani_normalize(normalizer, NULL, 0, &out, &size) == SORANI_OK && equal(out, size, ""));
  CHECK(strcmp(sorani_normalizer_error(normalizer), "") == 0);
  sorani_normalizer_free(normalizer);

  CHECK(sorani_normalizer_new(NULL, NULL) == SORANI_INVALID_ARGUMENT);
  CHECK(strlen(sorani_normalizer_error(NULL)) > 0);
  sorani_normalizer_free(NULL);
  sorani_tokenizer_free(NULL);
  sorani_sentence_splitter_free(NULL);
  sorani_transliterator_free(NULL);
  sorani_identifier_free(NULL);
}

static void test_option_names(void) {
  static const struct {
    sorani_normalizer_options options;
    const char* wrong;
  } cases[] = {
      {{.struct_size = sizeof(sorani_normalizer_options), .profile = "p1"}, "p1"},
      {{.struct_size = sizeof(sorani_normalizer_options), .digits = "d2"}, "d2"},
      {{.struct_size = sizeof(sorani_normalizer_options), .heh = "h3"}, "h3"},
      {{.struct_size = sizeof(sorani_normalizer_options), .font = "f4"}, "f4"},
      {{.struct_size = sizeof(sorani_normalizer_options), .word_map = "x\ty\tz\n", .word_map_name = "m5"}, "m5"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    sorani_normalizer* normalizer = NULL;
    CHECK(sorani_normalizer_new(&cases[i].options, &normalizer) == SORANI_INVALID_ARGUMENT);
    CHECK(strstr(sorani_normalizer_error(normalizer), cases[i].wrong) != NULL);
    sorani_normalizer_free(normalizer);
  }
}

static void test_tokenizer(void) {
  static const char text[] = "سڵاو (٢٠٢١)! a@b.com";
  static const sorani_token expected[] = {{0, 8, SORANI_WORD},         {9, 1, SORANI_PUNCTUATION},
                                          {10, 8, SORANI_NUMBER},      {18, 1, SORANI_PUNCTUATION},
                                          {19, 1, SORANI_PUNCTUATION}, {21, 7, SORANI_EMAIL}};
  const sorani_tokenizer_options split = {.struct_size = sizeof split, .split_digits = 1};
  sorani_tokenizer* tokenizer = NULL;
  const sorani_token* tokens = NULL;
  const char* out = NULL;
  size_t count = 0;
  CHECK(sorani_tokenizer_new(NULL, &tokenizer) == SORANI_OK);
  CHECK(sorani_tokenize(tokenizer, text, strlen(text), &tokens, &count) == SORANI_OK);
  CHECK(count == sizeof expected / sizeof *expected);
  for (size_t i = 0; i < count && i < sizeof expected / sizeof *expected; ++i) {
    CHECK(tokens[i].offset == expected[i].offset);
    CHECK(tokens[i].size == expected[i].size);
    CHECK(tokens[i].kind == expected[i].kind);
  }
  CHECK(sorani_tokenize(tokenizer, "", 0, &tokens, &count) == SORANI_OK && count == 0 && tokens != NULL);
  CHECK(sorani_space_tokens(tokenizer, "باش!", 7, &out, &count) == SORANI_OK && equal(out, count, "باش !"));
  CHECK(sorani_join_tokens(tokenizer, "باش !", 8, &out, &count) == SORANI_OK && equal(out, count, "باش!"));
  CHECK(strcmp(sorani_tokenizer_error(tokenizer), "") == 0);
  sorani_tokenizer_free(tokenizer);
  CHECK(sorani_tokenizer_new(&split, &tokenizer) == SORANI_OK);
  CHECK(sorani_tokenize(tokenizer, "٢٠دا", 8, &tokens, &count) == SORANI_OK && count == 2);
  sorani_tokenizer_free(tokenizer);
  CHECK(strcmp(sorani_token_kind_name(SORANI_HASHTAG), "hashtag") == 0);
  CHECK(strcmp(sorani_token_kind_name((sorani_token_kind)9), "") == 0);
}

static void test_sentences(void) {
  static const char text[] = "د. ئازاد هات. باشە!\nدوو";
  const sorani_sentence_splitter_options null_lines = {.struct_size = sizeof null_lines, .null_lines = 1};
  sorani_sentence_splitter* splitter = NULL;
  const sorani_sentence* sentences = NULL;
  size_t count = 0;
  CHECK(sorani_sentence_splitter_new(NULL, &splitter) == SORANI_OK);
  CHECK(sorani_split_sentences(splitter, text, strlen(text), &sentences, &count) == SORANI_OK);
  CHECK(count == 3);
  if (count == 3) {
    CHECK(sentences[0].offset == 0 && sentences[0].size == 22);
    CHECK(sentences[1].offset == 23 && sentences[1].size == 9);
    CHECK(sentences[2].offset == 33 && sentences[2].size == 6);
  }
  CHECK(strcmp(sorani_sentence_splitter_error(splitter), "") == 0);
  sorani_sentence_splitter_free(splitter);
  CHECK(sorani_sentence_splitter_new(&null_lines, &splitter) == SORANI_OK);
  CHECK(sorani_split_sentences(splitter, "a\nb\0c", 5, &sentences, &count) == SORANI_OK && count == 2);
  sorani_sentence_splitter_free(splitter);
}

static void transliterate_as(const sorani_transliterator_options* options, const char* text, const char* expected) {
  sorani_transliterator* transliterator = NULL;
  const char* out = NULL;
  size_t size = 0;
  CHECK(sorani_transliterator_new(options, &transliterator) == SORANI_OK);
  CHECK(sorani_transliterate(transliterator, text, strlen(text), &out, &size) == SORANI_OK);
  CHECK(equal(out, size, expected));
  sorani_transliterator_free(transliterator);
}

static void test_transliterator(void) {
  const sorani_transliterator_options bgn = {.struct_size = sizeof bgn, .scheme = "bgn"};
  const sorani_transliterator_options sentence = {.struct_size = sizeof sentence, .letter_case = "sentence"};
  const sorani_transliterator_options reverse = {.struct_size = sizeof reverse, .reverse = 1};
  const sorani_transliterator_options syllables = {
      .struct_size = sizeof syllables, .syllables = 1, .join_conjunction = 1};
  const sorani_transliterator_options keep = {.struct_size = sizeof keep, .keep_punctuation = 1};
  const sorani_transliterator_options wrong = {.struct_size = sizeof wrong, .scheme = "no-such-scheme"};
  const sorani_transliterator_options wrong_case = {.struct_size = sizeof wrong_case, .letter_case = "no-such-case"};
  sorani_transliterator* transliterator = NULL;
  transliterate_as(NULL, "ئازادی باشە؟", "azadî başe?");
  transliterate_as(&bgn, "چاو و ئاو", "chaw u aw");
  transliterate_as(&sentence, "ئازادی باشە.", "Azadî başe.");
  transliterate_as(&reverse, "Azadî ciwane", "ئازادی جوانە");
  transliterate_as(&syllables, "شەو و ڕۆژ", "şe.wû řoj");
  transliterate_as(&keep, "باشە؟", "başe؟");
  CHECK(sorani_transliterator_new(&wrong, &transliterator) == SORANI_INVALID_ARGUMENT);
  CHECK(strstr(sorani_transliterator_error(transliterator), "no-such-scheme") != NULL);
  sorani_transliterator_free(transliterator);
  CHECK(sorani_transliterator_new(&wrong_case, &transliterator) == SORANI_INVALID_ARGUMENT);
  CHECK(strstr(sorani_transliterator_error(transliterator), "no-such-case") != NULL);
  sorani_transliterator_free(transliterator);
}

static void test_readings(void) {
  /* The words are normalized; the same word twice in a row is two words. */
  static const char text[] = "BBC كرد کرد";
  sorani_transliterator* transliterator = NULL;
  const sorani_reading* readings = NULL;
  size_t count = 0;
  CHECK(sorani_transliterator_new(NULL, &transliterator) == SORANI_OK);
  CHECK(sorani_read_words(transliterator, text, strlen(text), 2, &readings, &count) == SORANI_OK);
  CHECK(count == 4);
  for (size_t i = 0; i < count; ++i) {
    CHECK(equal(readings[i].word, readings[i].word_size, "کرد"));
    CHECK(readings[i].rank == i % 2);
    CHECK(equal(readings[i].text, readings[i].text_size, i % 2 == 0 ? "kird" : "kirid"));
    CHECK(i % 2 == 0 || readings[i].cost > readings[i - 1].cost);
  }
  CHECK(sorani_read_words(transliterator, text, strlen(text), 0, &readings, &count) == SORANI_OK && count == 0);
  CHECK(sorani_read_words(transliterator, text, strlen(text), 1001, &readings, &count) == SORANI_INVALID_ARGUMENT);
  sorani_transliterator_free(transliterator);
}

static void test_suggestions(void) {
  static const char text[] = "زور، BBC زور";
  sorani_normalizer* normalizer = NULL;
  const sorani_suggestion* suggestions = NULL;
  size_t count = 0;
  char* const copy = exact_copy(text);
  CHECK(sorani_normalizer_new(NULL, &normalizer) == SORANI_OK);
  CHECK(sorani_suggest(normalizer, copy, strlen(text), 2, &suggestions, &count) == SORANI_OK);
  CHECK(count == 4);
  for (size_t i = 0; i < count; ++i) {
    CHECK(suggestions[i].offset == (i < 2 ? 0 : 13));
    CHECK(equal(suggestions[i].word, suggestions[i].word_size, "زور"));
    CHECK(suggestions[i].rank == i % 2);
    CHECK(equal(suggestions[i].text, suggestions[i].text_size, i % 2 == 0 ? "زۆر" : "ژوور"));
    CHECK(i % 2 == 0 || suggestions[i].cost > suggestions[i - 1].cost);
  }
  free(copy);
  CHECK(sorani_suggest(normalizer, text, strlen(text), 0, &suggestions, &count) == SORANI_OK && count == 0);
  CHECK(suggestions != NULL);
  CHECK(sorani_suggest(normalizer, text, strlen(text), 17, &suggestions, &count) == SORANI_INVALID_ARGUMENT);
  CHECK(suggestions == NULL && strlen(sorani_normalizer_error(normalizer)) > 0);
  CHECK(sorani_suggest(normalizer, NULL, 1, 2, &suggestions, &count) == SORANI_INVALID_ARGUMENT);
  CHECK(sorani_suggest(normalizer, text, 1, 2, NULL, &count) == SORANI_INVALID_ARGUMENT);
  CHECK(sorani_suggest(NULL, text, 1, 2, &suggestions, &count) == SORANI_INVALID_ARGUMENT);
  sorani_normalizer_free(normalizer);
}

/* The options of a caller that was compiled before there was `restore`, and wrong ones. */
static void test_restore_options(void) {
  sorani_normalizer_options options = {.struct_size = offsetof(sorani_normalizer_options, restore), .restore = 1};
  sorani_normalizer* normalizer = NULL;
  normalize_as(&options, "زور", "زور");
  options.struct_size = sizeof options;
  normalize_as(&options, "زور", "زۆر");
  options.min_confidence = 2;
  CHECK(sorani_normalizer_new(&options, &normalizer) == SORANI_INVALID_ARGUMENT);
  CHECK(strlen(sorani_normalizer_error(normalizer)) > 0);
  sorani_normalizer_free(normalizer);
  options.min_confidence = 0;
  options.font = "ali-k";
  CHECK(sorani_normalizer_new(&options, &normalizer) == SORANI_INVALID_ARGUMENT);
  sorani_normalizer_free(normalizer);
}

static void test_identifier(void) {
  static const char sorani[] = "ئەمڕۆ کەشوهەوا زۆر خۆشە";
  static const char english[] = "Tomorrow we will read another book";
  sorani_identifier* identifier = NULL;
  const sorani_language_score* scores = NULL;
  const char* const* labels = NULL;
  size_t languages = 0;
  size_t count = 0;
  double sum = 0;
  const sorani_identifier_options options = {.struct_size = sizeof options};
  char* const copy = exact_copy(sorani);
  CHECK(sorani_identifier_new(&options, &identifier) == SORANI_OK);
  CHECK(sorani_identify(identifier, copy, strlen(sorani), 1, &scores, &count) == SORANI_OK && count == 1);
  CHECK(count == 1 && strcmp(scores[0].language, "ckb-Arab") == 0 && scores[0].probability > 0.9);
  free(copy);
  CHECK(sorani_identify(identifier, english, strlen(english), 1, &scores, &count) == SORANI_OK && count == 1);
  CHECK(count == 1 && strcmp(scores[0].language, "eng-Latn") == 0);
  CHECK(sorani_identify(identifier, "2026", 4, 1, &scores, &count) == SORANI_OK && count == 1);
  CHECK(count == 1 && strcmp(scores[0].language, "und") == 0);
  /* All languages, and none. */
  CHECK(sorani_names(SORANI_LANGUAGES, &labels, &languages) == SORANI_OK && languages > 1);
  CHECK(sorani_identify(identifier, "\xd8x", 2, 1000, &scores, &count) == SORANI_OK && count == languages);
  for (size_t i = 0; i < count; ++i) {
    sum += scores[i].probability;
    CHECK(i == 0 || scores[i].probability <= scores[i - 1].probability);
  }
  CHECK(sum > 0.999 && sum < 1.001);
  CHECK(sorani_identify(identifier, sorani, strlen(sorani), 0, &scores, &count) == SORANI_OK);
  CHECK(count == 0 && scores != NULL);
  CHECK(sorani_identify(identifier, NULL, 1, 1, &scores, &count) == SORANI_INVALID_ARGUMENT);
  CHECK(scores == NULL && count == 0 && strlen(sorani_identifier_error(identifier)) > 0);
  CHECK(sorani_identify(identifier, sorani, strlen(sorani), 1, NULL, &count) == SORANI_INVALID_ARGUMENT);
  CHECK(sorani_identify(NULL, sorani, strlen(sorani), 1, &scores, &count) == SORANI_INVALID_ARGUMENT);
  sorani_identifier_free(identifier);
}

static int has_name(sorani_name_list list, const char* name) {
  const char* const* names = NULL;
  size_t count = 0;
  CHECK(sorani_names(list, &names, &count) == SORANI_OK);
  for (size_t i = 0; i < count; ++i) {
    if (strcmp(names[i], name) == 0) return 1;
  }
  return 0;
}

static void test_names(void) {
  const char* const* names = NULL;
  size_t count = 0;
  CHECK(has_name(SORANI_PROFILES, "none") && has_name(SORANI_PROFILES, "search"));
  CHECK(has_name(SORANI_RULES, "teh-marbuta") && !has_name(SORANI_RULES, "search"));
  CHECK(has_name(SORANI_FONTS, "ali-k"));
  CHECK(has_name(SORANI_SCHEMES, "hawar") && has_name(SORANI_SCHEMES, "strict"));
  CHECK(has_name(SORANI_LANGUAGES, "ckb-Arab") && has_name(SORANI_LANGUAGES, "und"));
  CHECK(sorani_names((sorani_name_list)5, &names, &count) == SORANI_INVALID_ARGUMENT);
  CHECK(sorani_names(SORANI_RULES, NULL, &count) == SORANI_INVALID_ARGUMENT);
  CHECK(strchr(sorani_version(), '.') != NULL);
  CHECK(strcmp(sorani_status_text(SORANI_OUT_OF_MEMORY), "out of memory") == 0);
}

int main(void) {
  test_normalizer();
  test_explain();
  test_wrong_calls();
  test_option_names();
  test_tokenizer();
  test_sentences();
  test_transliterator();
  test_readings();
  test_suggestions();
  test_restore_options();
  test_identifier();
  test_names();
  return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
