#pragma once

#include <cstddef>
#include <cstdint>
#include <sorani/transliterator.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "transliterate/pronouncer.hpp"
#include "transliterate/scheme.hpp"

namespace sorani::transliterate {

/// Reads words in the Arabic script aloud, so to say, and writes them in a scheme.
class Reader {
 public:
  Reader(const Scheme& scheme, bool syllables) : scheme_(scheme), syllables_(syllables) {}

  /// Appends the best reading. What holds no letter stays as it is.
  void read(std::string_view word, std::string& out);

  struct Written {
    std::string text;
    double cost;
  };

  /// The `count` best readings that are written differently, the best first; fewer if there are not as many, none if
  /// the word holds no letter. Words longer than `Pronouncer::kLongestWord` have one reading.
  std::vector<Written> read(std::string_view word, std::size_t count);

  /// Tells `sink` the `count` best readings of each word of a text.
  void read_all(std::string_view text, std::size_t count, const ReadingSink& sink);

  const Scheme& scheme() const noexcept { return scheme_; }

 private:
  void pronounce();

  Scheme scheme_;
  bool syllables_;
  Pronouncer pronouncer_;
  std::vector<std::uint8_t> letters_;
  Reading reading_, piece_;
};

}  // namespace sorani::transliterate
