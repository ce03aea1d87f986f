// A program outside the project that uses the installed library. Exits 0 if it works.

#include <iostream>
#include <sorani/error.hpp>
#include <sorani/normalizer.hpp>
#include <sorani/transliterator.hpp>
#include <sorani/version.hpp>

int main() {
  std::cout << "libsorani " << sorani::version() << '\n';

  sorani::Normalizer normalizer;
  if (normalizer("كوردى") != "کوردی") return 1;

  sorani::Transliterator transliterator;
  if (transliterator("ئازادی") != "azadî") return 1;

  // The exception is known by its type on both sides of a shared library's border.
  sorani::NormalizerOptions wrong;
  wrong.rules = "+no-such-rule";
  try {
    sorani::Normalizer{wrong};
  } catch (const sorani::Error& error) {
    return 0;
  }
  return 1;
}
