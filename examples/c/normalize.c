/* Reads text from standard input; writes it with one spelling for each letter and in Latin letters, line by line. */

#define _POSIX_C_SOURCE 200809L

#include <sorani/sorani.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  const sorani_normalizer_options orthography = {.struct_size = sizeof orthography, .profile = "orthography"};
  sorani_normalizer* normalizer = NULL;
  sorani_transliterator* transliterator = NULL;
  char* line = NULL;
  size_t capacity = 0;
  ssize_t length;
  int status = EXIT_SUCCESS;

  if (sorani_normalizer_new(&orthography, &normalizer) != SORANI_OK) {
    fprintf(stderr, "%s\n", sorani_normalizer_error(normalizer));
    status = EXIT_FAILURE;
  } else if (sorani_transliterator_new(NULL, &transliterator) != SORANI_OK) {
    fprintf(stderr, "%s\n", sorani_transliterator_error(transliterator));
    status = EXIT_FAILURE;
  }
  while (status == EXIT_SUCCESS && (length = getline(&line, &capacity, stdin)) >= 0) {
    const char* text;
    const char* latin;
    size_t text_size;
    size_t latin_size;
    /* Each result belongs to its handle until the next call with it. */
    if (sorani_normalize(normalizer, line, (size_t)length, &text, &text_size) != SORANI_OK) {
      fprintf(stderr, "%s\n", sorani_normalizer_error(normalizer));
      status = EXIT_FAILURE;
    } else if (sorani_transliterate(transliterator, text, text_size, &latin, &latin_size) != SORANI_OK) {
      fprintf(stderr, "%s\n", sorani_transliterator_error(transliterator));
      status = EXIT_FAILURE;
    } else {
      fwrite(text, 1, text_size, stdout);
      fwrite(latin, 1, latin_size, stdout);
    }
  }
  free(line);
  sorani_normalizer_free(normalizer);
  sorani_transliterator_free(transliterator);
  return fflush(stdout) == 0 ? status : EXIT_FAILURE;
}
