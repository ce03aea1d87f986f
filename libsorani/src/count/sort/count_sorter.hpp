#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <sorani/ngram_rows.hpp>
#include <string_view>
#include <vector>

#include "base/mapped_array.hpp"
#include "count/sort/row_sorter.hpp"
#include "count/spill/run.hpp"
#include "count/spill/scratch_file.hpp"

namespace sorani::count {

/// Brings rows that come in the order of keys into the order of counts: in memory as long as they fit, else in
/// temporary files.
///
/// Nearly all n-grams have one of a few small counts. Since they come in order, the rows of one count are in order too:
/// each small count gets a file of its own, and nothing is compared. Only rows of higher counts have to be sorted.
class CountSorter {
 public:
  explicit CountSorter(NgramStorage storage);

  void add(std::string_view ngram, std::uint64_t count);
  /// The rows in order. The sorter must stay.
  std::unique_ptr<NgramRows> rows();

 private:
  class HeldRows;

  static constexpr std::uint64_t kSmallCounts = 24;

  /// A row in memory, whose n-gram begins at `at`; the later ones have the higher place.
  struct Item {
    std::uint64_t count;
    std::uint64_t at;
  };
  /// The rows of one count.
  struct Pile {
    explicit Pile(const std::string& directory) : file(directory), writer(file) {}
    ScratchFile file;
    RunWriter writer;
  };

  std::string_view ngram(std::size_t item) const noexcept;
  void spill();
  void add_to_file(std::string_view ngram, std::uint64_t count);

  NgramStorage storage_;
  base::MappedArray<Item> items_;
  base::MappedArray<char> bytes_;
  std::unique_ptr<Sorter> frequent_;                           // once there are files
  std::array<std::unique_ptr<Pile>, kSmallCounts + 1> piles_;  // by the count of their rows
};

}  // namespace sorani::count
