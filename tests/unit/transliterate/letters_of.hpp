#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::test {

/// A word as indices into the alphabet.
inline std::vector<std::uint8_t> letters_of(std::string_view text) {
  std::vector<std::uint8_t> letters;
  const auto alphabet = script::alphabet();
  for (std::size_t at = 0; at < text.size();) {
    const auto character = utf8::decode(text, at);
    at += character.length;
    std::size_t found = 0;
    while (found < alphabet.size() && alphabet[found].value != character.value) ++found;
    if (found == alphabet.size()) {
      ADD_FAILURE() << text << " has a letter that is not of the alphabet";
      return {};
    }
    letters.push_back(static_cast<std::uint8_t>(found));
  }
  return letters;
}

}  // namespace sorani::test
