#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <sorani/ngram_rows.hpp>
#include <string>
#include <utility>
#include <vector>

namespace ku::count::test {

using List = std::vector<std::pair<std::string, std::uint64_t>>;

/// The rows of a list.
class ListSource : public sorani::NgramSource {
 public:
  explicit ListSource(List list) : list_(std::move(list)) {}

  bool next() override {
    if (at_ == list_.size()) return false;
    set(list_[at_].first, list_[at_].second);
    ++at_;
    return true;
  }

 private:
  List list_;
  std::size_t at_ = 0;
};

inline sorani::NgramRows rows_of(List list) { return std::make_unique<ListSource>(std::move(list)); }

inline List list_of(sorani::NgramRows rows) {
  List list;
  while (rows.next()) list.emplace_back(rows.ngram(), rows.count());
  return list;
}

}  // namespace ku::count::test
