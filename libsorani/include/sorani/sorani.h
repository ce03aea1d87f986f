#ifndef SORANI_SORANI_H
#define SORANI_SORANI_H

/** @file
 * The C interface of libsorani: normalizing and restoring, tokens, sentences, transliteration and readings of Sorani
 * text, and which language a text is in.
 *
 *     sorani_normalizer *normalizer;
 *     const char *out;
 *     size_t out_size;
 *     if (sorani_normalizer_new(NULL, &normalizer) != SORANI_OK ||
 *         sorani_normalize(normalizer, text, size, &out, &out_size) != SORANI_OK)
 *       fprintf(stderr, "%s\n", sorani_normalizer_error(normalizer));
 *     sorani_normalizer_free(normalizer);
 *
 * Text is UTF-8, given by its first byte and its size in bytes; it need not end in NUL and may contain NUL. It may be
 * NULL if its size is 0. Any bytes are accepted: ill-formed UTF-8 passes through unchanged, as non-letters. Offsets and
 * sizes are in bytes. What the functions do to text is described in the C++ headers of the same names.
 *
 * Ownership. A handle is made by sorani_..._new and freed by sorani_..._free. Results are in memory of the handle: they
 * are valid until the next call with the same handle that takes text, or until it is freed, and are not changed or
 * freed by the caller. Text that is returned ends in a NUL, which its size does not count. A result that cannot be
 * given is set to NULL and 0. Names, versions and descriptions of statuses are valid as long as the program runs.
 *
 * Threads. A handle is used by one thread at a time. Different handles are independent. Handles share the built-in
 * tables, so that one for each thread is cheap.
 *
 * Options. A struct of options begins with its own size, which tells the library which members the caller knows; later
 * versions may add members at the end. Members that are 0 or NULL have the default value. Strings are copied.
 *
 * Errors. Nothing but a status reports an error; no C++ exception leaves a function, and nothing is printed. After
 * SORANI_OUT_OF_MEMORY or SORANI_INTERNAL_ERROR a handle can only be freed, since it may have stopped in the middle of
 * a text; each other call with it returns that status again. */

#include <stddef.h>

#include <sorani/export.hpp>

#ifdef __cplusplus
#define SORANI_NOEXCEPT noexcept
/* In C an enum can have any value of its integer type; C++ must be told. */
#define SORANI_ENUM_TYPE : unsigned
extern "C" {
#else
#define SORANI_NOEXCEPT
#define SORANI_ENUM_TYPE
#endif

/** What became of a call. */
typedef enum sorani_status SORANI_ENUM_TYPE {
  SORANI_OK = 0,               /**< done */
  SORANI_INVALID_ARGUMENT = 1, /**< an unknown name, a value out of range, a NULL pointer; never because of the text */
  SORANI_OUT_OF_MEMORY = 2,    /**< also: the result would be too large */
  SORANI_INTERNAL_ERROR = 3    /**< a fault of the library */
} sorani_status;

/** A short English description of a status. */
SORANI_API const char* sorani_status_text(sorani_status status) SORANI_NOEXCEPT;

/** The version of the library, as MAJOR.MINOR.PATCH. */
SORANI_API const char* sorani_version(void) SORANI_NOEXCEPT;

/** The names that options accept and results have. */
typedef enum sorani_name_list SORANI_ENUM_TYPE {
  SORANI_PROFILES = 0, /**< of the normalizer */
  SORANI_RULES = 1,    /**< of the normalizer */
  SORANI_FONTS = 2,    /**< legacy fonts, for the normalizer */
  SORANI_SCHEMES = 3,  /**< of the transliterator */
  SORANI_LANGUAGES = 4 /**< the labels of languages: "ckb-Arab" and so on */
} sorani_name_list;

/** Sets *names to an array of *count names. */
SORANI_API sorani_status sorani_names(sorani_name_list list, const char* const** names, size_t* count) SORANI_NOEXCEPT;

/* ---- Normalizer: one spelling for each letter ---- */

/** A handle for normalizing. */
typedef struct sorani_normalizer sorani_normalizer;

/** How to normalize. */
typedef struct sorani_normalizer_options {
  size_t struct_size;        /**< sizeof(sorani_normalizer_options) */
  const char* profile;       /**< none, encoding, standard (default), orthography or search */
  const char* rules;         /**< added to the profile and removed from it: "+html,-tatweel" */
  const char* digits;        /**< keep (default), latin, arabic or persian */
  const char* heh;           /**< the consonant h: 0647 (default) or 06be */
  const char* font;          /**< the legacy font that the text was typed in, one of SORANI_FONTS; default Unicode */
  const char* word_map;      /**< replacements of words: from<TAB>to, one a line */
  const char* word_map_name; /**< what messages call the word map; default "word map" */
  int restore; /**< not 0: restore the Kurdish letters of lines typed on an Arabic or Persian keyboard; not with font */
  double min_confidence; /**< with restore: leave words alone whose spelling is less certain, from 0 to 1 */
} sorani_normalizer_options;

/** Sets *normalizer to a new handle; options may be NULL. If the status is SORANI_INVALID_ARGUMENT because of the
 * options, the handle is made too, so that sorani_normalizer_error can tell what is wrong; it can only be freed, and
 * each other call with it fails. If there is no handle, *normalizer is NULL. The same holds for all handles. */
SORANI_API sorani_status sorani_normalizer_new(const sorani_normalizer_options* options,
                                               sorani_normalizer** normalizer) SORANI_NOEXCEPT;
/** Frees a handle and its results; NULL is ignored. */
SORANI_API void sorani_normalizer_free(sorani_normalizer* normalizer) SORANI_NOEXCEPT;
/** The text of the error of the last call with the handle, empty if it succeeded; valid until the next call with the
 * handle. For NULL, what it means that there is no handle. */
SORANI_API const char* sorani_normalizer_error(const sorani_normalizer* normalizer) SORANI_NOEXCEPT;

/** Normalizes text. Each line of it is normalized by itself; newline and NUL end a line. */
SORANI_API sorani_status sorani_normalize(sorani_normalizer* normalizer, const char* text, size_t size,
                                          const char** out, size_t* out_size) SORANI_NOEXCEPT;

/** One replacement made while normalizing. */
typedef struct sorani_change {
  size_t offset;      /**< bytes from the start of the text to the position of `before` */
  const char* rule;   /**< name of the rule, ending in NUL */
  const char* before; /**< what the rule found */
  size_t before_size; /**< in bytes, as all sizes */
  const char* after;  /**< what it wrote */
  size_t after_size;
} sorani_change;

/** Normalizes text and lists the changes, in the order in which they were made. out and out_size may be NULL. */
SORANI_API sorani_status sorani_explain(sorani_normalizer* normalizer, const char* text, size_t size, const char** out,
                                        size_t* out_size, const sorani_change** changes, size_t* count) SORANI_NOEXCEPT;

/** A spelling that a word may be meant to have. */
typedef struct sorani_suggestion {
  size_t offset;    /**< bytes from the start of the text to the word */
  const char* word; /**< as it is typed */
  size_t word_size; /**< in bytes, as all sizes */
  const char* text; /**< the spelling */
  size_t text_size;
  double cost; /**< negative natural logarithm of the probability of the word and of its being typed so */
  size_t rank; /**< 0 for the first spelling of a word, 1 for the next one, and so on */
} sorani_suggestion;

/** Lists up to `best` spellings, at most 16, of each word of text in the Arabic script, in the order of the text, those
 * of a word as sorani::Normalizer::suggest orders them. */
SORANI_API sorani_status sorani_suggest(sorani_normalizer* normalizer, const char* text, size_t size, size_t best,
                                        const sorani_suggestion** suggestions, size_t* count) SORANI_NOEXCEPT;

/* ---- Tokenizer: words, numbers, punctuation, addresses ---- */

/** A handle for splitting text into tokens. */
typedef struct sorani_tokenizer sorani_tokenizer;

/** How to split text into tokens. */
typedef struct sorani_tokenizer_options {
  size_t struct_size; /**< sizeof(sorani_tokenizer_options) */
  int split_digits;   /**< not 0: separate digits from the letters beside them */
  int null_lines;     /**< not 0: lines end in NUL instead of newline, for sorani_space_tokens and sorani_join_tokens */
} sorani_tokenizer_options;

/** What a token is; sorani::TokenKind tells more. */
typedef enum sorani_token_kind SORANI_ENUM_TYPE {
  SORANI_WORD = 0,        /**< letters, with digits, hyphens and full stops that are part of the word */
  SORANI_NUMBER = 1,      /**< digits with their separators and sign */
  SORANI_PUNCTUATION = 2, /**< one sign, or the same one repeated */
  SORANI_SYMBOL = 3,      /**< other signs, and bytes that are not UTF-8 */
  SORANI_URL = 4,         /**< without the punctuation after it */
  SORANI_EMAIL = 5,       /**< an e-mail address */
  SORANI_HASHTAG = 6,     /**< with its # */
  SORANI_MENTION = 7,     /**< with its @ */
  SORANI_EMOJI = 8        /**< a whole sequence */
} sorani_token_kind;

/** The name of a kind, such as "word"; empty for a value that is no kind. */
SORANI_API const char* sorani_token_kind_name(sorani_token_kind kind) SORANI_NOEXCEPT;

/** A slice of the text. */
typedef struct sorani_token {
  size_t offset; /**< bytes from the start of the text */
  size_t size;   /**< in bytes, never 0 */
  sorani_token_kind kind;
} sorani_token;

/** Sets *tokenizer to a new handle, as sorani_normalizer_new does. */
SORANI_API sorani_status sorani_tokenizer_new(const sorani_tokenizer_options* options,
                                              sorani_tokenizer** tokenizer) SORANI_NOEXCEPT;
/** Frees a handle and its results; NULL is ignored. */
SORANI_API void sorani_tokenizer_free(sorani_tokenizer* tokenizer) SORANI_NOEXCEPT;
/** The text of the error of the last call with the handle, as sorani_normalizer_error gives it. */
SORANI_API const char* sorani_tokenizer_error(const sorani_tokenizer* tokenizer) SORANI_NOEXCEPT;

/** Lists the tokens of text, in its order. Between two of them there are only white space and invisible controls. */
SORANI_API sorani_status sorani_tokenize(sorani_tokenizer* tokenizer, const char* text, size_t size,
                                         const sorani_token** tokens, size_t* count) SORANI_NOEXCEPT;
/** Writes the tokens of each line of text with one space between two. */
SORANI_API sorani_status sorani_space_tokens(sorani_tokenizer* tokenizer, const char* text, size_t size,
                                             const char** out, size_t* out_size) SORANI_NOEXCEPT;
/** Joins tokens with spaces between them into ordinary text. */
SORANI_API sorani_status sorani_join_tokens(sorani_tokenizer* tokenizer, const char* text, size_t size,
                                            const char** out, size_t* out_size) SORANI_NOEXCEPT;

/* ---- Sentence splitter ---- */

/** A handle for splitting text into sentences. */
typedef struct sorani_sentence_splitter sorani_sentence_splitter;

/** How to split text into sentences. */
typedef struct sorani_sentence_splitter_options {
  size_t struct_size; /**< sizeof(sorani_sentence_splitter_options) */
  int null_lines;     /**< not 0: lines end in NUL instead of newline */
} sorani_sentence_splitter_options;

/** A slice of the text. */
typedef struct sorani_sentence {
  size_t offset; /**< bytes from the start of the text */
  size_t size;   /**< in bytes, never 0 */
} sorani_sentence;

/** Sets *splitter to a new handle, as sorani_normalizer_new does. */
SORANI_API sorani_status sorani_sentence_splitter_new(const sorani_sentence_splitter_options* options,
                                                      sorani_sentence_splitter** splitter) SORANI_NOEXCEPT;
/** Frees a handle and its results; NULL is ignored. */
SORANI_API void sorani_sentence_splitter_free(sorani_sentence_splitter* splitter) SORANI_NOEXCEPT;
/** The text of the error of the last call with the handle, as sorani_normalizer_error gives it. */
SORANI_API const char* sorani_sentence_splitter_error(const sorani_sentence_splitter* splitter) SORANI_NOEXCEPT;

/** Lists the sentences of text, in its order. The end of a line ends a sentence. */
SORANI_API sorani_status sorani_split_sentences(sorani_sentence_splitter* splitter, const char* text, size_t size,
                                                const sorani_sentence** sentences, size_t* count) SORANI_NOEXCEPT;

/* ---- Transliterator: Latin letters and back ---- */

/** A handle for transliterating. */
typedef struct sorani_transliterator sorani_transliterator;

/** How to transliterate. */
typedef struct sorani_transliterator_options {
  size_t struct_size;      /**< sizeof(sorani_transliterator_options) */
  const char* scheme;      /**< one of SORANI_SCHEMES; default hawar */
  int reverse;             /**< not 0: from Latin letters to the Arabic script */
  int syllables;           /**< not 0: a full stop between the syllables of a word */
  int join_conjunction;    /**< not 0: join the conjunction to the word before it */
  const char* letter_case; /**< lower (default) or sentence: a capital at the start of each sentence */
  int keep_punctuation;    /**< not 0: do not convert digits and punctuation marks */
  int null_lines;          /**< not 0: lines end in NUL instead of newline */
} sorani_transliterator_options;

/** One way to read a word. */
typedef struct sorani_reading {
  const char* word; /**< normalized, in Arabic script */
  size_t word_size; /**< in bytes, as all sizes */
  const char* text; /**< the reading, in the scheme */
  size_t text_size;
  double cost; /**< negative natural logarithm of its likelihood, up to a constant for each word */
  size_t rank; /**< 0 for the best reading of a word, 1 for the next one, and so on */
} sorani_reading;

/** Sets *transliterator to a new handle, as sorani_normalizer_new does. */
SORANI_API sorani_status sorani_transliterator_new(const sorani_transliterator_options* options,
                                                   sorani_transliterator** transliterator) SORANI_NOEXCEPT;
/** Frees a handle and its results; NULL is ignored. */
SORANI_API void sorani_transliterator_free(sorani_transliterator* transliterator) SORANI_NOEXCEPT;
/** The text of the error of the last call with the handle, as sorani_normalizer_error gives it. */
SORANI_API const char* sorani_transliterator_error(const sorani_transliterator* transliterator) SORANI_NOEXCEPT;

/** Transliterates text, in the direction of the handle. */
SORANI_API sorani_status sorani_transliterate(sorani_transliterator* transliterator, const char* text, size_t size,
                                              const char** out, size_t* out_size) SORANI_NOEXCEPT;
/** Lists up to `best` readings, at most 1000, of each word of text in the Arabic script, in the order of the text, the
 * best first. None if the handle is for the other direction. */
SORANI_API sorani_status sorani_read_words(sorani_transliterator* transliterator, const char* text, size_t size,
                                           size_t best, const sorani_reading** readings, size_t* count) SORANI_NOEXCEPT;

/* ---- Identifier: which language a text is in ---- */

/** A handle for telling languages apart. */
typedef struct sorani_identifier sorani_identifier;

/** How to tell languages apart. */
typedef struct sorani_identifier_options {
  size_t struct_size; /**< sizeof(sorani_identifier_options) */
} sorani_identifier_options;

/** A language, and the probability that the text is in it. */
typedef struct sorani_language_score {
  const char* language; /**< its label, one of SORANI_LANGUAGES; "und" where nothing can be told */
  double probability;   /**< from 0 to 1 */
} sorani_language_score;

/** Sets *identifier to a new handle. It takes about a megabyte, which words that it has seen fill. */
SORANI_API sorani_status sorani_identifier_new(const sorani_identifier_options* options,
                                               sorani_identifier** identifier) SORANI_NOEXCEPT;
/** Frees a handle and its results; NULL is ignored. */
SORANI_API void sorani_identifier_free(sorani_identifier* identifier) SORANI_NOEXCEPT;
/** The text of the error of the last call with the handle, as sorani_normalizer_error gives it. */
SORANI_API const char* sorani_identifier_error(const sorani_identifier* identifier) SORANI_NOEXCEPT;

/** Lists up to `best` languages of text, the likeliest first; with a `best` of at least the number of SORANI_LANGUAGES,
 * all. Their probabilities add up to 1. */
SORANI_API sorani_status sorani_identify(sorani_identifier* identifier, const char* text, size_t size, size_t best,
                                         const sorani_language_score** scores, size_t* count) SORANI_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
