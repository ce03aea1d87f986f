#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <sorani/ngram_rows.hpp>
#include <string>
#include <utility>
#include <vector>

namespace sorani::test {

using List = std::vector<std::pair<std::string, std::uint64_t>>;

/// The rows of a list, for what reads rows; they come from "given:ROW".
class GivenRows : public NgramSource {
 public:
  explicit GivenRows(List list) : list_(std::move(list)) {}

  bool next() override {
    if (at_ == list_.size()) return false;
    set(list_[at_].first, list_[at_].second);
    ++at_;
    return true;
  }
  std::string place() const override { return "given:" + std::to_string(at_) + ": "; }

 private:
  List list_;
  std::size_t at_ = 0;
};

inline NgramRows rows_of(List list) { return std::make_unique<GivenRows>(std::move(list)); }

inline List list_of(NgramRows rows) {
  List list;
  while (rows.next()) list.emplace_back(rows.ngram(), rows.count());
  return list;
}

}  // namespace sorani::test
