#include "count/sort/entry_order.hpp"

#include <algorithm>
#include <string>

namespace sorani::count {
namespace {

std::string joined(const TokenTexts& texts, std::span<const std::uint32_t> ranks) {
  std::string text;
  for (const std::uint32_t rank : ranks) text += texts.text_at(rank);
  return text;
}

}  // namespace

int compare_texts(const TokenTexts& texts, std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  const auto same = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  return joined(texts, a.subspan(same)).compare(joined(texts, b.subspan(same)));
}

}  // namespace sorani::count
