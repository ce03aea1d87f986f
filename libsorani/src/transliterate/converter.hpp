#pragma once

#include <cstddef>
#include <sorani/fragment.hpp>
#include <sorani/transliterator.hpp>
#include <string>
#include <string_view>

namespace sorani::transliterate {

/// Converts text from one script to the other. One object can be used by one thread at a time.
class Converter {
 public:
  Converter() = default;
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  Converter(Converter&&) = delete;
  Converter& operator=(Converter&&) = delete;
  virtual ~Converter() = default;

  virtual void append(std::string_view text, std::string& out, Fragment fragment) = 0;

  /// Calls `sink` for the `count` best readings of each word, in the direction in which words have readings.
  virtual void read(std::string_view /*text*/, std::size_t /*count*/, const ReadingSink& /*sink*/) {}
};

}  // namespace sorani::transliterate
