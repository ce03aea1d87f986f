#pragma once

#include <optional>
#include <sorani/normalizer.hpp>
#include <sorani/transliterator.hpp>
#include <string>
#include <string_view>

#include "transliterate/reader.hpp"

/// What must hold for every text. Each function says what is wrong, or nothing. Tests and the fuzz target share them.
namespace sorani::test {

using Failure = std::optional<std::string>;

/// Transliterators in both directions for the schemes that differ in how they work.
class Transliterators {
 public:
  Transliterators();

  /// The strict scheme gives back the very bytes.
  Failure strict_loses_nothing(std::string_view text);

  /// Text is what its tokens are, said simply: addresses as they are, words read one by one, signs mapped.
  Failure is_what_its_tokens_are(std::string_view text);

  /// Text without a letter of the script that is read stays as it is.
  Failure leaves_other_scripts(std::string_view text);

  /// Each line by itself comes out as it does among the others, and so do pieces of a line, cut where they may be.
  Failure lines_and_pieces_are_apart(std::string_view text);

  /// All of these.
  Failure all(std::string_view text);

 private:
  Normalizer normalize_;
  transliterate::Reader reader_;
  Transliterator hawar_;
  Transliterator joining_{{.scheme = "bgn"}};
  Transliterator back_{{.reverse = true}};
  Transliterator strict_{{.scheme = "strict"}};
  Transliterator strict_back_{{.scheme = "strict", .reverse = true}};
};

}  // namespace sorani::test
