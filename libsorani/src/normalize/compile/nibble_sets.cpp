#include "normalize/compile/nibble_sets.hpp"

#include <algorithm>
#include <limits>

namespace sorani::normalize {
namespace {

constexpr std::size_t kProducts = 8;

struct Product {
  std::size_t set;
  bool ascii;
  std::uint16_t highs;
  std::uint16_t lows;
};

std::size_t symbol_at(bool ascii, std::size_t high, std::size_t low) noexcept {
  return (ascii ? 256 : 0) + high * 16 + low;
}

/// A product for each high part with members.
void add_rows(const TableSymbolSet& set, std::size_t number, std::vector<Product>& products) {
  for (std::size_t row = 0; row < 24; ++row) {
    Product product{number, row >= 16, static_cast<std::uint16_t>(1u << row % 16), 0};
    for (std::size_t low = 0; low < 16; ++low) {
      if (set[row * 16 + low]) product.lows |= static_cast<std::uint16_t>(1u << low);
    }
    if (product.lows != 0) products.push_back(product);
  }
}

Product merged(const Product& a, const Product& b) noexcept {
  return {a.set, a.ascii, static_cast<std::uint16_t>(a.highs | b.highs), static_cast<std::uint16_t>(a.lows | b.lows)};
}

double cost_of(const Product& product, const TableSymbolSet& set, const TableSymbolSet& ignored,
               const std::array<double, ScanData::kTableSymbols>& costs) noexcept {
  double sum = 0;
  for (std::size_t high = 0; high < 16; ++high) {
    if ((product.highs >> high & 1) == 0) continue;
    for (std::size_t low = 0; low < 16; ++low) {
      const std::size_t symbol = symbol_at(product.ascii, high, low);
      if ((product.lows >> low & 1) != 0 && !set[symbol] && !ignored[symbol]) sum += costs[symbol];
    }
  }
  return sum;
}

/// The number of products of each set, of U+0600..06FF and of ASCII. Both share the bits of their set.
struct Counts {
  explicit Counts(std::size_t sets, std::span<const Product> products) : of_set(sets) {
    for (const Product& product : products) ++of_set[product.set][product.ascii ? 1 : 0];
  }
  std::size_t bits(std::size_t set) const { return std::max(of_set[set][0], of_set[set][1]); }
  std::size_t bits() const {
    std::size_t sum = 0;
    for (std::size_t set = 0; set < of_set.size(); ++set) sum += bits(set);
    return sum;
  }
  /// True if merging this product with another may save a bit.
  bool decides(const Product& product) const { return of_set[product.set][product.ascii ? 1 : 0] == bits(product.set); }
  std::vector<std::array<std::size_t, 2>> of_set;
};

}  // namespace

std::pair<NibbleSets, std::vector<std::uint8_t>> cover(std::span<const TableSymbolSet> sets,
                                                       const TableSymbolSet& ignored,
                                                       const std::array<double, ScanData::kTableSymbols>& costs) {
  std::vector<Product> products;
  for (std::size_t k = 0; k < sets.size(); ++k) add_rows(sets[k], k, products);
  for (Counts counts(sets.size(), products); counts.bits() > kProducts; counts = Counts(sets.size(), products)) {
    double least = std::numeric_limits<double>::infinity();
    std::size_t a = 0;
    std::size_t b = 0;
    for (std::size_t i = 0; i < products.size() && least > 0; ++i) {
      if (!counts.decides(products[i])) continue;
      for (std::size_t k = i + 1; k < products.size(); ++k) {
        if (products[i].set != products[k].set || products[i].ascii != products[k].ascii) continue;
        const TableSymbolSet& set = sets[products[i].set];
        const double added = cost_of(merged(products[i], products[k]), set, ignored, costs) -
                             cost_of(products[i], set, ignored, costs) - cost_of(products[k], set, ignored, costs);
        if (added >= least) continue;
        least = added;
        a = i;
        b = k;
      }
    }
    products[a] = merged(products[a], products[b]);
    products.erase(products.begin() + static_cast<std::ptrdiff_t>(b));
  }

  NibbleSets tables;
  std::vector<std::uint8_t> bits_of_sets;
  const Counts counts(sets.size(), products);
  std::size_t first = 0;
  for (std::size_t k = 0; k < sets.size(); ++k) {
    std::array<std::size_t, 2> next{first, first};
    for (const Product& product : products) {
      if (product.set != k) continue;
      const auto bit = static_cast<std::uint8_t>(1u << next[product.ascii ? 1 : 0]++);
      for (std::size_t i = 0; i < 16; ++i) {
        if ((product.highs >> i & 1) != 0) (product.ascii ? tables.ascii_high : tables.arabic_high)[i] |= bit;
        if ((product.lows >> i & 1) != 0) (product.ascii ? tables.ascii_low : tables.arabic_low)[i] |= bit;
      }
    }
    bits_of_sets.push_back(static_cast<std::uint8_t>((1u << (first + counts.bits(k))) - (1u << first)));
    first += counts.bits(k);
  }
  return {tables, bits_of_sets};
}

}  // namespace sorani::normalize
