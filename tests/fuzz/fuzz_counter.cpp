// Counts any text with any options, in hardly any memory and in pieces, and compares with a naive count.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <sorani/ngram_counter.hpp>
#include <string_view>

#include "count/naive_count.hpp"
#include "require.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sorani;
  constexpr std::size_t kOptions = 4;
  if (size < kOptions) return 0;
  NgramOptions options;
  options.unit = static_cast<NgramUnit>(data[0] & 3);
  options.line_end = (data[0] & 4) != 0 ? '\0' : '\n';
  if (options.unit == NgramUnit::word) {
    options.is_pretokenized = (data[0] & 8) != 0;
    if ((data[0] & 16) != 0) options.kinds = TokenKinds::all();
    if ((data[0] & 32) != 0) options.fold = Profile::search;
  }
  if (options.unit != NgramUnit::line) {
    options.min_n = 1 + data[1] % kMaxNgramLength;
    options.max_n = std::min(kMaxNgramLength, options.min_n + data[1] / 64u);
  }
  const NgramSelection selection{(data[2] & 1) != 0 ? NgramOrder::key : NgramOrder::count, 1 + data[2] / 100u};
  const std::string_view text(reinterpret_cast<const char*>(data) + kOptions, size - kOptions);

  NgramCounter counter(options, {.memory = std::size_t{data[3]} * 1000});
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = rest.find(options.line_end, rest.size() / 3);
    const std::size_t piece = end == std::string_view::npos ? rest.size() : end + 1;
    counter.add(rest.substr(0, piece));
    rest.remove_prefix(piece);
  }
  SORANI_REQUIRE(test::list_of(counter.rows(selection)) ==
                 test::naive_selection(test::naive_count(text, options), selection));
  return 0;
}
