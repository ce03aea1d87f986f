#include "count/units/escapes.hpp"

#include <sorani/ngram_counter.hpp>

namespace sorani::count {

void append_escaped(std::string_view unit, std::string& out) {
  for (const char c : unit) {
    const Escape* const escape =
        std::find_if(std::begin(kEscapes), std::end(kEscapes), [&](const Escape& e) { return e.character == c; });
    if (escape == std::end(kEscapes)) {
      out += c;
    } else {
      out += {'\\', escape->letter};
    }
  }
}

}  // namespace sorani::count

namespace sorani {
inline namespace v0 {

std::string unescaped_ngram(std::string_view key) {
  using count::kEscapes;
  std::string text;
  for (std::size_t at = 0; at < key.size(); ++at) {
    const count::Escape* escape = std::end(kEscapes);
    if (key[at] == '\\' && at + 1 < key.size()) {
      escape = std::find_if(std::begin(kEscapes), std::end(kEscapes),
                            [&](const count::Escape& e) { return e.letter == key[at + 1]; });
    }
    if (escape == std::end(kEscapes)) {
      text += key[at];
    } else {
      text += escape->character;
      ++at;
    }
  }
  return text;
}

}  // namespace v0
}  // namespace sorani
