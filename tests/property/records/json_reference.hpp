#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ku::test {

/// A JSON value, as a slow and obvious parser reads it.
struct Json {
  enum class Kind { other, string, list, object };  ///< `other`: a number, true, false or null
  Kind kind = Kind::other;
  std::string text;  ///< of a string, decoded, with U+FFFD for unpaired surrogates; of others the token
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<Json> items;         ///< of a list, or the values of an object
  std::vector<std::string> names;  ///< of the members of an object, in their order, with repeated names
};

/// The object that is the text, or nothing if it is not one object of well-formed JSON.
std::optional<Json> parse_json(std::string_view text);

/// The JSON of a value, without white space, everything that can be unescaped unescaped.
std::string to_text(const Json& json);

/// The strings at a field, given by its steps: a string, or those in a list and in lists in it. Every member of a
/// repeated name counts.
void for_strings_at(Json& json, const std::vector<std::string>& steps, const std::function<void(Json&)>& use);

}  // namespace ku::test
