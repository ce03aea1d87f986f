#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "lid/text/random.hpp"

namespace lid_trainer {

/// Types Kurdish text as people do on keyboards without its letters, from keyboard-variants.tsv.
class Typist {
 public:
  /// Throws std::runtime_error.
  explicit Typist(const std::filesystem::path& variants);

  /// The line as one person may have typed it: a keyboard is chosen, and for each letter one of its alternatives, which
  /// is then used most of the time.
  std::string type(const std::string& line, Random& random) const;

 private:
  struct Variant {
    std::string letters;
    std::vector<std::string> typed;
  };
  std::array<std::vector<Variant>, 3> keyboards_;
};

/// Latin text in chat spelling: without diacritics, or with English digraphs. `is_sorani`: in Sorani, e is often typed
/// as a.
std::string latin_chat(const std::string& line, bool is_sorani, Random& random);

}  // namespace lid_trainer
