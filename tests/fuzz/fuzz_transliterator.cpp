// The properties of tests/property/transliterate, for bytes that no one thought of.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string_view>

#include "require.hpp"
#include "transliterate/properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static sorani::test::Transliterators transliterators;
  const auto failure = transliterators.all({reinterpret_cast<const char*>(data), size});
  if (failure) std::fprintf(stderr, "%s\n", failure->c_str());
  SORANI_REQUIRE(!failure);
  return 0;
}
