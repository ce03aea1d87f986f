#include "transliterate/unique_decoding.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace tablegen {

bool is_uniquely_decodable(const std::vector<std::string>& codes) {
  // Dangling suffixes: what one segmentation of a text is ahead of another. The code is ambiguous if one of them is a
  // code word.
  std::set<std::string> known;
  std::vector<std::string> open;
  const auto add = [&](std::string_view longer, std::string_view shorter) {
    if (longer.size() <= shorter.size() || !longer.starts_with(shorter)) return;
    const auto [rest, is_new] = known.emplace(longer.substr(shorter.size()));
    if (is_new) open.push_back(*rest);
  };
  for (const std::string& a : codes) {
    for (const std::string& b : codes) add(a, b);
  }
  while (!open.empty()) {
    const std::string rest = open.back();
    open.pop_back();
    if (std::find(codes.begin(), codes.end(), rest) != codes.end()) return false;
    for (const std::string& code : codes) {
      add(code, rest);
      add(rest, code);
    }
  }
  return true;
}

}  // namespace tablegen
