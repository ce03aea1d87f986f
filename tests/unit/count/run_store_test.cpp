#include "count/spill/run_store.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

namespace sorani::count {
namespace {

/// One row.
class OneRow : public NgramSource {
 public:
  explicit OneRow(std::string key) : key_(std::move(key)) {}
  bool next() override {
    if (is_read_) return false;
    is_read_ = true;
    set(key_, 1);
    return true;
  }

 private:
  std::string key_;
  bool is_read_ = false;
};

// With so little memory, eight runs are merged at a time, so that there come to be levels of many runs and of none.
TEST(RunStore, JoinsAnyNumberOfRuns) {
  for (int runs = 1; runs <= 520; ++runs) {
    RunStore store({.memory = 0});
    for (int i = 0; i < runs; ++i) {
      store.add(std::make_unique<OneRow>(std::to_string(i % 7)));
      store.compact();
    }
    NgramRows rows = store.rows();
    std::uint64_t total = 0;
    int types = 0;
    for (; rows.next(); ++types) total += rows.count();
    ASSERT_EQ(total, static_cast<std::uint64_t>(runs));
    ASSERT_EQ(types, std::min(runs, 7));
  }
}

}  // namespace
}  // namespace sorani::count
