// The fast search for ill-formed UTF-8 finds what the reference finds, repaired text is clean, and walking a text
// backward visits the characters of walking it forward.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <sorani/utf8.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "require.hpp"
#include "utf8/ill_formed.hpp"
#include "utf8/utf8.hpp"

namespace {

using namespace sorani;

void check_search(std::string_view text, std::size_t from) {
  const auto found = find_invalid_utf8(text, from);
  const auto expected = utf8::find_ill_formed_bytewise(text, from);
  SORANI_REQUIRE(found.has_value() == expected.has_value());
  if (!found) return;
  SORANI_REQUIRE(found->kind == expected->kind);
  SORANI_REQUIRE(found->offset == expected->offset);
  SORANI_REQUIRE(found->length == expected->length);
}

void check_repair(std::string_view text) {
  std::string replaced;
  const std::size_t errors = replace_invalid_utf8(text, replaced);
  SORANI_REQUIRE(!find_invalid_utf8(replaced));
  SORANI_REQUIRE((errors == 0) == (replaced == text));
  std::string dropped;
  const std::size_t bytes = drop_invalid_utf8(text, dropped);
  SORANI_REQUIRE(dropped.size() + bytes == text.size());
  SORANI_REQUIRE((bytes == 0) == (errors == 0));
}

void check_walks(std::string_view text) {
  std::vector<char32_t> forward;
  std::string copy;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    SORANI_REQUIRE(decoded.length > 0);
    forward.push_back(decoded.value);
    utf8::append(decoded.value, copy);
    at += decoded.length;
  }
  SORANI_REQUIRE(copy == text);
  std::vector<char32_t> backward;
  for (std::size_t end = text.size(); end > 0;) {
    const utf8::Decoded decoded = utf8::decode_before(text, end);
    SORANI_REQUIRE(decoded.length > 0 && decoded.length <= end);
    backward.push_back(decoded.value);
    end -= decoded.length;
  }
  std::reverse(backward.begin(), backward.end());
  SORANI_REQUIRE(forward == backward);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  // The input, and the same far enough inside a text to be met by the vectors.
  std::string padded(256, 'a');
  padded.append(input).append(256, 'b');
  for (const std::string_view text : {input, std::string_view(padded)}) {
    for (std::size_t from = 0; from < 4 && from <= text.size(); ++from) check_search(text, from);
    check_repair(text);
  }
  check_walks(input);
  return 0;
}
